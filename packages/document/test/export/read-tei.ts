import {
  codePointLength,
  type ApparatusEntry,
  type EditionVersion,
  type Unit,
} from '../../src/index.ts';
import { elementsIn, named, readXml, wordsIn, type Read } from './read-xml.ts';

type Told = Pick<EditionVersion, 'limbs'> & {
  readonly texts: readonly {
    readonly path: string;
    readonly reading: string | null;
    readonly diplomatic: string | null;
    readonly label: string;
    readonly condition: string;
  }[];
  readonly apparatus: readonly ApparatusEntry[];
};

const uidIn = (id: string | undefined): Unit['uid'] => `s-${id?.split('.s-')[1] ?? ''}`;

/** Where each empty element with an id stands in the words of a segment. */
function placesIn(segment: Read): Map<string, number> {
  const places = new Map<string, number>();
  let at = 0;
  const walk = (read: Read): void => {
    for (const child of read.children) {
      if (typeof child === 'string') {
        at += codePointLength(child);
        continue;
      }
      const id = child.attributes['xml:id'] ?? child.attributes['corresp'];
      if (id !== undefined) places.set(id, at);
      walk(child);
    }
  };
  walk(segment);
  return places;
}

const localised = (notes: readonly Read[]): Readonly<Record<string, string>> =>
  Object.fromEntries(notes.map((note) => [note.attributes['xml:lang'] ?? '', wordsIn(note)]));

/** What a TEI file of ours says of a text, read by nothing but its marks. */
export function readTei(text: string): Told {
  const root = readXml(text);
  const segments = named(root, 's', 'head');
  const apps = named(root, 'app');
  const copies = new Map(
    apps
      .filter(({ attributes }) => attributes['type'] === 'diplomatic')
      .map((app) => [app.attributes['from'], wordsIn(app)]),
  );
  const places = new Map(
    segments.map((segment) => [uidIn(segment.attributes['xml:id']), placesIn(segment)]),
  );
  const texts = segments.map((segment) => {
    const { n = '', ana = '#condition.intact', 'xml:id': id = '' } = segment.attributes;
    const condition = ana.replace('#condition.', '');
    const reading = ['lost', 'outside'].includes(condition) ? null : wordsIn(segment);
    const [label] = named(segment, 'seg');
    return {
      path: n,
      reading,
      diplomatic: copies.get(`#${id}`) ?? reading,
      label: label === undefined ? '' : wordsIn(label),
      condition,
    };
  });
  const words = new Map(segments.map((each) => [uidIn(each.attributes['xml:id']), wordsIn(each)]));
  const limbs = segments.flatMap((segment) =>
    [...elementsIn(segment)]
      .filter(({ attributes }) => attributes['unit'] === 'limb')
      .map(({ attributes }) => {
        const id = attributes['xml:id'] ?? '';
        const sentence = uidIn(segment.attributes['xml:id']);
        const at = places.get(sentence);
        return {
          uid: uidIn(id),
          sentence,
          start: at?.get(id) ?? -1,
          end: at?.get(`#${id}`) ?? -1,
        };
      }),
  );
  const locus = (app: Read): ApparatusEntry['loci'][number] => {
    const from = app.attributes['from']?.slice(1) ?? '';
    const to = app.attributes['to']?.slice(1) ?? '';
    if (from.startsWith('w.')) return { uid: uidIn(from), start: null, end: null, lemma: '' };
    for (const [uid, at] of places) {
      const [start, end] = [at.get(from), at.get(to)];
      if (start === undefined || end === undefined) continue;
      return { uid, start, end, lemma: [...(words.get(uid) ?? '')].slice(start, end).join('') };
    }
    throw new Error(`nothing at ${from}`);
  };
  const told = apps.filter(({ attributes }) => attributes['n'] !== undefined);
  const apparatus = [...Map.groupBy(told, ({ attributes }) => attributes['n'] ?? '')].map(
    ([number, group]): ApparatusEntry => {
      const [first] = group;
      if (first === undefined) throw new Error(number);
      const notes = (type: string) =>
        named(first, 'note').filter(({ attributes }) => attributes['type'] === type);
      const reading = named(first, 'rdg')[0];
      return {
        number,
        kind: first.attributes['type'] as ApparatusEntry['kind'],
        loci: group.map(locus),
        cause: notes('cause').map((each) => wordsIn(each))[0] as ApparatusEntry['cause'],
        extent: notes('extent').map((note) => {
          const [measure] = named(note, 'measure');
          return {
            quantity: Number(measure?.attributes['quantity']),
            unit: measure?.attributes['unit'] as ApparatusEntry['extent'][number]['unit'],
            estimated: note.attributes['subtype'] === 'estimated',
          };
        }),
        certainty: notes('certainty').map((each) =>
          wordsIn(each),
        )[0] as ApparatusEntry['certainty'],
        reading: reading === undefined ? null : wordsIn(reading),
        note: localised(notes('note')),
        evidence: [...Map.groupBy(notes('evidence'), ({ attributes }) => attributes['n'])].map(
          ([, group]) => localised(group),
        ),
      };
    },
  );
  return { texts, limbs, apparatus };
}
