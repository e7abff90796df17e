import type { Instant } from './instant.ts';

export const keepErrors = ['too-soon', 'before-work', 'too-late'] as const;
export type KeepError = (typeof keepErrors)[number];

/** Moments that the end of what a class keeps is measured against. */
export interface KeepBounds {
  /** What people are left to take along what is theirs. */
  readonly soonest: Instant;
  readonly latest: Instant;
  /** The last moment that something of the class waits for; null where nothing does. */
  readonly last: Instant | null;
}

/** Why a class cannot keep what was written in it until then; null where it can. */
export function keepError(end: Instant, { soonest, latest, last }: KeepBounds): KeepError | null {
  if (end < soonest) return 'too-soon';
  if (last !== null && end < last) return 'before-work';
  return end > latest ? 'too-late' : null;
}

/** Days before the end at which those who teach the class are told, the last first. */
export const warningDays = [7, 30] as const;
