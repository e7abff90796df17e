import pg from 'pg';
import { test as base } from 'vitest';
import { freshDatabase, type TestDatabase } from './database.ts';

interface WorkerFixtures {
  /** One copy of the template for each worker. */
  database: TestDatabase;
}

interface TestFixtures {
  /** A connection as owner inside a transaction that is rolled back after the test. */
  db: pg.Client;
}

export const test = base.extend<{ $worker: WorkerFixtures; $test: TestFixtures }>({
  database: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads the parameter's shape.
    async ({}, use) => {
      await use(await freshDatabase());
    },
    { scope: 'worker' },
  ],
  db: async ({ database }, use) => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('begin');
    try {
      await use(client);
    } finally {
      await client.query('rollback').catch(() => undefined);
      await client.end();
    }
  },
});
