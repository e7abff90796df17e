import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { makeDb, makePool, makeTransact, type Db } from '../db/client.ts';
import { OperatorError } from '../db/operator-error.ts';
import { reply, startThread, type Writer } from '../features/annotations/create.ts';
import { layerNamed, layerIdOf } from '../features/annotations/layers.ts';
import { settle } from '../features/annotations/service.ts';
import { hashPassword } from '../features/accounts/passwords.ts';
import { insertAccount } from '../features/accounts/repository.ts';
import { issueReset } from '../features/accounts/tokens.ts';
import { makeTextStore } from '../features/works/text-store.ts';
import { addressOf, cast, type Role } from './cast.ts';
import { clear, demoPeople, strangers } from './clear.ts';
import { script, type Scene } from './script.ts';

const work = 'ncss-2016';
const seen = ['zh-cac:1.0.0', 'en-creemers:1.0.0'];
const roles = Object.keys(cast) as Role[];

/** A one-time link for a made-up person. */
export interface Invitation {
  readonly name: string;
  readonly link: string;
}

/**
 * Adds made-up people and what they say of the strategy, by the same services as a page; where they
 * are already, only their links are made anew. Refuses where people have accounts besides the
 * administrators.
 */
export async function addDemo(ownerUrl: string, origin: URL): Promise<readonly Invitation[]> {
  const pool = makePool(ownerUrl, 4);
  try {
    const others = await strangers(pool);
    if (others > 0)
      throw new OperatorError(
        `This site has ${String(others)} accounts of its own: demo people are only added to an empty one.`,
      );
    const db = makeDb(pool);
    if ((await demoPeople(pool)).length === 0) await play(pool, db);
    return await invite(pool, db, origin);
  } finally {
    await pool.end();
  }
}

/** Takes the made-up people away with all they wrote. */
export async function removeDemo(ownerUrl: string): Promise<number> {
  const pool = makePool(ownerUrl, 1);
  try {
    return await clear(pool);
  } finally {
    await pool.end();
  }
}

async function play(pool: pg.Pool, db: Db): Promise<void> {
  const people = new Map<Role, Writer>();
  for (const role of roles) people.set(role, await hire(pool, db, role));
  const deps = { db, transact: makeTransact(pool), texts: makeTextStore(db) };
  const as = (role: Role): Writer => {
    const writer = people.get(role);
    if (writer === undefined) throw new Error(`nobody plays ${role}`);
    return writer;
  };
  const answer = async (parent: string, lines: Scene['replies']): Promise<void> => {
    for (const { by, replies, ...line } of lines ?? []) {
      const { view } = await reply(deps, as(by), parent, form(line));
      await answer(view.id, replies);
    }
  };
  for (const { by, at, layer = 'public', replies, settled = false, ...line } of script) {
    const { view } = await startThread(deps, as(by), { work, target: at, layer, ...form(line) });
    await answer(view.annotations[0]?.id ?? '', replies);
    if (settled) await settle(deps, as(by), view.id, 'resolve');
  }
}

const form = ({ body, kind, tags, pointing }: Omit<Scene, 'by' | 'at' | 'replies'>) => ({
  body,
  ...(kind === undefined ? {} : { kind }),
  ...(tags === undefined ? {} : { tags: [...tags] }),
  ...(pointing === undefined ? {} : { pointing }),
  seen,
  key: uuidv7(),
});

async function hire(pool: pg.Pool, db: Db, role: Role): Promise<Writer> {
  const { name, locale } = cast[role];
  const personId = uuidv7();
  const email = addressOf(role);
  // A password that nobody knows: the way in is a one-time link.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  if (!(await insertAccount(db, { personId, name, email, emailKey: email, passwordHash, locale })))
    throw new OperatorError(`There is an account of ${email} already.`);
  await pool.query('insert into demo_person (person_id) values ($1)', [personId]);
  const own = await layerIdOf(db, layerNamed('notebook', personId));
  const { rows } = await pool.query<{ id: number }>("select id from layer where kind = 'public'");
  const layers = [...rows.map(({ id }) => id), ...(own === null ? [] : [own])];
  return {
    // Trusted while the scene is set: what they say stands there when somebody comes.
    actor: { personId, roles: ['moderator'] },
    layers,
    person: { id: personId, name, handle: '', email, locale },
  };
}

async function invite(pool: pg.Pool, db: Db, origin: URL): Promise<Invitation[]> {
  const invitations: Invitation[] = [];
  for (const { id, name } of await demoPeople(pool))
    invitations.push({ name, link: `${origin.origin}/reset?token=${await issueReset(db, id)}` });
  return invitations;
}
