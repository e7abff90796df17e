import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db, Transact } from './client.ts';

/** What a request reads and writes by, where that is not the pool. */
export interface OwnDb {
  readonly db: Db;
  readonly transact: Transact;
}

/** Whatever is called while an answer is made asks here: features hold one handle for all requests. */
export const ownDb = new AsyncLocalStorage<OwnDb>();

export const requestDb = (pool: Db): Db => ({
  get orm() {
    return (ownDb.getStore()?.db ?? pool).orm;
  },
  rows: (statement, values) => (ownDb.getStore()?.db ?? pool).rows(statement, values),
  executeSql: (text, values) => (ownDb.getStore()?.db ?? pool).executeSql(text, values),
});

export const requestTransact =
  (pool: Transact): Transact =>
  (work) =>
    (ownDb.getStore()?.transact ?? pool)(work);
