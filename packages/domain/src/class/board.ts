import { timeliness, type AssignmentTimes } from './assignment-times.ts';
import { counts, type StudentNote } from './counted-work.ts';
import type { GateKind } from './gate.ts';
import type { Instant } from './instant.ts';

/** A note as those who teach see it beside all others. */
export interface BoardNote extends StudentNote {
  /** Null where it stands, and where the staff withholds it. */
  readonly deletedAt: Instant | null;
}

/** What one student did on a clause, or in all. */
export interface BoardCounts {
  /** First notes that count. */
  readonly notes: number;
  readonly replies: number;
  /** Of either, what says too little to count. */
  readonly short: number;
  /** Taken back once the clause was open to them: they had read what others wrote by then. */
  readonly withdrawn: number;
  /** Among those that count. */
  readonly late: number;
}

export const noCounts: BoardCounts = { notes: 0, replies: 0, short: 0, withdrawn: 0, late: 0 };

export interface BoardRule {
  readonly gate: GateKind;
  readonly leastLength: number;
  /** As they hold for this student. */
  readonly times: AssignmentTimes;
}

/** When each clause opened to a student; one that is missing is shut. */
export type OpenedAt = ReadonlyMap<string, Instant>;

/** The counts of one note on one clause. */
export function countOnBoard(
  { gate, leastLength, times }: BoardRule,
  note: BoardNote,
  openedAt: Instant | null,
): BoardCounts {
  if (note.isWithdrawn) {
    const { deletedAt } = note;
    const hadRead =
      gate === 'none' || (openedAt !== null && deletedAt !== null && openedAt <= deletedAt);
    return deletedAt !== null && hadRead ? { ...noCounts, withdrawn: 1 } : noCounts;
  }
  if (!counts(note, leastLength)) return { ...noCounts, short: 1 };
  const when = timeliness(times, note.writtenAt);
  const late = when === 'late' || when === 'closed' ? 1 : 0;
  return note.isReply ? { ...noCounts, replies: 1, late } : { ...noCounts, notes: 1, late };
}

export const addCounts = (a: BoardCounts, b: BoardCounts): BoardCounts => ({
  notes: a.notes + b.notes,
  replies: a.replies + b.replies,
  short: a.short + b.short,
  withdrawn: a.withdrawn + b.withdrawn,
  late: a.late + b.late,
});

export const hasCounts = (counted: BoardCounts): boolean =>
  Object.values(counted).some((count: number) => count > 0);

/** The counts of a student's notes on each clause, and in all: there a note on a span is one. */
export function countStudent(
  rule: BoardRule,
  notes: readonly BoardNote[],
  opened: OpenedAt,
): { readonly clauses: ReadonlyMap<string, BoardCounts>; readonly all: BoardCounts } {
  const clauses = new Map<string, BoardCounts>();
  let all = noCounts;
  for (const note of notes) {
    const moments = note.clauses.map((clause) => opened.get(clause) ?? null);
    note.clauses.forEach((clause, n) => {
      const counted = countOnBoard(rule, note, moments[n] ?? null);
      clauses.set(clause, addCounts(clauses.get(clause) ?? noCounts, counted));
    });
    const first = moments.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
    all = addCounts(all, countOnBoard(rule, note, first));
  }
  return { clauses, all };
}

export const quietKinds = ['nothing', 'lately'] as const;
export type QuietKind = (typeof quietKinds)[number];

/**
 * Whether a student has gone quiet: they wrote nothing at all, or nothing since a moment while they
 * still may. Null: they have not, or it has not begun.
 */
export function quietKind(
  { opensAt, closesAt }: AssignmentTimes,
  lastAt: Instant | null,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): QuietKind | null {
  if (now < opensAt) return null;
  if (lastAt === null) return 'nothing';
  const isOver = closesAt !== null && now > closesAt;
  return !isOver && lastAt < since ? 'lately' : null;
}
