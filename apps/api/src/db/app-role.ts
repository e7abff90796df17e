import type pg from 'pg';
import { OperatorError } from './operator-error.ts';

export const appRole = 'glossator_app';

/** Roles belong to the whole server: another database's migration may make it at the same moment. */
export async function ensureAppRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appRole]);
  if (rowCount !== 0) return;
  try {
    await client.query(`create role ${appRole} login`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42710' || code === '23505') return;
    if (code !== '42501') throw error;
    throw new OperatorError(
      `The user of DATABASE_URL may not create roles: let an administrator of the server run "CREATE ROLE ${appRole} LOGIN" once, then start again.`,
    );
  }
}
