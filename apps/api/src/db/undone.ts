import type pg from 'pg';
import { makeDb, type Db } from './client.ts';
import { ownDb } from './request-db.ts';

/** One query after the other, also where several are asked for at once; none once it is shut. */
function inTurn(client: pg.PoolClient): {
  readonly client: pg.PoolClient;
  readonly shut: () => Promise<void>;
} {
  const send = Reflect.get(client, 'query') as (...asked: unknown[]) => Promise<unknown>;
  let last: Promise<unknown> = Promise.resolve();
  let isShut = false;
  const query = (...asked: unknown[]): Promise<unknown> => {
    if (isShut) return Promise.reject(new Error('What is undone has ended.'));
    const next = last.then(() => send.apply(client, asked));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    client: new Proxy(client, {
      get: (target, name): unknown => (name === 'query' ? query : Reflect.get(target, name)),
    }),
    shut: async () => {
      isShut = true;
      await last;
    },
  };
}

/**
 * Runs something with all it asks of the database on one connection, in a transaction that is never
 * committed: what it writes it reads, and nobody else ever does.
 */
export async function undone<Result>(
  pool: pg.Pool,
  prepare: (db: Db) => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  const connection = await pool.connect();
  const ignore = (): undefined => undefined;
  connection.on('error', ignore);
  const { client, shut } = inTurn(connection);
  const db = makeDb(client);
  let broken = false;
  try {
    await connection.query('begin');
    await prepare(db);
    return await ownDb.run({ db, transact: (inner) => part(db, inner) }, work);
  } finally {
    await shut();
    await connection.query('rollback').catch(() => {
      broken = true;
    });
    connection.off('error', ignore);
    connection.release(broken);
  }
}

/** What would be a transaction of its own: refused, it leaves no trace in the one around it. */
async function part<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  await db.executeSql('savepoint part');
  try {
    const result = await work(db);
    await db.executeSql('release savepoint part');
    return result;
  } catch (error) {
    await db.executeSql('rollback to savepoint part');
    throw error;
  }
}
