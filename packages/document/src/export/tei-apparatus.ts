import type { Element } from 'xast';
import { x } from 'xastscript';
import type { ApparatusEntry, Edition, EditionVersion, Localised } from '../model.ts';
import { entryId, placeId, segmentId } from './tei-words.ts';
import { xmlText } from './xml.ts';

const inLanguages = (attributes: Record<string, string>, words: Localised): Element[] =>
  Object.entries(words).map(([lang, text]) =>
    x('note', { ...attributes, 'xml:lang': lang }, [xmlText(text)]),
  );

/** What an entry says, once however many places it has. */
const saidOf = ({ kind, reading, cause, certainty, extent, note, evidence }: ApparatusEntry) => [
  ...(reading === null ? [] : [x('rdg', { type: kind, cert: certainty }, [xmlText(reading)])]),
  x('note', { type: 'cause' }, [xmlText(cause)]),
  x('note', { type: 'certainty' }, [xmlText(certainty)]),
  ...extent.map(({ quantity, unit, estimated }) =>
    x('note', { type: 'extent', ...(estimated ? { subtype: 'estimated' } : {}) }, [
      x('measure', { unit, quantity: String(quantity) }),
    ]),
  ),
  ...inLanguages({ type: 'note' }, note),
  ...evidence.flatMap((words, n) => inLanguages({ type: 'evidence', n: String(n + 1) }, words)),
];

/** The places of an entry: where a segment is lost, the segment itself is both its ends. */
function placesOf({ id: edition }: Edition, entry: ApparatusEntry): Element[] {
  const { number, kind, loci } = entry;
  return loci.map(({ uid, start, end, lemma }, n) => {
    const at = (side: 'from' | 'to'): string =>
      start === null || end === null
        ? `#${segmentId(edition, uid)}`
        : `#${placeId(edition, number, n, start === end ? 'from' : side)}`;
    return x(
      'app',
      {
        ...(n === 0 ? { 'xml:id': entryId(edition, number) } : {}),
        n: number,
        type: kind,
        from: at('from'),
        to: at('to'),
      },
      [x('lem', [xmlText(lemma)]), ...(n === 0 ? saidOf(entry) : [])],
    );
  });
}

/** Where the copy has other signs than the reading text: the whole segment as it stands there. */
const diplomatic = ({ edition, texts }: EditionVersion): Element[] =>
  texts
    .filter(({ reading, diplomatic: copy }) => copy !== null && copy !== reading)
    .map(({ uid, diplomatic: copy }) => {
      const pointer = `#${segmentId(edition.id, uid)}`;
      return x('app', { type: 'diplomatic', from: pointer, to: pointer }, [
        x('rdg', { type: 'diplomatic' }, [xmlText(copy ?? '')]),
      ]);
    });

/**
 * The apparatus beside the text, by two ends each (TEI P5 §13.2.2): entries overlap, and none may
 * change what the text says.
 */
export function teiApparatus(version: EditionVersion): Element[] {
  const entries = version.apparatus.flatMap((entry) => placesOf(version.edition, entry));
  const copies = diplomatic(version);
  return [
    ...(entries.length === 0 ? [] : [x('listApp', { type: 'apparatus' }, entries)]),
    ...(copies.length === 0 ? [] : [x('listApp', { type: 'diplomatic' }, copies)]),
  ];
}
