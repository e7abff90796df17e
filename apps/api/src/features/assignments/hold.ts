import type { Db } from '../../db/client.ts';

/** By what name whatever opens in an assignment is held. */
export const holdOf = (assignment: string): string => `gate ${assignment}`;

const all = {
  name: 'assignment-hold-all',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
};

/**
 * Held until the transaction ends by whoever opens clauses to many or changes what opens them, before
 * anything is read: those who write hold the same, beside each other. A note that is put on a desk
 * while its clauses open would stay there for good.
 */
export const holdAll = (db: Db, assignment: string): Promise<unknown> =>
  db.rows(all, [holdOf(assignment)]);
