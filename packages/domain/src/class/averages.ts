/** What somebody got, of how much. All points are hundredths. */
export interface Got {
  readonly total: number;
  readonly of: number;
}

/** Of fewer an average would be little else than what each of them got. */
export const leastAveraged = 3;

/**
 * The arithmetic mean and the median, in whole hundredths; of an even number the median lies halfway
 * between the two in the middle. Null where there are too few, where they are of different worth, or
 * worth nothing.
 */
export function averagesOf(
  all: readonly Got[],
): { readonly mean: number; readonly median: number } | null {
  const [first] = all;
  if (first === undefined || all.length < leastAveraged) return null;
  if (first.of === 0 || all.some(({ of }) => of !== first.of)) return null;
  const sorted = all.map(({ total }) => total).toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  const mean = (some: readonly number[]): number =>
    Math.round(some.reduce((sum, each) => sum + each, 0) / some.length);
  return { mean: mean(sorted), median: mean(middle) };
}
