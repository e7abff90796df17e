import type { ClassView, NoticePage } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findToWarn, warnStaff } from '../src/features/retention/warn.ts';
import { assign } from './support/assigned.ts';
import { classOf } from './support/classes.ts';
import {
  assignmentForm,
  inDays,
  refusal,
  startApp,
  stopApp,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let tess: Person;
let sam: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  tess = await site.addPerson({ name: 'Tess' });
  sam = await site.addPerson({ name: 'Sam' });
  id = await classOf(site, tess, sam);
});

const day = (days: number): string => inDays(days).slice(0, 10);
const view = async (by: Person = tess): Promise<ClassView> => {
  const answer = await site.as(by, 'GET', `/classes/${id}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const set = (until: string | null, version = 1, by: Person = tess) =>
  site.as(by, 'PUT', `/classes/${id}/retention`, { until, version });

describe('the day', () => {
  test('is set when a class is founded, or not', async () => {
    const found = (more: object) =>
      site.as(tess, 'POST', '/classes', {
        name: 'C',
        description: '',
        zone: 'Asia/Shanghai',
        ...more,
      });
    const made = await found({ keepUntil: day(100) });
    expect(made.statusCode, made.body).toBe(201);
    id = made.json<{ id: string }>().id;
    expect((await view()).retention).toMatchObject({
      until: day(100),
      changes: [{ by: 'Tess', from: null, until: day(100) }],
    });
    expect(refusal(await found({ keepUntil: day(2) }))).toEqual([422, 'keep-too-soon']);
    for (const keepUntil of ['2027-02-30', '30.6.2027', '', '12027-01-01'])
      expect(refusal(await found({ keepUntil }))).toEqual([422, 'day-malformed']);
    id = (await found({})).json<{ id: string }>().id;
    expect((await view()).retention).toMatchObject({ until: null, ends: null, changes: [] });
  });

  test('is changed and taken away by who instructs, and its people read who did', async () => {
    expect((await set(day(60))).statusCode).toBe(200);
    expect((await set(null, 2)).statusCode).toBe(200);
    const { retention, abilities } = await view(sam);
    expect(retention).toMatchObject({
      until: null,
      changes: [
        { by: 'Tess', from: day(60), until: null },
        { by: 'Tess', from: null, until: day(60) },
      ],
    });
    expect(abilities.retain).toBe(false);
    expect(refusal(await set(day(60), 3, sam))).toEqual([403, 'not-allowed']);
    const outsider = await site.addPerson();
    expect(refusal(await set(day(60), 3, outsider))).toEqual([404, 'not-found']);
  });

  test('two who set it at once are told of each other', async () => {
    const [one, other] = await Promise.all([set(day(60)), set(day(90))]);
    expect([one.statusCode, other.statusCode].sort()).toEqual([200, 409]);
    const late = one.statusCode === 409 ? one : other;
    expect(late.json()).toMatchObject({ code: 'keep-stale', current: { version: 2 } });
    // What is so already was their wish as well.
    const { until } = (await view()).retention;
    expect((await set(until)).statusCode).toBe(200);
    expect((await view()).retention.changes).toHaveLength(1);
  });

  test.each([
    ['is past', () => day(-1), 'keep-too-soon'],
    ['leaves no week', () => day(5), 'keep-too-soon'],
    ['is before the last work', () => day(20), 'keep-before-work'],
    ['is further than twenty years', () => day(22 * 365), 'keep-too-late'],
  ])('is refused where it %s', async (_, until, code) => {
    const task = await assign(site, id);
    await site.owner.query(
      `insert into assignment_extension (assignment_id, person_id, closes_at)
       values ($1, $2, now() + interval '30 days')`,
      [task, sam.id],
    );
    expect(refusal(await set(until()))).toEqual([422, code]);
    expect((await view()).retention).toMatchObject({ until: null, version: 1, changes: [] });
  });

  test('nothing of the class is given a time after it', async () => {
    await set(day(20));
    const make = (closes: string) =>
      site.as(tess, 'POST', `/classes/${id}/assignments`, assignmentForm({ closes }));
    expect(refusal(await make(inDays(30)))).toEqual([422, 'after-keep']);
    const made = await make(inDays(15));
    expect(made.statusCode, made.body).toBe(201);
    const task = await assign(site, id);
    const more = await site.as(tess, 'PUT', `/assignments/${task}/extensions/${sam.id}`, {
      due: inDays(25),
      closes: null,
    });
    expect(refusal(more)).toEqual([422, 'after-keep']);
    const at = { at: inDays(25), version: 0 };
    expect(refusal(await site.as(tess, 'PUT', `/assignments/${task}/release-time`, at))).toEqual([
      422,
      'after-keep',
    ]);
    const { rows } = await site.owner.query(
      'select from assignment_extension where assignment_id = $1',
      [task],
    );
    expect(rows).toEqual([]);
  });

  test.each([
    // Midnight does not come there: clocks go from 23:59 to 1:00.
    ['Africa/Cairo', '2032-04-29', '2032-04-29T22:00:00.000000Z'],
    ['Europe/Berlin', '2032-10-31', '2032-10-31T23:00:00.000000Z'],
    ['Asia/Shanghai', '2032-06-30', '2032-06-30T16:00:00.000000Z'],
    ['Pacific/Kiritimati', '2032-06-30', '2032-06-30T10:00:00.000000Z'],
  ])('ends where the class is: %s', async (zone, until, ends) => {
    await site.owner.query('update class set zone = $2 where id = $1', [id, zone]);
    expect((await set(until)).json<ClassView>().retention.ends).toBe(ends);
  });

  test('another zone does not put work behind it', async () => {
    await site.owner.query(`update class set zone = 'Pacific/Pago_Pago' where id = $1`, [id]);
    const task = await assign(site, id);
    await set(day(20));
    await site.owner.query(
      `update assignment set closes_at = ($2::timestamptz - interval '1 hour') where id = $1`,
      [task, (await view()).retention.ends],
    );
    const form = { name: 'C', description: '', zone: 'Pacific/Kiritimati' };
    expect(refusal(await site.as(tess, 'PUT', `/classes/${id}`, form))).toEqual([
      422,
      'keep-before-work',
    ]);
    expect((await view()).zone).toBe('Pacific/Pago_Pago');
  });

  test('is set of a class in the archive as well, and stays when it is taken out', async () => {
    await site.as(tess, 'PUT', `/classes/${id}/archive`, { archived: true });
    expect((await set(day(60))).statusCode).toBe(200);
    await site.as(tess, 'PUT', `/classes/${id}/archive`, { archived: false });
    expect((await view()).retention.until).toBe(day(60));
  });

  test('a copy has none', async () => {
    await set(day(60));
    const copied = await site.as(tess, 'POST', `/classes/${id}/copies`, {
      name: 'Next',
      days: 180,
    });
    id = copied.json<{ id: string }>().id;
    expect((await view()).retention).toMatchObject({ until: null, changes: [] });
  });
});

describe('before it', () => {
  const deps = () => ({
    transact: site.app.transact,
    settings: site.config,
    outbox: { ...site.app.outbox, sends: true },
  });
  const look = async () => {
    const done: string[] = [];
    for (let next = await findToWarn(site.app.db, done); next !== null;) {
      await warnStaff(deps(), next);
      done.push(next);
      next = await findToWarn(site.app.db, done);
    }
    return done.filter((each) => each === id);
  };
  const notices = async (by: Person) =>
    (await site.as(by, 'GET', '/notices')).json<NoticePage>().retentions;
  const unread = async (by: Person) =>
    (await site.as(by, 'GET', '/session')).json<{ unread: number }>().unread;
  const letters = async (by: Person) =>
    (
      await site.owner.query<{ subject: string; body: string }>(
        `select subject, body from mail where kind = 'retention' and recipient = $1 order by id`,
        [by.email],
      )
    ).rows;
  const pass = (days: number) =>
    site.owner.query(
      'update class set keep_until = (now() + make_interval(days => $2))::date where id = $1',
      [id, days],
    );

  test('those who teach are told thirty days and seven days before, each time once', async () => {
    await wishMail(site, tess, 'daily');
    await set(day(60));
    expect(await look()).toEqual([]);
    await pass(25);
    expect(await look()).toEqual([id]);
    expect(await look()).toEqual([]);
    expect(await notices(tess)).toMatchObject([{ class: id, until: day(25) }]);
    expect(await unread(tess)).toBe(1);
    const [letter] = await letters(tess);
    expect(letter?.body).toContain(`/classes/${id}/settings#retention`);
    expect(letter?.body).toContain(day(25));
    expect([await notices(sam), await unread(sam), await letters(sam)]).toEqual([[], 0, []]);

    const read = await site.as(tess, 'POST', '/notices/read', { until: inDays(0) });
    expect(read.statusCode, read.body).toBe(200);
    expect([await notices(tess), await unread(tess)]).toEqual([[], 0]);
    await pass(4);
    expect(await Promise.all([look(), look()])).toContainEqual([id]);
    expect(await notices(tess)).toMatchObject([{ until: day(4) }]);
    expect(await letters(tess)).toHaveLength(2);
  });

  test('another day takes the warning back, and is warned of anew', async () => {
    await set(day(20));
    await look();
    expect(await notices(tess)).toHaveLength(1);
    await set(day(200), 2);
    expect(await notices(tess)).toEqual([]);
    expect(await look()).toEqual([]);
    await set(day(21), 3);
    expect(await look()).toEqual([id]);
  });

  test('whoever teaches there no more is told nothing', async () => {
    await set(day(20));
    await site.owner.query(`update class_member set role = 'assistant' where person_id = $1`, [
      sam.id,
    ]);
    await look();
    expect(await notices(sam)).toHaveLength(1);
    await site.as(tess, 'DELETE', `/classes/${id}/members/${sam.id}`);
    expect([await notices(sam), await unread(sam)]).toEqual([[], 0]);
  });
});
