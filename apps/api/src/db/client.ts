import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export type Orm = NodePgDatabase;

/** A connection or pool, seen two ways: typed queries, and named prepared statements. */
export interface Db {
  readonly orm: Orm;
  readonly rows: <Row extends pg.QueryResultRow>(
    statement: Statement,
    values: readonly unknown[],
  ) => Promise<Row[]>;
  /** For the job queue, which brings its own SQL into our transactions. */
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** SQL that PostgreSQL plans once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

// A date stays text: parsing would move it into the process's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export function makePool(connectionString: string, size = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: size,
    connectionTimeoutMillis: 5_000,
    // An answer that somebody waits for is shorter than the start of the workers it would be shared
    // with, and others wait as well.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- it is waited for, whatever its type says
    onConnect: (client) => client.query('set max_parallel_workers_per_gather = 0'),
  });
  // Without a listener an idle connection that the server closes would end the process.
  pool.on('error', () => undefined);
  return pool;
}

export function makeDb(client: pg.Pool | pg.PoolClient | pg.Client): Db {
  return {
    orm: drizzle(client, { casing: 'snake_case' }),
    rows: async <Row extends pg.QueryResultRow>(
      { name, text }: Statement,
      values: readonly unknown[],
    ) => (await client.query<Row>({ name, text, values: [...values] })).rows,
    executeSql: (text, values) => client.query(text, values),
  };
}

export type Transact = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;

export function makeTransact(pool: pg.Pool): Transact {
  return async (work) => {
    const client = await pool.connect();
    // A connection lost in mid-transaction reports here as well as in the query.
    const ignore = (): undefined => undefined;
    client.on('error', ignore);
    let broken = false;
    try {
      await client.query('begin');
      const result = await work(makeDb(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  };
}
