import type { ReleasePart, ReleasePlace } from '@glossator/domain';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { entryUrl, partId, placeUrl, type Exported, type Step } from './exported.ts';
import { bodyOf, partName } from './part-tree.ts';
import { mostSegments, quotedAt, type Quoted } from './quoted.ts';
import { teiHeader } from './tei-header.ts';
import { teiDivisions, teiNote } from './tei-words.ts';
import { writeXml, xmlDeclaration } from './xml.ts';

/*
 * TEI P5: the clauses that are commented on stand in the body, each once, introduction and essays
 * before them; entries are annotations beside the text (stand-off) that point at clauses or, by a
 * string-range, at words of them. https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html
 */

const encoder = new TextEncoder();

const segmentId = ({ edition, uid }: Quoted): string => `w.${edition.id}.${uid}`;

function pointer(quoted: Quoted): string {
  const id = segmentId(quoted);
  if (quoted.range === null) return `#${id}`;
  const { start, end } = quoted.range;
  return `#string-range(${id},${String(start)},${String(end - start)})`;
}

/** Where a place is in this file; what is not in it is pointed at by its address. */
function targetsOf(exported: Exported, place: ReleasePlace): string[] {
  const quoted = place.kind === 'container' ? [] : quotedAt(exported, place);
  const isCut = place.kind === 'span' && quoted.length >= mostSegments;
  return quoted.length === 0 || isCut ? [placeUrl(exported, place)] : quoted.map(pointer);
}

function entry(exported: Exported, part: ReleasePart, n: number): Element {
  const { origin, release } = exported;
  const targets = part.places.flatMap((place) => targetsOf(exported, place));
  const words = teiNote(
    bodyOf(exported, part, n, (label) => `#entry-${label}`),
    `p${String(n)}-`,
  );
  const name = partName({ ...part, label: '' }, release.language);
  return x(
    'annotation',
    {
      'xml:id': partId(part, n),
      ...(part.label === '' ? {} : { n: part.label }),
      motivation: 'commenting',
      target: targets.length === 0 ? `${origin}/t/${release.work.slug}` : targets.join(' '),
    },
    [
      ...(part.label === '' ? [] : [x('ptr', { target: entryUrl(exported, part.label) })]),
      x('note', { type: part.kind, 'xml:lang': release.language }, [
        ...(name === '' ? [] : [x('label', name)]),
        ...words,
      ]),
    ],
  );
}

function division(exported: Exported, part: ReleasePart, n: number): Element {
  const words = teiDivisions(
    bodyOf(exported, part, n, (label) => `#entry-${label}`),
    `p${String(n)}-`,
  );
  return x('div', { type: part.kind, 'xml:id': partId(part, n) }, [
    x('head', partName(part, exported.release.language)),
    ...(part.places.length === 0
      ? []
      : [
          x(
            'list',
            { type: 'places' },
            part.places.map((place) =>
              x('item', [x('ref', { target: placeUrl(exported, place) }, place.address)]),
            ),
          ),
        ]),
    ...words,
  ]);
}

/** The clauses that entries stand on, edition by edition, in the order of the text. */
function clauses(exported: Exported): Element[] {
  const { origin, release, structure, editions } = exported;
  const found = new Set(
    release.parts
      .filter(({ kind }) => kind === 'entry')
      .flatMap(({ places }) => places.flatMap((place) => quotedAt(exported, place)))
      .map(segmentId),
  );
  return editions.flatMap((edition) => {
    const segments = structure.units.flatMap((unit) => {
      const reading = edition.readings.get(unit.uid);
      const id = `w.${edition.id}.${unit.uid}`;
      if (reading == null || !found.has(id)) return [];
      const address = `${origin}/t/${release.work.slug}@${edition.id}:${edition.version}/${unit.path}`;
      return [x('ab', { 'xml:id': id, n: unit.path, corresp: address }, reading)];
    });
    const about = { type: 'edition', n: `${edition.id}:${edition.version}` };
    return segments.length === 0
      ? []
      : [x('div', { ...about, 'xml:lang': edition.lang }, segments)];
  });
}

export async function makeTei(exported: Exported, step: Step): Promise<Uint8Array> {
  const { release } = exported;
  const divisions: string[] = [];
  const entries: string[] = [];
  for (const [index, part] of release.parts.entries()) {
    if (part.kind === 'entry') entries.push(writeXml(entry(exported, part, index + 1)));
    else divisions.push(writeXml(division(exported, part, index + 1)));
    await step(index + 1);
  }
  const body = clauses(exported).map((each) => writeXml(each));
  // Parts are written one by one, that no tree of the whole has to be held.
  const text = [
    `${xmlDeclaration}<TEI xmlns="http://www.tei-c.org/ns/1.0">`,
    writeXml(teiHeader(exported)),
    writeXml(x('text', { 'xml:lang': release.language })).replace(/\/?>(<\/text>)?$/, '>'),
    ...(divisions.length === 0 ? [] : ['<front>', ...divisions, '</front>']),
    '<body>',
    ...(body.length === 0 ? ['<div><ab/></div>'] : body),
    '</body>',
    '</text>',
    ...(entries.length === 0
      ? []
      : ['<standOff>', '<listAnnotation>', ...entries, '</listAnnotation>', '</standOff>']),
    '</TEI>\n',
  ];
  return encoder.encode(text.join('\n'));
}
