import type { Db } from '../../db/client.ts';
import type { Accepted } from './accept.ts';
import { putClauses, putRanges } from './statements.ts';

/** In the order of the columns that `statements.ts` writes. */
export const storedValues = (it: Accepted): readonly unknown[] => [
  it.title,
  it.question,
  it.languages,
  it.opensAt,
  it.dueAt,
  it.closesAt,
  it.gate.kind,
  'notes' in it.gate ? it.gate.notes : null,
  it.gate.kind === 'time' ? it.gate.at : null,
  it.byGroups,
  it.leastLength,
  it.notes,
  it.replies,
  it.per,
  it.coverage,
  it.how,
  it.late,
  it.points,
  it.names,
];

export async function putChosen(db: Db, id: string, it: Accepted): Promise<void> {
  const from = it.ranges.map((range) => range.from);
  const to = it.ranges.map((range) => range.to);
  await db.rows(putRanges, [id, from, to]);
  await db.rows(putClauses, [id, it.clauses]);
}
