import type { ContestView, GradeView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

type Count = NonNullable<GradeView['count']>;

export const stateWords = {
  unfinished: m.grade_state_unfinished,
  ready: m.grade_state_ready,
  released: m.grade_state_released,
  changed: m.grade_state_changed,
} as const;

const partWords = {
  notes: m.grade_line_notes,
  replies: m.grade_line_replies,
  coverage: m.grade_line_coverage,
} as const;

export const lineWords = ({ part, clause }: Count['lines'][number]): string =>
  clause === null ? partWords[part]() : m.grade_line_on({ part: partWords[part](), clause });

const whyWords = {
  withdrawn: m.grade_why_withdrawn,
  late: m.grade_why_late,
  early: m.grade_why_early,
  closed: m.grade_why_closed,
  'to-self': m.grade_why_to_self,
} as const;

export const leftOutWords = (why: Count['leftOut'][number]['why'], leastLength: number): string =>
  why === 'short' ? m.grade_why_short({ length: leastLength }) : whyWords[why]();

export const answerWords = {
  stands: m.grade_contest_answer_stands,
  changed: m.grade_contest_answer_changed,
} as const;

/** What a line is called, by its name. */
export function nameOfLine(line: ContestView['line'], { count, rubric }: GradeView): string {
  const counted = count?.lines.find((each) => each.line === line);
  if (counted !== undefined) return lineWords(counted);
  const criterion = rubric?.criteria.find((each) => each.line === line);
  if (criterion !== undefined) return criterion.title;
  return line === 'set' ? m.grade_override() : m.grade_left_out();
}
