import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Cluster } from '../../src/postgres/index.ts';

/** A new empty database's connection string. */
export async function newDatabase(cluster: Cluster, options = ''): Promise<string> {
  const name = `d${randomBytes(5).toString('hex')}`;
  await query(cluster.url('postgres'), `create database ${name} ${options}`);
  return cluster.url(name);
}

export async function query<Row extends pg.QueryResultRow>(
  connectionString: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
