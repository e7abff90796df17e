import type { AssignmentTimes } from './assignment-times.ts';
import { countScore, type CountRule, type CountScore, type LeftOut } from './count-score.ts';
import type { StudentNote } from './counted-work.ts';
import { isJudged, rubricScore, type JudgedCriterion, type RubricScore } from './rubric.ts';

/** A note of a student; what somebody answers to themselves is no answer to others. */
export interface WorkNote extends StudentNote {
  readonly isToSelf: boolean;
}

/** Why a note is in no line: what is asked of every note, or that it answers nobody else. */
export const leftOutReasons = [
  'withdrawn',
  'short',
  'late',
  'early',
  'closed',
  'to-self',
] as const satisfies readonly (LeftOut | 'to-self')[];

export interface WorkScore extends Omit<CountScore, 'leftOut'> {
  readonly leftOut: readonly {
    readonly id: string;
    readonly why: (typeof leftOutReasons)[number];
  }[];
}

/** The score that is counted, with what it was counted by. */
export interface CountedPart {
  readonly rule: CountRule;
  /** As they held for this student. */
  readonly times: AssignmentTimes;
  readonly score: WorkScore;
}

/** Points that the staff has set in place of those that were computed. */
export interface Override {
  readonly hundredths: number;
  readonly reason: string;
}

/** What a student gets, with the whole way to it. All points are hundredths. */
export interface Grade {
  /** Null where nothing is counted. */
  readonly count: CountedPart | null;
  /** Null where there is no rubric. */
  readonly rubric: RubricScore | null;
  /** The parts added. */
  readonly computed: number;
  readonly of: number;
  readonly override: Override | null;
  readonly total: number;
}

export interface Graded {
  readonly rule: CountRule;
  readonly clauses: readonly string[];
  readonly notes: readonly WorkNote[];
  readonly times: AssignmentTimes;
  /** Null where there is no rubric. */
  readonly criteria: readonly JudgedCriterion[] | null;
  readonly override: Override | null;
}

/** A part that is worth no points is none: an assignment may be counted, judged by a rubric, or both. */
export function gradeOf({ rule, clauses, notes, times, criteria, override }: Graded): Grade {
  const count =
    rule.points === 0 ? null : { rule, times, score: workScore(rule, clauses, notes, times) };
  const rubric = criteria === null ? null : rubricScore(criteria);
  const computed = (count?.score.hundredths ?? 0) + (rubric?.hundredths ?? 0);
  const of = rule.points * 100 + (rubric?.of ?? 0);
  return { count, rubric, computed, of, override, total: override?.hundredths ?? computed };
}

/** The count score of a student's notes, those told apart that answer nobody else. */
export function workScore(
  rule: CountRule,
  clauses: readonly string[],
  notes: readonly WorkNote[],
  times: AssignmentTimes,
): WorkScore {
  const isAnswer = ({ isReply, isToSelf }: WorkNote): boolean => !(isReply && isToSelf);
  const score = countScore(rule, clauses, notes.filter(isAnswer), times);
  const toSelf = notes
    .filter((note) => !isAnswer(note))
    .map(({ id }) => ({ id, why: 'to-self' as const }));
  return { ...score, leftOut: [...score.leftOut, ...toSelf] };
}

/** Whether nothing is left to judge by hand. Who set the points has judged. */
export const isFinished = ({ rubric, override }: Grade): boolean =>
  override !== null || rubric === null || isJudged(rubric);

/** What a line of the arithmetic is called, by which it is contested. */
export const lineOf = {
  count: (part: string, clause: string | null): string =>
    clause === null ? `count/${part}` : `count/${part}/${clause}`,
  note: (id: string): string => `note/${id}`,
  criterion: (n: number): string => `rubric/${String(n)}`,
  override: 'set',
} as const;

/** Every line of a grade that can be contested. */
export function linesOf({ count, rubric, override }: Grade): readonly string[] {
  return [
    ...(count?.score.lines ?? []).map(({ part, clause }) => lineOf.count(part, clause)),
    ...(count?.score.leftOut ?? []).map(({ id }) => lineOf.note(id)),
    ...(rubric?.criteria ?? []).map((_each, n) => lineOf.criterion(n)),
    ...(override === null ? [] : [lineOf.override]),
  ];
}

/** How the staff answers who contests a line: it stands, or the points are set anew. */
export const contestAnswers = ['stands', 'changed'] as const;
export type ContestAnswer = (typeof contestAnswers)[number];
