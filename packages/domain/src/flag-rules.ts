import { casePriority } from './states/case.ts';

/** How much flags count, and how many there may be. Read by the service and by its messages alike. */
export const flagRules = {
  /** Notes one person may report in twenty-four hours. */
  perDay: 20,
  /** Flags of one person, newest first, whose outcome their accuracy is taken from. */
  judgedAtMost: 50,
  /** Before so many were judged a flag weighs one. */
  judgedAtLeast: 5,
  /** Added to both sides of the share, so that no few outcomes make it nothing or all. */
  prior: 2,
  floor: 0.25,
  ceiling: 1.75,
} as const;

/**
 * What a flag weighs: twice the smoothed share of its writer's judged flags that were upheld, so that
 * who is right half of the time weighs as much as who is new.
 */
export function flagWeight({ upheld, judged }: { upheld: number; judged: number }): number {
  const { judgedAtLeast, prior, floor, ceiling } = flagRules;
  if (judged < judgedAtLeast) return 1;
  const share = (upheld + prior) / (judged + 2 * prior);
  return Math.min(ceiling, Math.max(floor, 2 * share));
}

/** Steps between a flag and an appeal that reports together can climb; the last is for the unlawful. */
const steps = casePriority.appeal - casePriority.flagged - 2;

/**
 * Where a flagged note stands in the queue: the higher, the more its open flags weigh together; one
 * said to be unlawful above all others. It only orders: no weight hides a note.
 */
export function flagPriority({ weight, unlawful }: { weight: number; unlawful: boolean }): number {
  if (unlawful) return casePriority.appeal - 1;
  return casePriority.flagged + Math.min(steps, Math.max(0, Math.floor(weight) - 1));
}
