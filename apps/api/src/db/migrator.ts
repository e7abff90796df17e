import type pg from 'pg';
import { appRole, ensureAppRole } from './app-role.ts';
import {
  pendingAfter,
  readMigrations,
  type MigrationFile,
  type MigrationRecord,
} from './migration-files.ts';
import { migrationLock } from './migration-lock.ts';
import { connectOwner } from './owner-connection.ts';
import { installQueue } from './queue-schema.ts';
import { OperatorError } from './operator-error.ts';

export interface MigrateOptions {
  /** Stop after this file, to bring a database to the state of an older back-up. */
  upTo?: string;
}

/**
 * Applies the files of `dir` that the database has not seen, each in its own transaction, and
 * installs the job queue. Any number of processes may call it at once.
 */
export async function migrate(
  connectionString: string,
  dir: string,
  report: (line: string) => void = () => undefined,
  options: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const files = readMigrations(dir).filter(({ name }) => name <= (options.upTo ?? name));
  const client = await connectOwner(connectionString);
  try {
    // Held by the session: the files' own transactions cannot let go of it.
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    // A schema named like the user would otherwise catch the tables.
    await client.query('set search_path to public');
    await ensureAppRole(client);
    await client.query(`
      create table if not exists migration (
        name text primary key,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        applied_at timestamptz not null default now()
      );
      grant select on migration to ${appRole};
    `);
    const pending = pendingAfter(files, await appliedMigrations(client));
    for (const file of pending) {
      report(`Updating the database: ${file.name}`);
      await apply(client, file);
    }
    await installQueue(client);
    return { applied: pending.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

/** What is recorded in the database, and which files are still to be applied. Changes nothing. */
export async function migrationState(
  connectionString: string,
  dir: string,
): Promise<{ applied: MigrationRecord[]; pending: string[] }> {
  const client = await connectOwner(connectionString);
  try {
    const { rows } = await client.query<{ found: string | null }>(
      `select to_regclass('public.migration') as found`,
    );
    const applied = rows[0]?.found == null ? [] : await appliedMigrations(client);
    return { applied, pending: pendingAfter(readMigrations(dir), applied).map(({ name }) => name) };
  } finally {
    await client.end();
  }
}

export async function appliedMigrations(client: pg.Client): Promise<MigrationRecord[]> {
  const { rows } = await client.query<MigrationRecord>(
    'select name, sha256 from public.migration order by name',
  );
  return rows;
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    await client.query('insert into public.migration (name, sha256) values ($1, $2)', [
      file.name,
      file.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const reason = (error as Error).message;
    throw new OperatorError(
      `The migration ${file.name} failed (${reason}) and left nothing behind: correct its cause and start again.`,
      { cause: error },
    );
  }
}
