import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { makeTransact, type Db, type Transact } from '../db/client.ts';
import { OperatorError } from '../db/operator-error.ts';
import { hashPassword } from '../features/accounts/passwords.ts';
import { insertAccount } from '../features/accounts/repository.ts';
import type { Writer } from '../features/annotations/create.ts';
import { layerIdOf, layerNamed } from '../features/annotations/layers.ts';
import type { Outbox } from '../features/mail/service.ts';
import { appointModerator } from '../features/moderators/statements.ts';
import { makeTextStore, type TextStore } from '../features/works/text-store.ts';
import { addressOf, cast, type Role } from './cast.ts';

export const work = 'ncss-2016';
export const seen = ['zh-cac:1.0.0', 'en-creemers:1.0.0'];
const roles = Object.keys(cast) as Role[];

/** What the services of a page ask for, and the people who play. */
export interface Stage {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
  readonly outbox: Outbox;
  readonly settings: { readonly origin: URL };
  /** Somebody as they are when they sign in. */
  readonly as: (role: Role) => Writer;
  /** Notes by the name that a script gives them. */
  readonly notes: Map<string, string>;
}

/** Nobody is there to write to. */
const silent: Outbox = {
  sends: false,
  post: () => Promise.resolve(),
  put: () => Promise.resolve(),
  announce: () => Promise.reject(new Error('no mail is written while the scene is set')),
};

export async function setStage(pool: pg.Pool, db: Db, origin: URL): Promise<Stage> {
  const people = new Map<Role, Writer>();
  // A password that nobody knows: the way in is a one-time link.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  for (const role of roles) people.set(role, await hire(pool, db, role, passwordHash));
  return {
    db,
    transact: makeTransact(pool),
    texts: makeTextStore(db),
    outbox: silent,
    settings: { origin },
    as: (role) => {
      const writer = people.get(role);
      if (writer === undefined) throw new Error(`nobody plays ${role}`);
      return writer;
    },
    notes: new Map(),
  };
}

async function hire(pool: pg.Pool, db: Db, role: Role, passwordHash: string): Promise<Writer> {
  const { name, locale, as } = cast[role];
  const personId = uuidv7();
  const email = addressOf(role);
  if (!(await insertAccount(db, { personId, name, email, emailKey: email, passwordHash, locale })))
    throw new OperatorError(`There is an account of ${email} already.`);
  await pool.query('insert into demo_person (person_id) values ($1)', [personId]);
  if (as === 'moderator') await db.rows(appointModerator, [personId, null, null]);
  const { rows } = await pool.query<{ id: number }>("select id from layer where kind = 'public'");
  const layers = rows.map(({ id }) => id);
  for (const kind of ['notebook', 'waiting'] as const) {
    const own = await layerIdOf(db, layerNamed(kind, personId));
    if (own !== null) layers.push(own);
  }
  return {
    actor: { personId, roles: as === 'moderator' ? ['moderator'] : [] },
    layers,
    works: [],
    person: { id: personId, name, handle: '', email, locale },
  };
}
