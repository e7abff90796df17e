import type { MarksView } from '@glossator/contract';
import type { TextRange } from '@glossator/document';
import { rowLoci, type Grouping } from './mark-groups.ts';

/** Words that a thread points at. */
export interface MarkSpan extends TextRange {
  /** Place of the thread in the marks. */
  readonly thread: number;
}

/** The words of one segment in one edition version that notes point at. */
export interface MarkedPassage {
  readonly uid: string;
  /** `edition:version`. */
  readonly edition: string;
  readonly digest: string;
  readonly spans: readonly MarkSpan[];
}

/** What is marked, by passage; threads that point at no words are in none. */
export function markedPassages({ segments, threads }: MarksView): readonly MarkedPassage[] {
  const spans = segments.map((): MarkSpan[] => []);
  threads.forEach((row, thread) => {
    const loci = rowLoci(row);
    for (let at = 0; at + 2 < loci.length; at += 3) {
      const [segment = -1, start = 0, end = 0] = loci.slice(at, at + 3);
      if (start < end) spans[segment]?.push({ thread, start, end });
    }
  });
  return segments.map(({ edition, version, uid, digest }, n) => ({
    uid,
    edition: `${edition}:${version}`,
    digest,
    spans: spans[n] ?? [],
  }));
}

/** Joins stretches that touch: thousands of notes on the same words are drawn once. */
export function joinStretches(stretches: readonly TextRange[]): readonly TextRange[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** What is drawn in one passage, for each group apart. */
export function stretchesByGroup(
  spans: readonly MarkSpan[],
  { groups, of }: Grouping,
): readonly (readonly TextRange[])[] {
  const sorted = groups.map((): TextRange[] => []);
  for (const span of spans) sorted[of[span.thread] ?? -1]?.push(span);
  return sorted.map(joinStretches);
}

/** Threads that point at the character at `offset`, the shortest words first. */
export function threadsAt(spans: readonly MarkSpan[], offset: number): readonly number[] {
  const hit = spans.filter(({ start, end }) => start <= offset && offset < end);
  hit.sort((left, right) => left.end - left.start - (right.end - right.start));
  return [...new Set(hit.map(({ thread }) => thread))];
}
