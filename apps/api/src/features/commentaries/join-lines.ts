import { diff3Merge } from 'node-diff3';

/** What compares lines asks each with each that is the same: empty ones are many. */
const mostLines = 2_000;

/** Both texts in one where each changed other lines of the base than the other; null where they met. */
export function joinLines(texts: {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}): string | null {
  const [base, mine, theirs] = [texts.base, texts.mine, texts.theirs].map((text) =>
    text.split('\n'),
  ) as [string[], string[], string[]];
  if (Math.max(base.length, mine.length, theirs.length) > mostLines) return null;
  const regions = diff3Merge(mine, base, theirs, { excludeFalseConflicts: true });
  const joined = regions.flatMap(({ ok }) => (ok === undefined ? [] : [ok]));
  return joined.length === regions.length ? joined.flat().join('\n') : null;
}
