import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Db, Statement } from '../../db/client.ts';
import { witness, witnessOperation, witnessRemainder, witnessSpan } from '../../db/schema.ts';

/** A work has one copy or none, and few could be: unique (work_id, name). */
export async function witnessOf(db: Db, workId: number) {
  const rows = await db.orm
    .select()
    .from(witness)
    .where(eq(witness.workId, workId))
    .orderBy(asc(witness.name))
    .limit(1);
  return rows[0] ?? null;
}

/** Primary key (version_id, uid, piece). */
export function spansOf(db: Db, witnessId: number, versionIds: readonly number[]) {
  return db.orm
    .select()
    .from(witnessSpan)
    .where(
      and(inArray(witnessSpan.versionId, [...versionIds]), eq(witnessSpan.witnessId, witnessId)),
    )
    .orderBy(asc(witnessSpan.versionId), asc(witnessSpan.uid), asc(witnessSpan.piece));
}

/** Primary key (witness_id, start_at). */
export function remainderOf(db: Db, witnessId: number) {
  return db.orm
    .select()
    .from(witnessRemainder)
    .where(eq(witnessRemainder.witnessId, witnessId))
    .orderBy(asc(witnessRemainder.startAt));
}

/** Unique (witness_id, version_id, n). */
export function operationsOf(db: Db, witnessId: number, versionIds: readonly number[]) {
  return db.orm
    .select()
    .from(witnessOperation)
    .where(
      and(
        eq(witnessOperation.witnessId, witnessId),
        or(
          isNull(witnessOperation.versionId),
          inArray(witnessOperation.versionId, [...versionIds]),
        ),
      ),
    )
    .orderBy(asc(witnessOperation.n));
}

/**
 * $1 work, $2 clauses of the entry, $3 layers, $4 edition, $5 number, $6 how many. The newest threads on an
 * entry, sought where its clauses are: primary key of thread_place, then of thread.
 */
export const threadsOnEntry: Statement = {
  name: 'threads-on-entry',
  text: `
    select distinct t.id
    from thread_place p
    -- Offset: else all threads are read where the planner takes entries for rare.
    cross join lateral (select e.id from thread e where e.id = p.thread_id
      and e.entry_edition = $4 and e.entry_number = $5 offset 0) t
    where p.work_id = $1 and p.uid = any($2::text[]) and p.layer_id = any($3::integer[])
    order by t.id desc
    limit $6`,
};
