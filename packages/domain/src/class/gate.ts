import { counts, type StudentNote } from './counted-work.ts';
import type { Instant } from './instant.ts';

/** What opens a clause to a student: each reads what others wrote on it only from then on. */
export const gateKinds = ['none', 'count', 'group-count', 'time', 'hand'] as const;
export type GateKind = (typeof gateKinds)[number];

export type GateRule =
  | { readonly kind: 'none' }
  /** Their own notes on the clause. */
  | { readonly kind: 'count'; readonly notes: number }
  /** The notes of their whole group on it, and one of their own. */
  | { readonly kind: 'group-count'; readonly notes: number }
  | { readonly kind: 'time'; readonly at: Instant }
  | { readonly kind: 'hand' };

/** Why a clause stands open. Staff may open any by hand. */
export type GateCause = Exclude<GateKind, 'none'>;

export interface GateQuestion {
  readonly clause: string;
  readonly student: string;
  /** The student among them; empty where the class has no groups. */
  readonly group: readonly string[];
  readonly notes: readonly StudentNote[];
  readonly leastLength: number;
  readonly byHand: boolean;
  readonly now: Instant;
}

/**
 * Why a clause opens now, or null while it stays shut. It is asked until it has an answer: what was
 * opened stays so, whatever is withdrawn later, for nobody can unread.
 */
export function gateCause(rule: GateRule, question: GateQuestion): GateCause | null {
  if (question.byHand) return 'hand';
  switch (rule.kind) {
    case 'count':
      return ownNotes(question) >= rule.notes ? 'count' : null;
    case 'group-count':
      return ownNotes(question) >= 1 && groupNotes(question) >= rule.notes ? 'group-count' : null;
    case 'time':
      return question.now >= rule.at ? 'time' : null;
    case 'none':
    case 'hand':
      return null;
  }
}

const isFirstThought = ({ clause, leastLength }: GateQuestion, note: StudentNote): boolean =>
  !note.isReply && note.clauses.includes(clause) && counts(note, leastLength);

const ownNotes = (question: GateQuestion): number =>
  question.notes.filter(
    (note) => note.authorId === question.student && isFirstThought(question, note),
  ).length;

const groupNotes = (question: GateQuestion): number =>
  question.notes.filter(
    (note) => question.group.includes(note.authorId) && isFirstThought(question, note),
  ).length;

/** Clauses that are open to somebody, by uid. */
export type OpenClauses = ReadonlySet<string>;

/** A thread stays on its author's desk until every clause that it is on has opened to them. */
export const isOnDesk = (clauses: readonly string[], openToAuthor: OpenClauses): boolean =>
  !clauses.every((clause) => openToAuthor.has(clause));

export interface BehindGate {
  /** Clauses that the thread is on. */
  readonly clauses: readonly string[];
  readonly authorId: string;
  readonly isByStaff: boolean;
  readonly openToAuthor: OpenClauses;
}

/**
 * Whether a student reads a thread of an assignment. Their own and the staff's pass; what others have
 * handed in is read once every clause that it is on is open.
 */
export const passesGate = (
  { clauses, authorId, isByStaff, openToAuthor }: BehindGate,
  reader: { readonly personId: string; readonly open: OpenClauses },
): boolean =>
  isByStaff ||
  authorId === reader.personId ||
  (!isOnDesk(clauses, openToAuthor) && clauses.every((clause) => reader.open.has(clause)));
