import type { ReleaseNumber } from './release.ts';

/**
 * The number that comes next, numbers being given once: `correction` counts on behind the point,
 * anything else before it. Nothing can be corrected before there is a first.
 */
export const numberAfter = (newest: ReleaseNumber | null, isCorrection: boolean): ReleaseNumber =>
  newest !== null && isCorrection
    ? { major: newest.major, minor: newest.minor + 1 }
    : { major: (newest?.major ?? 0) + 1, minor: 0 };
