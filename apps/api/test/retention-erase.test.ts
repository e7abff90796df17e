import type { ClassView, ThreadView } from '@glossator/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  emptyBit,
  emptyClass,
  findEnded,
  findShut,
  shutClass,
} from '../src/features/retention/empty.ts';
import { rowsOfClass } from './support/class-tables.ts';
import { foundClass } from './support/classes.ts';
import { fullClass, mark, type FullClass } from './support/full-class.ts';
import { placesOf } from './support/person-columns.ts';
import { refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

/** What is left of a class, and why. Every other table that leads to one has no row of it. */
const stays: Readonly<Record<string, string>> = {
  assignment: 'what the class was set is of those who set it, and is copied for the next',
  assignment_clause: 'as its assignment',
  assignment_grading: 'the rubric: it says of nobody what they got',
  assignment_range: 'as its assignment',
  class: 'links say that it was deleted, and since when',
  class_event: 'what was set and until when it is kept, by those who still instruct',
  class_member: 'those who instruct',
};

/** What no note of a class has: it is not public, and no program writes in it. */
const neverOfClass = [
  ...['appeal', 'case_group_band', 'decision', 'decision_mail', 'decision_words', 'flag'],
  ...['import_source', 'moderation_case', 'objection', 'proposed_revision', 'public_note'],
  ...['sanction_hiding', 'second_look', 'useful_mark', 'web_annotation', 'web_annotation_name'],
];
/** Worked off within seconds. */
const passing = ['notice_due', 'thread_late'];

let site: TestApp;
let full: FullClass;
beforeEach(async () => {
  site = await startApp();
  full = await fullClass(site);
}, 60_000);
afterEach(() => stopApp(site));

const end = (id = full.id) =>
  site.owner.query(
    `update class set keep_until = (now() - interval '3 days')::date where id = $1`,
    [id],
  );
/** Whoever wrote just before is done by now. */
const wait = () =>
  site.owner.query(
    `update class set erased_at = erased_at - interval '3 minutes' where erased_at is not null`,
  );
const transact = () => site.app.transact;
async function endAll(): Promise<void> {
  await end();
  await shutClass(transact(), full.id);
  await wait();
  await emptyClass(transact(), full.id);
}
const get = (by: Person | { cookie: string } | null, url: string) => site.as(by, 'GET', url);

test('every table that leads to a class is emptied of it, but for its shell', async () => {
  const before = await rowsOfClass(site, full.id);
  const filled = Object.keys(before).filter((table) => (before[table] ?? 0) > 0);
  // A table of tomorrow is filled by nobody here: that is where to begin with it.
  expect(
    Object.keys(before).filter(
      (table) => ![...filled, ...neverOfClass, ...passing].includes(table),
    ),
  ).toEqual([]);
  await endAll();
  const after = await rowsOfClass(site, full.id);
  expect(Object.keys(after).filter((table) => (after[table] ?? 0) > 0)).toEqual(
    Object.keys(stays).sort(),
  );
  // Whoever wrote is not found by what they wrote or were, in these tables or any other.
  expect(await placesOf(site, mark)).toEqual([]);
  expect(
    (await placesOf(site, full.guest.name)).filter((place) => place !== 'registration.name'),
  ).toEqual([]);
  const { rows } = await site.owner.query(
    'select person_id::text as id, role from class_member where class_id = $1',
    [full.id],
  );
  expect(rows).toEqual([{ id: full.tess.id, role: 'instructor' }]);
  const events = await site.owner.query<{ what: string; actor: string | null }>(
    'select what, actor_id::text as actor from class_event where class_id = $1 order by at, id',
    [full.id],
  );
  expect(events.rows.map(({ what }) => what)).toEqual(['published', 'erased']);
  expect(events.rows.map(({ actor }) => actor)).toEqual([null, null]);
});

test('nobody finds anything of it on any path, and links say since when', async () => {
  await end();
  await shutClass(transact(), full.id);
  const { id, task, sam, help, tess, note, thread } = full;
  for (const isEmpty of [false, true]) {
    if (isEmpty) {
      await wait();
      await emptyClass(transact(), id);
    }
    for (const who of [sam, help, await site.addPerson()])
      for (const url of [
        ...['', '/members', '/groups', '/gradebook', '/assignments'].map(
          (path) => `/classes/${id}${path}`,
        ),
        ...['', '/board', '/grades', '/result', '/mine', '/openings'].map(
          (path) => `/assignments/${task}${path}`,
        ),
        `/api/works/ncss-2016/threads?at=4.3.1.2&assignment=${task}`,
      ]) {
        const answer = await get(who, url);
        expect([url, ...refusal(answer)]).toEqual([url, 410, 'class-erased']);
        expect(answer.json()).toMatchObject({ current: { zone: 'Asia/Shanghai' } });
      }
    for (const who of [sam, help, tess, full.kim]) {
      for (const url of [`/annotations/${note}`, `/threads/${thread}`])
        expect((await get(who, url)).statusCode).toBe(404);
      // One's own drafts are one's own until they go.
      const own = isEmpty ? ['/drafts', '/account/export'] : [];
      for (const url of [`/search?q=${mark}`, '/notices', '/following', ...own]) {
        const answer = await get(who, url);
        expect(answer.body).not.toContain(mark);
      }
    }
    expect((await get(full.guest, '/session')).json()).toMatchObject({ person: null });
    expect((await get(sam, '/classes')).json<{ items: unknown[] }>().items).toEqual([]);
    // Who instructs it has what the class was set, to read and to copy, and nothing of anybody's.
    const view = (await get(tess, `/classes/${id}`)).json<ClassView>();
    expect(view.erased).not.toBeNull();
    expect(Object.entries(view.abilities).filter(([, may]) => may)).toEqual([['copy', true]]);
    expect((await get(tess, `/assignments/${task}`)).statusCode).toBe(200);
    for (const url of [
      `/classes/${id}/members`,
      `/classes/${id}/gradebook`,
      `/assignments/${task}/board`,
      `/assignments/${task}/grades`,
    ])
      expect(refusal(await get(tess, url))).toEqual([410, 'class-erased']);
    const put = (url: string, payload: object) => site.as(tess, 'PUT', url, payload);
    expect(refusal(await put(`/classes/${id}/archive`, { archived: false }))).toEqual([
      410,
      'class-erased',
    ]);
    // The day cannot be moved any more.
    expect(
      refusal(await put(`/classes/${id}/retention`, { until: '2040-01-01', version: 1 })),
    ).toEqual([410, 'class-erased']);
    const copied = await site.as(tess, 'POST', `/classes/${id}/copies`, { name: 'Again', days: 7 });
    expect(copied.statusCode, copied.body).toBe(201);
  }
  expect((await get(null, `/classes/${id}`)).statusCode).toBe(401);
});

test('words of others that lead there stand, and lead nowhere', async () => {
  await endAll();
  const { kim, citing, note } = full;
  const thread = await get(kim, `/threads/${citing}`);
  expect(thread.statusCode, thread.body).toBe(200);
  expect(JSON.stringify(thread.json<ThreadView>())).toContain(note);
  expect((await get(kim, `/cards/notes/${note}`)).statusCode).toBe(404);
  expect((await get(kim, '/notices')).statusCode).toBe(200);
});

describe('the work', () => {
  test('is due when the day has ended where the class is, and not before', async () => {
    expect(await findEnded(site.app.db, [])).toBeNull();
    const day = (zone: string, days: number) =>
      site.owner.query(
        `update class set zone = $2, keep_until = (now() at time zone $2)::date + $3::integer where id = $1`,
        [full.id, zone, days],
      );
    for (const zone of [
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Shanghai',
      'Africa/Cairo',
    ]) {
      await day(zone, 0);
      expect([zone, await findEnded(site.app.db, [])]).toEqual([zone, null]);
      expect(await shutClass(transact(), full.id)).toBe(false);
      await day(zone, -1);
      expect([zone, await findEnded(site.app.db, [])]).toEqual([zone, full.id]);
    }
  });

  test('is done once by however many processes', async () => {
    await end();
    const shut = await Promise.all([1, 2, 3].map(() => shutClass(transact(), full.id)));
    expect(shut.filter(Boolean)).toHaveLength(1);
    // Whoever was let in just before may still be writing.
    expect(await findShut(site.app.db, [])).toBeNull();
    await wait();
    expect(await findShut(site.app.db, [])).toBe(full.id);
    await Promise.all([1, 2, 3].map(() => emptyClass(transact(), full.id)));
    await emptyClass(transact(), full.id);
    expect(await findShut(site.app.db, [])).toBeNull();
    expect(await placesOf(site, mark)).toEqual([]);
    const { rows } = await site.owner.query(`select from class_event where what = 'erased'`);
    expect(rows).toHaveLength(1);
  });

  test('goes on where it was broken off, however often', async () => {
    await end();
    await shutClass(transact(), full.id);
    await wait();
    let bits = 0;
    for (;;) {
      // A process that ends here leaves a transaction that never was.
      const broken = transact()(async (db) => {
        await emptyBit((work) => work(db), full.id);
        throw new Error('killed');
      });
      await expect(broken).rejects.toThrow('killed');
      if (!(await emptyBit(transact(), full.id))) break;
      bits += 1;
    }
    expect(bits).toBeGreaterThan(10);
    expect(await placesOf(site, mark)).toEqual([]);
    const { rows } = await site.owner.query('select from class where emptied_at is not null');
    expect(rows).toHaveLength(1);
  });

  test('leaves another class of the same people as it is', async () => {
    const id = await foundClass(site, full.sam);
    const before = await rowsOfClass(site, id);
    await endAll();
    expect(await rowsOfClass(site, id)).toEqual(before);
  });

  test('keeps a guest who is in another class as well', async () => {
    const id = await foundClass(site, full.tess);
    await site.owner.query(
      `insert into class_member (class_id, person_id, role)
       select $1, person_id, 'student' from class_guest`,
      [id],
    );
    await endAll();
    const { rows } = await site.owner.query(
      'select p.name from class_guest g join person p on p.id = g.person_id',
    );
    expect(rows).toEqual([{ name: full.guest.name }]);
  });
});

test('a guest who confirms later has an account, and nothing of the class', async () => {
  await endAll();
  const { rows } = await site.owner.query<{ person_id: string | null }>(
    `select person_id from registration where email_key = 'gus@x.org'`,
  );
  expect(rows).toEqual([{ person_id: null }]);
  const states = await site.owner.query(`select state, name from person where state = 'erased'`);
  expect(states.rows).toEqual([{ state: 'erased', name: '' }]);
});
