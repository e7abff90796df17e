import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection strings to the maintenance database of the tests' cluster. */
    cluster: { owner: string; app: string };
  }
}

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
}

/** A new copy of the migrated template, removed with the cluster. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { owner, app } = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query(`create database ${name} template template_test`);
  } finally {
    await client.end();
  }
  return { ownerUrl: within(owner, name), appUrl: within(app, name) };
}

function within(url: string, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}
