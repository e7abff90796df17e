import { isSegment } from '@glossator/document';
import type { ReleasePlace } from '@glossator/domain';
import { addressBetween } from '../../works/address.ts';
import type { Exported, OpenEdition } from './exported.ts';

/** Words of the text at a place. */
export interface Quoted {
  readonly edition: OpenEdition;
  /** The segment they stand in. */
  readonly uid: string;
  readonly address: string;
  readonly words: string;
  /** Code points of its reading text; null where all of it is quoted. */
  readonly range: { readonly start: number; readonly end: number } | null;
}

/** A longer span is quoted by its beginning: whoever wants it all follows its address. */
export const mostSegments = 12;

const slice = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join('');

function segmentsOf({ structure }: Exported, { kind, from, to }: ReleasePlace): readonly string[] {
  const isClause = (uid: string): boolean =>
    /^(heading|sentence|limb)$/.test(structure.byUid.get(uid)?.kind ?? '');
  if (kind === 'segment') return isClause(from) ? [from] : [];
  if (kind === 'container') {
    const at = structure.units.findIndex(({ uid }) => uid === from);
    const first = structure.units[at + 1];
    return at >= 0 && first?.kind === 'heading' ? [first.uid] : [];
  }
  if (kind !== 'span') return [];
  const at = (uid: string): number => structure.units.findIndex((unit) => unit.uid === uid);
  return structure.units
    .slice(Math.max(0, at(from)), at(to) + 1)
    .filter(isSegment)
    .slice(0, mostSegments)
    .map(({ uid }) => uid);
}

function whole(exported: Exported, edition: OpenEdition, uid: string): Quoted[] {
  const limb = edition.limbs[uid];
  const sentence = limb?.sentence ?? uid;
  const reading = edition.readings.get(sentence) ?? null;
  if (reading === null) return [];
  return [
    {
      edition,
      uid: sentence,
      address: addressBetween(exported.structure, uid, uid),
      words: limb === undefined ? reading : slice(reading, limb.start, limb.end),
      range: limb === undefined ? null : { start: limb.start, end: limb.end },
    },
  ];
}

/** The words at a place that everybody may read, by edition. */
export function quotedAt(exported: Exported, place: ReleasePlace): readonly Quoted[] {
  const { editions, structure } = exported;
  if (place.loci.length === 0) {
    const uids = segmentsOf(exported, place);
    // A supplement is quoted where its own words are meant, never for the text.
    const standing = editions.filter(({ isSupplement }) => !isSupplement);
    return standing.flatMap((edition) => uids.flatMap((uid) => whole(exported, edition, uid)));
  }
  return place.loci.flatMap(({ uid, start, end, exact, ...locus }): Quoted[] => {
    const edition = editions.find(
      (each) => each.id === locus.edition && each.version === locus.version,
    );
    if (edition === undefined) return [];
    if (start === null || end === null) return whole(exported, edition, uid);
    const address = addressBetween(structure, uid, uid);
    return [{ edition, uid, address, words: exact, range: { start, end } }];
  });
}
