import type { Instant } from './instant.ts';

/** When an assignment takes work. */
export interface AssignmentTimes {
  readonly opensAt: Instant;
  /** Work after it is marked as late. Null: never late. */
  readonly dueAt: Instant | null;
  /** No work is taken from it on. Null: it stays open. */
  readonly closesAt: Instant | null;
}

/** What one student was given beyond the rest of the class; null leaves what holds for all. */
export interface Extension {
  readonly dueAt: Instant | null;
  readonly closesAt: Instant | null;
}

export const timesErrors = ['due-before-open', 'close-before-due', 'close-before-open'] as const;
export type TimesError = (typeof timesErrors)[number];

/** What is wrong with an order of times, or null. */
export function timesError({ opensAt, dueAt, closesAt }: AssignmentTimes): TimesError | null {
  if (dueAt !== null && dueAt <= opensAt) return 'due-before-open';
  if (closesAt !== null && dueAt !== null && closesAt < dueAt) return 'close-before-due';
  if (closesAt !== null && closesAt <= opensAt) return 'close-before-open';
  return null;
}

export const extensionErrors = ['not-later', 'close-before-due'] as const;
export type ExtensionError = (typeof extensionErrors)[number];

/** What is wrong with an extension, or null: it gives time, and it ends after it begins. */
export function extensionError(all: AssignmentTimes, given: Extension): ExtensionError | null {
  const gains = (limit: 'dueAt' | 'closesAt'): boolean =>
    all[limit] !== null && given[limit] !== null && given[limit] > all[limit];
  if (!gains('dueAt') && !gains('closesAt')) return 'not-later';
  const { dueAt, closesAt } = given;
  return dueAt !== null && closesAt !== null && closesAt < dueAt ? 'close-before-due' : null;
}

/** Whether what one student was given would be over before the assignment opens: a gift of nothing. */
export const endsBeforeOpening = (
  { opensAt }: Pick<AssignmentTimes, 'opensAt'>,
  { dueAt, closesAt }: Extension,
): boolean => (dueAt !== null && dueAt <= opensAt) || (closesAt !== null && closesAt <= opensAt);

/**
 * The times that hold for one student. An extension is a gift: it never takes away what all have, so
 * one that was given before the class got more time ends nothing early.
 */
export function timesFor(all: AssignmentTimes, extension: Extension | null): AssignmentTimes {
  if (extension === null) return all;
  const dueAt = later(all.dueAt, extension.dueAt);
  const closesAt = later(all.closesAt, extension.closesAt);
  // Whoever may hand in later may also still write then.
  const open = closesAt !== null && dueAt !== null && closesAt < dueAt ? dueAt : closesAt;
  return { ...all, dueAt, closesAt: open };
}

function later(all: Instant | null, own: Instant | null): Instant | null {
  if (all === null || own === null) return all;
  return own > all ? own : all;
}

export type Timeliness = 'early' | 'on-time' | 'late' | 'closed';

/** What work is that was written at a moment. The moment of a limit itself is still in time. */
export function timeliness({ opensAt, dueAt, closesAt }: AssignmentTimes, at: Instant): Timeliness {
  if (at < opensAt) return 'early';
  if (closesAt !== null && at > closesAt) return 'closed';
  return dueAt !== null && at > dueAt ? 'late' : 'on-time';
}
