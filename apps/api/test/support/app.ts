import { randomBytes, randomUUID } from 'node:crypto';
import type { Problem } from '@glossator/contract';
import { handleBase } from '@glossator/domain';
import type { FastifyInstance, FastifyReply, InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { buildApp, type AppDeps } from '../../src/app.ts';
import type { ApiConfig, RateLimits } from '../../src/config.ts';
import { makePool } from '../../src/db/client.ts';
import { freshDatabase } from './database.ts';

export const origin = 'http://localhost:3000';

const unlimited: RateLimits = {
  read: 1_000_000,
  write: 1_000_000,
  drafts: 1_000_000,
  moderation: 1_000_000,
  exchange: 1_000_000,
  search: 1_000_000,
  credentials: 1_000_000,
};

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly sessionId: string;
  /** As a Cookie header. */
  readonly cookie: string;
}

export interface NewPerson {
  readonly name?: string;
  readonly administrator?: boolean;
  /** The slug of a work, or null for all of them. */
  readonly moderates?: string | null;
  readonly textEditor?: boolean;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly config: ApiConfig;
  /** Pool of the app role, as the app uses it. */
  readonly pool: pg.Pool;
  /** A connection as the owner of the tables, and where it leads. */
  readonly owner: pg.Client;
  readonly ownerUrl: string;
  /** A person with an account and a session, written straight into the tables. */
  addPerson(options?: NewPerson): Promise<Person>;
  /** A request as a page of the site makes it; `null` is a visitor. */
  as(
    person: { readonly cookie: string } | null,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: InjectOptions['payload'],
  ): Promise<LightMyRequestResponse>;
}

export interface NewPerson {
  readonly name?: string;
  readonly administrator?: boolean;
  /** The slug of a work, or null for all of them. */
  readonly moderates?: string | null;
  readonly textEditor?: boolean;
}

export interface TestAppOptions extends Partial<Omit<AppDeps, 'config' | 'pool'>> {
  readonly config?: Partial<ApiConfig>;
}

/** The API on a database of its own that holds the shipped texts; closed when the test or hook ends. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { config: settings, ...deps } = options;
  const { ownerUrl, appUrl } = await freshDatabase();
  const config: ApiConfig = {
    host: 'localhost',
    port: 3000,
    origin: new URL(origin),
    databaseUrl: appUrl,
    keys: [randomBytes(32).toString('hex')],
    smtpUrl: null,
    chromium: null,
    trustProxy: ['loopback'],
    rateLimits: unlimited,
    log: 'silent',
    ...settings,
  };
  const pool = makePool(appUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const app = await buildApp({ config, pool, ...deps });
  await app.ready();

  return {
    app,
    config,
    pool,
    owner,
    ownerUrl,
    addPerson: (person) => addPerson(app, owner, person),
    as: (person, method, url, payload) =>
      app.inject({
        method,
        url: url.startsWith('/api') ? url : `/api${url}`,
        headers: {
          ...(person === null ? {} : { cookie: person.cookie }),
          ...(method === 'GET' ? {} : { origin: config.origin.origin }),
        },
        ...(payload === undefined ? {} : { payload }),
      }),
  };
}

export async function stopApp({ app, pool, owner }: TestApp): Promise<void> {
  await app.close();
  await pool.end();
  await owner.end();
}

/** For a test that wants an app to itself. */
export async function ownApp(options?: TestAppOptions): Promise<TestApp> {
  const started = await startApp(options);
  onTestFinished(() => stopApp(started));
  return started;
}

/** The hash of a password that nobody wrote down. */
const unknownPassword =
  '$argon2id$v=19$m=19456,t=2,p=1$2NV46/M/9AeVthkh45wXKQ$L/XvF5oO0T4ZhYtx0N61F651h1wfQdDbvMnupyvSAxE';

async function addPerson(
  app: FastifyInstance,
  owner: pg.Client,
  { name = 'Ada', administrator = false, moderates, textEditor = false }: NewPerson = {},
): Promise<Person> {
  const id = randomUUID();
  const sessionId = randomUUID();
  const email = `${id}@example.org`;
  const handle = `${handleBase(name)}.${id.slice(0, 8)}`;
  await owner.query('insert into person (id, name, handle) values ($1, $2, $3)', [
    id,
    name,
    handle,
  ]);
  await owner.query(
    `insert into account (person_id, email, email_key, password_hash, locale)
     values ($1, $2, $2, $3, 'en')`,
    [id, email, unknownPassword],
  );
  if (administrator)
    await owner.query("insert into site_role (person_id, role) values ($1, 'administrator')", [id]);
  if (textEditor)
    await owner.query("insert into site_role (person_id, role) values ($1, 'text-editor')", [id]);
  if (moderates !== undefined)
    await owner.query(
      `insert into moderator (person_id, work_id)
       values ($1, (select id from work where slug = $2))`,
      [id, moderates],
    );
  await owner.query("insert into session (id, person_id, device) values ($1, $2, 'test')", [
    sessionId,
    id,
  ]);
  return { id, name, handle, email, sessionId, cookie: cookieFor(app, sessionId) };
}

/** The cookie a browser would hold for a session. */
export function cookieFor(app: FastifyInstance, sessionId: string): string {
  let cookie = '';
  const reply = {
    setCookie: (name: string, value: string) => {
      cookie = `${name}=${value}`;
    },
  };
  app.startSession(reply as unknown as FastifyReply, sessionId);
  return cookie;
}

/** Name and value of the session cookie an answer sets, as a Cookie header. */
export function cookieOf(response: LightMyRequestResponse): string {
  const [cookie] = response.cookies;
  if (cookie === undefined) throw new Error(`no cookie was set: ${response.body}`);
  return `${cookie.name}=${cookie.value}`;
}

/** Status and stable code of a refusal. */
export function refusal(response: LightMyRequestResponse): [status: number, code: string] {
  return [response.statusCode, response.json<Problem>().code];
}
