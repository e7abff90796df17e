import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Pool } from 'pg';
import type { ApiConfig } from '../config.ts';
import { makeDb, makeTransact, type Db, type Transact } from '../db/client.ts';
import { requestDb, requestTransact } from '../db/request-db.ts';
import { makeTextStore, type TextStore } from '../features/works/text-store.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: Db;
    readonly transact: Transact;
    readonly texts: TextStore;
    readonly settings: ApiConfig;
  }
}

/** What every feature is given: the database and the settings. */
export const services = fp<{ pool: Pool; config: ApiConfig }>(
  (app: FastifyInstance, { pool, config }, done) => {
    const db = makeDb(pool);
    app.decorate('db', requestDb(db));
    // What it keeps is kept for all requests: it never reads by one of them.
    app.decorate('texts', makeTextStore(db));
    app.decorate('transact', requestTransact(makeTransact(pool)));
    app.decorate('settings', config);
    done();
  },
  { name: 'services' },
);
