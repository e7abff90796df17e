import {
  annotationStates,
  readsBody,
  seesLayer,
  visitor,
  type Actor,
  type AnnotationState,
  type Layer,
  type WorkStanding,
} from '@glossator/domain';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { readsBodySql, seesLayerSql } from '../src/db/visibility.ts';
import { otherWork, test } from './support/index.ts';

interface Row {
  readonly id: string;
  readonly layer: Layer;
  readonly workId: number;
  readonly workStanding: WorkStanding;
  readonly authorId: string;
  readonly state: AnnotationState;
}

interface World {
  readonly actors: readonly Actor[];
  readonly layers: ReadonlyMap<number, Layer>;
  readonly rows: readonly Row[];
}

async function person(db: pg.Client, name: string): Promise<string> {
  const id = uuidv7();
  await db.query('insert into person (id, name) values ($1, $2)', [id, name]);
  return id;
}

interface Place {
  readonly workId: number;
  readonly uid: string;
}

/** The clause, and one of a second work beside it. */
async function places(db: pg.Client): Promise<readonly Place[]> {
  await otherWork(db);
  const { rows } = await db.query<Place>(
    `select work_id as "workId", uid from unit where path = '4.3.1.2' order by work_id`,
  );
  return rows;
}

/** Takes the second work away after something was said about it. */
const withdrawOther = (db: pg.Client) =>
  db.query(
    `update work set shipped = false, standing = 'withdrawn', rights_statement = 'x', assented_at = now(),
       withdrawn_at = now(), withdrawal_reason = 'law' where slug = 'other'`,
  );

async function note(
  db: pg.Client,
  at: Place,
  layerId: number,
  authorId: string,
  state: AnnotationState,
) {
  const thread = uuidv7();
  const id = uuidv7();
  await db.query(
    `insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
     values ($1, $2, $3, 'segment', $4, $4, $5)`,
    [thread, at.workId, layerId, at.uid, authorId],
  );
  await db.query(
    `insert into annotation (id, thread_id, author_id, state, post_key) values ($1, $2, $3, $4, $5)`,
    [id, thread, authorId, state, uuidv7()],
  );
  return id;
}

/** Every kind of actor, and every kind of row they could meet. */
async function populate(db: pg.Client): Promise<World> {
  const people: string[] = [];
  for (const name of ['Ada', 'Ben', 'Chen']) people.push(await person(db, name));
  const layers = new Map<number, Layer>();
  const known = await db.query<{ id: number }>("select id from layer where kind = 'public'");
  layers.set(known.rows[0]?.id ?? 0, { kind: 'public', ownerId: null });
  for (const ownerId of people.slice(0, 2)) {
    const { rows } = await db.query<{ id: number }>(
      "insert into layer (kind, owner_id) values ('notebook', $1) returning id",
      [ownerId],
    );
    layers.set(rows[0]?.id ?? 0, { kind: 'notebook', ownerId });
  }
  const rows: Row[] = [];
  const works = await places(db);
  for (const at of works)
    for (const [layerId, layer] of layers)
      for (const authorId of people)
        for (const state of annotationStates) {
          const id = await note(db, at, layerId, authorId, state);
          const workStanding = at === works[0] ? 'public' : 'withdrawn';
          rows.push({ id, layer, workId: at.workId, workStanding, authorId, state });
        }
  await withdrawOther(db);
  const moderators = [
    'moderator' as const,
    ...works.map((at) => `moderator:${at.workId}` as const),
  ];
  const actors: Actor[] = [
    visitor,
    ...people.map((personId): Actor => ({ personId, roles: [] })),
    ...people.map((personId): Actor => ({ personId, roles: ['administrator'] })),
    ...moderators.flatMap((role) => people.map((personId): Actor => ({ personId, roles: [role] }))),
  ];
  return { actors, layers, rows };
}

const reader = { person: '$1::uuid', roles: '$2::text[]' };

test('the SQL of who sees a layer equals the predicate, for every actor and layer', async ({
  db,
}) => {
  const { actors, layers } = await populate(db);
  for (const actor of actors) {
    const seen = await db.query<{ id: number }>(
      `select l.id from layer l where $2::text[] is not null and ${seesLayerSql(reader)} order by l.id`,
      [actor.personId, actor.roles],
    );
    const expected = [...layers].filter(([, layer]) => seesLayer(actor, layer)).map(([id]) => id);
    expect(
      seen.rows.map(({ id }) => id).filter((id) => layers.has(id)),
      JSON.stringify(actor),
    ).toEqual(expected);
  }
});

test('the SQL of who reads the words equals the predicate, for every actor and row', async ({
  db,
}) => {
  const { actors, rows } = await populate(db);
  expect(rows.length).toBe(2 * 3 * 3 * annotationStates.length);
  for (const actor of actors) {
    const answer = await db.query<{ id: string; readable: boolean }>(
      `select a.id, coalesce(${readsBodySql(reader)}, false) as readable
       from annotation a join thread t on t.id = a.thread_id join layer l on l.id = t.layer_id
       where a.id = any($3::uuid[])`,
      [actor.personId, actor.roles, rows.map(({ id }) => id)],
    );
    const readable = new Map(answer.rows.map((row) => [row.id, row.readable]));
    for (const row of rows)
      expect(readable.get(row.id), JSON.stringify({ actor, row })).toBe(
        readsBody(actor, row, row.state),
      );
  }
});
