import type { CountRule } from '@glossator/domain';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { pointsOf } from './assignment-words.ts';
import type { CountExample } from './count-example.ts';

/** The arithmetic of an assignment in an example, in words. */
export function exampleWords({ points }: CountRule, example: CountExample): string {
  if (points === 0) return m.assign_arithmetic_none();
  if (example.needed === 0) return m.assign_arithmetic_nothing();
  const { notes, replies, coverage } = example.parts;
  const parts = [
    ...(notes === 0 ? [] : [m.assign_count_notes({ count: notes })]),
    ...(replies === 0 ? [] : [m.assign_count_replies({ count: replies })]),
    ...(coverage === 0 ? [] : [m.assign_count_coverage({ count: coverage })]),
  ].join(m.list_comma());
  const score = pointsOf(example.hundredths, getLocale());
  const said = { needed: example.needed, taken: example.taken, parts, score, points };
  return example.clauses === 1
    ? m.assign_arithmetic_one(said)
    : m.assign_arithmetic_many({ ...said, count: example.clauses });
}
