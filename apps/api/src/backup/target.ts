import type pg from 'pg';
import { OperatorError } from '../db/operator-error.ts';
import { queueSchema } from '../db/queue-schema.ts';

/**
 * Makes the database one without tables, which is possible only while nobody has an account: what
 * is lost then is what the start itself had loaded.
 */
export async function emptyTarget(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ any: boolean; ours: boolean }>(`
    select exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as any,
           to_regclass('public.migration') is not null and to_regclass('public.person') is not null as ours`);
  if (rows[0]?.any !== true) return;
  if (!rows[0].ours) {
    throw new OperatorError(
      'The database holds tables of something else: restore into a new, empty database.',
    );
  }
  try {
    await client.query(`set lock_timeout to '30s'`);
    await client.query('begin');
    // No account can come into being between the look and the end of the tables.
    await client.query('lock table person in access exclusive mode');
    const people = await client.query('select from person limit 1');
    if (people.rowCount !== 0) {
      throw new OperatorError(
        'The database holds accounts already: a back-up is restored only into an empty one, so give another DATA_DIR or DATABASE_URL.',
      );
    }
    await client.query(`drop schema if exists ${queueSchema} cascade`);
    await client.query('drop schema public cascade');
    await client.query('create schema public');
    await client.query('grant usage on schema public to public');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new OperatorError(
      'The user of DATABASE_URL may not clear this database: restore into a new, empty one.',
      { cause: error },
    );
  }
}
