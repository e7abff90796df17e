import type { SegmentDifference } from '@glossator/contract';
import {
  isSegment,
  type ApparatusEntry,
  type EditionVersion,
  type Unit,
} from '@glossator/document';

type Words = Pick<EditionVersion, 'edition' | 'texts' | 'apparatus'>;

export interface Standing {
  readonly units: readonly Unit[];
  readonly version: Words;
}

const asView = ({ loci, extent, evidence, settles, ...entry }: ApparatusEntry) => ({
  ...entry,
  loci: loci.map((locus) => ({ ...locus })),
  extent: extent.map((each) => ({ ...each })),
  evidence: evidence.map((each) => ({ ...each })),
  ...(settles === undefined ? {} : { settles: [...settles] }),
});

/** What became of each segment of an edition from one version to another, in the order of the later. */
export function differencesBetween(before: Standing, after: Standing): SegmentDifference[] {
  const pathsBefore = new Map(before.units.map(({ uid, path }) => [uid, path]));
  const pathsAfter = new Map(after.units.map(({ uid, path }) => [uid, path]));
  const textsBefore = new Map(before.version.texts.map((text) => [text.uid, text.reading]));
  const textsAfter = new Map(after.version.texts.map((text) => [text.uid, text.reading]));
  const known = new Set(before.version.apparatus.map(({ number }) => number));
  const newEntries = after.version.apparatus.filter(({ number }) => !known.has(number));
  const { id: edition, lang } = after.version.edition;
  const segments = [
    ...after.units,
    ...before.units.filter(({ uid }) => !pathsAfter.has(uid)),
  ].filter(isSegment);
  return segments.flatMap(({ uid }): SegmentDifference[] => {
    const from = pathsBefore.get(uid) ?? null;
    const to = pathsAfter.get(uid) ?? null;
    const was = textsBefore.get(uid) ?? null;
    const is = textsAfter.get(uid) ?? null;
    if (from === to && was === is) return [];
    return [
      {
        edition,
        lang,
        what: from === null ? 'added' : to === null ? 'removed' : was === is ? 'moved' : 'changed',
        from,
        to,
        before: was,
        after: is,
        entries: newEntries
          .filter(({ loci }) => loci.some((locus) => locus.uid === uid))
          .map(asView),
      },
    ];
  });
}
