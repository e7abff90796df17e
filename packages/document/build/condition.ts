import type { Condition, Path, StoredApparatus } from '../src/index.ts';

const COPY = new Set(['transcriber', 'unknown', 'banner']);

/**
 * Lost: nothing stands. Damaged: a page or the banner took a part. Corrupt: all stands, but some of
 * it is probably not what was written. What the translator did is no fault of the copy.
 */
export function conditionOf(
  path: Path,
  isLost: boolean,
  apparatus: readonly StoredApparatus[],
): Condition {
  if (isLost) return 'lost';
  const here = apparatus.filter((entry) => entry.loci.some((locus) => locus.path === path));
  const gaps = here.filter((entry) => entry.kind === 'gap');
  if (gaps.some((gap) => gap.cause === 'page-loss' || gap.cause === 'banner')) return 'damaged';
  const isDoubted = here.some(
    ({ kind, cause, certainty }) => kind === 'corr' && COPY.has(cause) && certainty !== 'low',
  );
  return gaps.length > 0 || isDoubted ? 'corrupt' : 'intact';
}
