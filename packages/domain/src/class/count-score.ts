import { counts, type StudentNote } from './counted-work.ts';
import { timeliness, type AssignmentTimes } from './assignment-times.ts';

/** What an assignment asks for, and what it is worth. */
export interface CountRule {
  readonly notes: number;
  readonly replies: number;
  /** Whether both are asked for on each clause, or in all. */
  readonly per: 'clause' | 'assignment';
  /** Clauses that are to have a note, where notes are counted in all; 0 where that is left open. */
  readonly coverage: number;
  readonly leastLength: number;
  readonly how: 'scaled' | 'all-or-nothing';
  readonly late: 'counted' | 'left-out';
  readonly points: number;
}

export const scoreParts = ['notes', 'replies', 'coverage'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** One line of the arithmetic: what was asked for, which notes are it, and how many were taken. */
export interface ScoreLine {
  readonly part: ScorePart;
  /** Null where it is asked for in all. */
  readonly clause: string | null;
  readonly needed: number;
  readonly done: number;
  /** No more than was needed: too much of one thing makes up for no lack of another. */
  readonly taken: number;
  readonly notes: readonly string[];
}

export interface CountScore {
  readonly lines: readonly ScoreLine[];
  readonly needed: number;
  readonly taken: number;
  /** Hundredths of a point, rounded half up. */
  readonly hundredths: number;
  /** Notes that were written, and why they are in no line. */
  readonly leftOut: readonly { readonly id: string; readonly why: LeftOut }[];
}
export type LeftOut = 'withdrawn' | 'short' | 'late' | 'early' | 'closed';

/** The score of one student on the clauses of an assignment, with the whole way to it. */
export function countScore(
  rule: CountRule,
  clauses: readonly string[],
  notes: readonly StudentNote[],
  times: AssignmentTimes,
): CountScore {
  const judged = notes.map((note) => ({ note, why: whyLeftOut(rule, times, note) }));
  const good = judged.flatMap(({ note, why }) => (why === null ? [note] : []));
  const lines = linesOf(rule, clauses, good).filter(({ needed }) => needed > 0);
  const needed = sum(lines.map((line) => line.needed));
  const taken = sum(lines.map((line) => line.taken));
  return {
    lines,
    needed,
    taken,
    hundredths: hundredths(rule, needed, taken),
    leftOut: judged.flatMap(({ note, why }) => (why === null ? [] : [{ id: note.id, why }])),
  };
}

function whyLeftOut(rule: CountRule, times: AssignmentTimes, note: StudentNote): LeftOut | null {
  if (note.isWithdrawn) return 'withdrawn';
  if (!counts(note, rule.leastLength)) return 'short';
  const when = timeliness(times, note.writtenAt);
  if (when === 'late') return rule.late === 'counted' ? null : 'late';
  return when === 'on-time' ? null : when;
}

function linesOf(
  rule: CountRule,
  clauses: readonly string[],
  notes: readonly StudentNote[],
): ScoreLine[] {
  const within = (clause: string | null) => (note: StudentNote) =>
    clause === null || note.clauses.includes(clause);
  const places = rule.per === 'clause' ? clauses : [null];
  const asked = places.flatMap((clause) => {
    const here = notes.filter(within(clause));
    return [
      line('notes', clause, rule.notes, ids(here.filter(({ isReply }) => !isReply))),
      line('replies', clause, rule.replies, ids(here.filter(({ isReply }) => isReply))),
    ];
  });
  return rule.per === 'clause' ? asked : [...asked, coverage(rule, clauses, notes)];
}

/** Each clause once, by the first note on it. */
function coverage(
  rule: CountRule,
  clauses: readonly string[],
  notes: readonly StudentNote[],
): ScoreLine {
  const covered = clauses.flatMap((clause) => {
    const first = notes.find((note) => !note.isReply && note.clauses.includes(clause));
    return first === undefined ? [] : [first];
  });
  const needed = Math.min(rule.coverage, clauses.length);
  const done = covered.length;
  const notesOnce = [...new Set(ids(covered))];
  return {
    part: 'coverage',
    clause: null,
    needed,
    done,
    taken: Math.min(done, needed),
    notes: notesOnce,
  };
}

const line = (
  part: ScorePart,
  clause: string | null,
  needed: number,
  notes: readonly string[],
): ScoreLine => ({
  part,
  clause,
  needed,
  done: notes.length,
  taken: Math.min(notes.length, needed),
  notes,
});

function hundredths({ how, points }: CountRule, needed: number, taken: number): number {
  const whole = points * 100;
  if (taken >= needed) return whole;
  return how === 'all-or-nothing' ? 0 : Math.floor((2 * whole * taken + needed) / (2 * needed));
}

const ids = (notes: readonly StudentNote[]): readonly string[] => notes.map(({ id }) => id);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
