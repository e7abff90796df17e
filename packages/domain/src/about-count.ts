/** A figure that is told by its step alone: of 0 to 4 it is not even told whether there was one. */
export interface AboutCount {
  readonly atLeast: number;
  readonly atMost: number;
}

export const countStep = 5;

/**
 * For figures of what is no public matter, such as notes that wait. Every count goes through it by
 * itself, sums too: no part follows from a sum and the other parts.
 */
export function aboutCount(count: number): AboutCount {
  const atLeast = Math.floor(count / countStep) * countStep;
  return { atLeast, atMost: atLeast + countStep - 1 };
}

/**
 * A share in percent, in steps of five as well, so that it does not give away the counts it was made
 * of; null of fewer than five.
 */
export const aboutShare = (part: number, whole: number): number | null =>
  whole < countStep ? null : Math.round((part / whole) * 20) * 5;
