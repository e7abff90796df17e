import type { GradeView } from '@glossator/contract';
import { lineOf, type Grade } from '@glossator/domain';
import { addressBetween } from '../works/address.ts';
import type { Structure } from '../works/text-store.ts';
import type { NoteRow } from './graded.ts';

/** A grade with the addresses of today; `notes` are those of the student that are still there. */
export function presentGrade(
  { count, rubric, override, computed, total, of }: Grade,
  structure: Structure,
  notes: readonly NoteRow[],
): GradeView {
  const named = new Set([
    ...(count?.score.lines ?? []).flatMap((line) => line.notes),
    ...(count?.score.leftOut ?? []).map(({ id }) => id),
  ]);
  return {
    count: count === null ? null : presentCount(count, structure),
    rubric:
      rubric === null
        ? null
        : {
            hundredths: rubric.hundredths,
            of: rubric.of,
            criteria: rubric.criteria.map(({ title, levels, chosen }, n) => ({
              line: lineOf.criterion(n),
              title,
              levels: levels.map((level) => ({ ...level })),
              chosen,
            })),
          },
    computed,
    override: override === null ? null : { line: lineOf.override, ...override },
    total,
    of,
    notes: notes
      .filter(({ id }) => named.has(id))
      .map(({ id, from, to, writtenAt }) => ({
        id,
        address: addressBetween(structure, from, to),
        written: writtenAt,
      })),
  };
}

function presentCount(
  { rule, times, score }: NonNullable<Grade['count']>,
  structure: Structure,
): NonNullable<GradeView['count']> {
  return {
    lines: score.lines.map(({ part, clause, needed, done, taken, notes }) => ({
      line: lineOf.count(part, clause),
      part,
      clause: clause === null ? null : addressBetween(structure, clause, clause),
      needed,
      done,
      taken,
      notes: [...notes],
    })),
    leftOut: score.leftOut.map(({ id, why }) => ({ line: lineOf.note(id), note: id, why })),
    needed: score.needed,
    taken: score.taken,
    hundredths: score.hundredths,
    of: rule.points * 100,
    how: rule.how,
    leastLength: rule.leastLength,
    due: times.dueAt,
    closes: times.closesAt,
  };
}
