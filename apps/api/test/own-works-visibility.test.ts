import { seesWork, workStandings, type Actor, type WorkStanding } from '@glossator/domain';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { ownWorksSql } from '../src/db/visibility.ts';
import { test } from './support/index.ts';

interface Row {
  readonly id: number;
  readonly standing: WorkStanding;
  readonly ownerId: string | null;
  readonly classes: readonly string[];
}

const memberships = ['active', 'left', 'removed'] as const;

async function person(db: pg.Client): Promise<string> {
  const id = uuidv7();
  await db.query('insert into person (id, name) values ($1, $2)', [id, 'N']);
  return id;
}

async function addClass(db: pg.Client, members: ReadonlyMap<string, string>): Promise<string> {
  const id = uuidv7();
  await db.query("insert into class (id, name, zone) values ($1, 'C', 'UTC')", [id]);
  for (const [personId, state] of members)
    await db.query(
      `insert into class_member (class_id, person_id, role, state) values ($1, $2, 'student', $3)`,
      [id, personId, state],
    );
  return id;
}

async function addWork(db: pg.Client, row: Omit<Row, 'id'>): Promise<Row> {
  const slug = uuidv7();
  const { rows } = await db.query<{ id: number }>(
    `insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing,
       owner_id, rights_statement, offered_at, assented_at, withdrawn_at, withdrawal_reason)
     values ($1, $1, '', '{}', '{}', now(), '[]', '{}', false, $2, $3, 'Ours.',
       case when $2 = 'offered' then now() end, case when $2 in ('public', 'withdrawn') then now() end,
       case when $2 = 'withdrawn' then now() end, case when $2 = 'withdrawn' then 'law' end)
     returning id`,
    [slug, row.standing, row.ownerId],
  );
  const id = rows[0]?.id ?? 0;
  for (const classId of row.classes)
    await db.query('insert into work_class (work_id, class_id) values ($1, $2)', [id, classId]);
  return { ...row, id };
}

test('the SQL of who reads a work equals the predicate, for every actor and work', async ({
  db,
}) => {
  const people: string[] = [];
  for (let n = 0; n < 4; n += 1) people.push(await person(db));
  const [owner = '', ...others] = people;
  const states = new Map(others.map((id, n) => [id, memberships[n] ?? 'active']));
  const first = await addClass(db, states);
  const second = await addClass(db, new Map(people.map((id) => [id, 'active'])));
  const works: Row[] = [];
  for (const standing of workStandings)
    for (const ownerId of [owner, others[0] ?? null, null])
      for (const classes of [[], [first], [second], [first, second]])
        works.push(await addWork(db, { standing, ownerId, classes }));
  expect(works.length).toBe(4 * 3 * 4);
  const isIn = (personId: string | null, classId: string): boolean =>
    personId !== null &&
    (classId === second ? people.includes(personId) : states.get(personId) === 'active');

  const roles = [[], ['text-editor'], ['administrator'], ['moderator']] as const;
  const actors: Actor[] = [
    { personId: null, roles: [] },
    ...people.flatMap((personId) => roles.map((held): Actor => ({ personId, roles: [...held] }))),
    ...people.flatMap((personId) =>
      [first, second].map((within): Actor => ({ personId, roles: [], within })),
    ),
  ];
  const reader = { person: '$1::uuid', roles: '$2::text[]', within: '$3::uuid' };
  let seen = 0;
  for (const actor of actors) {
    const { rows } = await db.query<{ works: number[] }>(`select ${ownWorksSql(reader)} as works`, [
      actor.personId,
      actor.roles,
      actor.within ?? null,
    ]);
    for (const { id, standing, ownerId, classes } of works) {
      const inClasses = classes.filter((classId) => isIn(actor.personId, classId));
      const may = standing === 'public' || (rows[0]?.works ?? []).includes(id);
      expect(may, JSON.stringify({ actor, standing, ownerId, classes })).toBe(
        seesWork(actor, { standing, ownerId, inClasses }),
      );
      if (may) seen += 1;
    }
    expect(rows[0]?.works.filter((id) => !works.some((work) => work.id === id))).toEqual([]);
  }
  expect(seen).toBeGreaterThan(100);
});
