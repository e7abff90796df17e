import type pg from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import packageFile from 'pg-boss/package.json' with { type: 'json' };
import { appRole } from './app-role.ts';
import { OperatorError } from './operator-error.ts';

export const queueSchema = 'queue';

/**
 * Installs or updates the job queue's tables as owner, so that the app role needs no right to
 * create anything: processes open pg-boss with `migrate: false, createSchema: false`.
 * Call it under the migrator's lock.
 */
export async function installQueue(client: pg.Client): Promise<void> {
  const wanted = packageFile.pgboss.schema;
  const version = await installedVersion(client);
  if (version === null) await client.query(getConstructionPlans(queueSchema));
  else if (version < wanted) await client.query(getMigrationPlans(queueSchema, version));
  else if (version > wanted) {
    throw new OperatorError(
      'The job queue in this database was written by a newer version of Glossator: update the program.',
    );
  }
  await client.query(`
    grant usage on schema ${queueSchema} to ${appRole};
    grant select, insert, update, delete on all tables in schema ${queueSchema} to ${appRole};
    grant usage on all sequences in schema ${queueSchema} to ${appRole};
    grant execute on all functions in schema ${queueSchema} to ${appRole};
  `);
}

async function installedVersion(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ found: string | null }>(
    `select to_regclass('${queueSchema}.version') as found`,
  );
  if (rows[0]?.found == null) return null;
  const versions = await client.query<{ version: number }>(
    `select version from ${queueSchema}.version`,
  );
  return versions.rows[0]?.version ?? null;
}
