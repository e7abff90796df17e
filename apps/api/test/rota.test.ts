import type { RotaView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeDb, makeTransact } from '../src/db/client.ts';
import { beginMornings, callAdministrators } from '../src/features/rota/morning.ts';
import {
  allOf,
  deliverNow,
  otherWork,
  ownApp,
  refusal,
  rootOf,
  startThread,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let admin: Person;
let ada: Person;
let mia: Person;
beforeEach(async () => {
  site = await ownApp();
  admin = await site.addPerson({ name: 'Keeper', administrator: true });
  ada = await site.addPerson({ name: 'Ada' });
  mia = await site.addPerson({ name: 'Mia', moderates: 'ncss-2016' });
});

const rotaOf = async (person: Person): Promise<RotaView> =>
  (await site.as(person, 'GET', '/moderation/rota')).json<RotaView>();
const choose = (person: Person, weekdays: readonly number[], work: string | null = 'ncss-2016') =>
  site.as(person, 'PUT', '/moderation/rota/duty', { work, weekdays });
const away = (person: Person, from: string, to: string) =>
  site.as(person, 'POST', '/moderation/rota/absences', { from, to });
/** A day of the database's own, as many days from today. */
const dayIn = async (days: number): Promise<string> => {
  const text =
    "select to_char(now() at time zone 'UTC' + make_interval(days => $1), 'YYYY-MM-DD') as d";
  const { rows } = await site.owner.query<{ d: string }>(text, [days]);
  return rows[0]?.d ?? '';
};
const weekday = async (): Promise<number> => {
  const { rows } = await site.owner.query<{ d: number }>(
    "select extract(isodow from now() at time zone 'UTC')::integer as d",
  );
  return rows[0]?.d ?? 0;
};

/** A case that has waited for some hours, about a public note of somebody's. */
async function waits(
  hours: number,
  { kind = 'flagged', by = ada, work = 'ncss-2016', claimedBy = null as Person | null } = {},
): Promise<void> {
  const { id } = rootOf(await startThread(site, by, '4.3.1.2', { body: 'Secret words' }));
  await site.owner.query(
    `insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority, opened_at,
       claimed_by, claimed_until)
     values ($1, (select id from work where slug = $6), $2, $3, $4, 1,
       now() - make_interval(hours => $5), $7,
       case when $7::uuid is not null then now() + interval '5 minutes' end)`,
    [randomUUID(), id, by.id, kind, hours, work, claimedBy?.id ?? null],
  );
}

const deps = () => ({ db: makeDb(site.pool), transact: makeTransact(site.pool) });
const dawn = () =>
  site.owner.query("update moderator_round set due_at = now() - interval '1 minute'");
/** Everybody's morning is now: what is written and sent. */
async function morning() {
  await dawn();
  while (await beginMornings(deps(), site.app.outbox));
  return deliverNow(site);
}
const queued = async (): Promise<number> =>
  (await site.owner.query("select from mail where kind like 'moderation-%'")).rowCount ?? -1;

describe('the rota', () => {
  test('begins with every day, and is chosen for each appointment', async () => {
    expect((await rotaOf(mia)).own).toEqual([
      { work: 'ncss-2016', weekdays: [1, 2, 3, 4, 5, 6, 7] },
    ]);
    expect((await choose(mia, [5, 1, 2])).statusCode).toBe(200);
    expect((await rotaOf(mia)).own).toEqual([{ work: 'ncss-2016', weekdays: [1, 2, 5] }]);
    expect((await choose(mia, [])).statusCode).toBe(200);
    expect((await rotaOf(mia)).own).toEqual([{ work: 'ncss-2016', weekdays: [] }]);
  });

  test.each<[string, object, number]>([
    ['a day that is none', { work: 'ncss-2016', weekdays: [8] }, 400],
    ['a day twice', { work: 'ncss-2016', weekdays: [1, 1] }, 400],
    ['no days', { work: 'ncss-2016' }, 400],
    ['an appointment they do not have', { work: null, weekdays: [1] }, 404],
    ['a work that is not there', { work: 'nowhere', weekdays: [1] }, 404],
  ])('%s is refused', async (_what, body, status) => {
    expect((await site.as(mia, 'PUT', '/moderation/rota/duty', body)).statusCode).toBe(status);
    expect((await rotaOf(mia)).own[0]?.weekdays).toHaveLength(7);
  });

  test('shows who is on duty in the works one keeps in order, and in no other', async () => {
    const other = await otherWork(site.owner);
    const eli = await site.addPerson({ name: 'Eli', moderates: other });
    const all = await site.addPerson({ name: 'Zoe', moderates: null });
    const today = await weekday();
    await choose(mia, [today]);
    await choose(all, [(today % 7) + 1], null);
    await away(eli, await dayIn(0), await dayIn(3));
    const here = { name: 'Mia', weekdays: [today], absentUntil: null, onDuty: true };
    const everywhere = { name: 'Zoe', weekdays: [(today % 7) + 1], onDuty: false };
    expect((await rotaOf(mia)).works).toMatchObject([
      { work: 'ncss-2016', people: [here, everywhere] },
    ]);
    const elsewhere = { name: 'Eli', absentUntil: await dayIn(3), onDuty: false };
    expect((await rotaOf(eli)).works).toMatchObject([
      { work: 'other', people: [elsewhere, everywhere] },
    ]);
    expect((await rotaOf(admin)).works.map(({ work }) => work)).toEqual(['ncss-2016', 'other']);
    expect((await rotaOf(admin)).own).toEqual([]);
    expect(JSON.stringify((await rotaOf(mia)).works)).not.toMatch(/@|Eli/);
  });

  test('is for moderators and administrators', async () => {
    for (const url of ['/moderation/rota', '/moderation/overdue']) {
      expect(refusal(await site.as(ada, 'GET', url))).toEqual([403, 'not-allowed']);
      expect(refusal(await site.as(null, 'GET', url))).toEqual([401, 'sign-in-required']);
    }
    expect(refusal(await away(ada, await dayIn(0), await dayIn(1)))).toEqual([403, 'not-allowed']);
    const alarm = await site.as(mia, 'PUT', '/moderation/alarm', { days: 5 });
    expect(refusal(alarm)).toEqual([403, 'not-allowed']);
  });
});

describe('an absence', () => {
  test('is said, listed and taken back, by its own moderator alone', async () => {
    const [from, to] = [await dayIn(1), await dayIn(9)];
    expect((await away(mia, from, to)).statusCode).toBe(201);
    const [absence] = (await rotaOf(mia)).absences;
    expect(absence).toMatchObject({ from, to });
    const url = `/moderation/rota/absences/${absence?.id ?? ''}`;
    expect(refusal(await site.as(admin, 'DELETE', url))).toEqual([404, 'not-found']);
    expect((await site.as(mia, 'DELETE', url)).statusCode).toBe(200);
    expect((await rotaOf(mia)).absences).toEqual([]);
  });

  test.each<[string, number, number]>([
    ['that ends before it begins', 3, 2],
    ['that is over', -5, -2],
    ['of more than a year', 0, 366],
  ])('%s is refused', async (_what, first, last) => {
    const answer = await away(mia, await dayIn(first), await dayIn(last));
    expect(refusal(answer)).toEqual([422, 'absence-malformed']);
  });

  test.each(['2026-02-30', '2026-13-01', 'tomorrow', '', '2026-1-1'])(
    '%s is no day',
    async (text) => {
      expect((await away(mia, text, await dayIn(3))).statusCode).toBe(400);
    },
  );

  test('no more than fifty are kept, and an administrator without an appointment has none', async () => {
    const day = await dayIn(1);
    await site.owner.query(
      `insert into moderator_absence select gen_random_uuid(), $1, $2::date, $2::date
       from generate_series(1, 50)`,
      [mia.id, day],
    );
    expect(refusal(await away(mia, day, day))).toEqual([422, 'absence-malformed']);
    expect(refusal(await away(admin, day, day))).toEqual([422, 'absence-malformed']);
  });

  test('goes with the appointment', async () => {
    await away(mia, await dayIn(1), await dayIn(2));
    await site.as(admin, 'DELETE', `/moderators/${mia.id}?work=ncss-2016`);
    for (const table of ['moderator_absence', 'moderator_round'])
      expect((await site.owner.query(`select from ${table}`)).rowCount, table).toBe(0);
  });
});

describe('the mail in the morning', () => {
  test('says what waits, in the language and the time of its reader, and no word of a note', async () => {
    await site.owner.query(
      "update account set locale = 'zh-Hans', time_zone = 'Asia/Shanghai' where person_id = $1",
      [mia.id],
    );
    await waits(30);
    await waits(50, { kind: 'appeal' });
    await waits(2, { claimedBy: mia });
    const [mail, ...others] = await morning();
    expect(others).toEqual([]);
    expect(mail?.to.address).toBe(mia.email);
    expect(mail?.subject).toBe('有 3 则注解等待审阅');
    expect(mail?.text).toContain('- 待处理：3');
    expect(mail?.text).toContain('- 其中申诉：1');
    expect(mail?.text).toContain('- 由您认领：1');
    expect(mail?.text).toContain('Asia/Shanghai');
    expect(mail?.text).toContain('/moderation?work=ncss-2016\n');
    expect(mail === undefined ? '' : allOf(mail)).not.toMatch(/Secret|Ada/);
  });

  test('is written once, however many look, and again the next morning', async () => {
    await waits(3);
    await dawn();
    await Promise.all([1, 2, 3, 4].map(() => beginMornings(deps(), site.app.outbox)));
    expect(await queued()).toBe(1);
    const { rows } = await site.owner.query<{ ahead: boolean }>(
      "select due_at > now() and due_at <= now() + interval '24 hours' as ahead from moderator_round",
    );
    expect(rows).toEqual([{ ahead: true }]);
    await beginMornings(deps(), site.app.outbox);
    expect(await queued()).toBe(1);
    expect(await morning()).toHaveLength(2);
  });

  test('does not go to whoever is off duty, away, or wishes none; nor where nothing waits', async () => {
    expect(await morning()).toEqual([]);
    await waits(3);
    const today = await weekday();
    await choose(
      mia,
      [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== today),
    );
    expect(await morning()).toEqual([]);
    await choose(mia, [today]);
    await away(mia, await dayIn(0), await dayIn(0));
    expect(await morning()).toEqual([]);
    await site.owner.query('delete from moderator_absence');
    await site.as(mia, 'PUT', '/moderation/rota/summary', { mails: false, hour: 7, zone: 'UTC' });
    expect(await morning()).toEqual([]);
    await site.as(mia, 'PUT', '/moderation/rota/summary', { mails: true, hour: 7, zone: 'UTC' });
    expect(await morning()).toHaveLength(1);
  });

  test('the day is that of the reader, not of the server', async () => {
    await waits(3);
    // In one of the two it is another day than in UTC, at every hour.
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await site.owner.query('update account set time_zone = $1 where person_id = $2', [
        zone,
        mia.id,
      ]);
      const { rows } = await site.owner.query<{ d: number }>(
        'select extract(isodow from now() at time zone $1)::integer as d',
        [zone],
      );
      const there = rows[0]?.d ?? 0;
      await choose(mia, [(there % 7) + 1]);
      expect(await morning(), zone).toEqual([]);
      await choose(mia, [there]);
      expect(await morning(), zone).toHaveLength(1);
    }
  });

  test('counts only what they are on duty for, and not their own notes', async () => {
    const other = await otherWork(site.owner);
    const today = await weekday();
    await site.owner.query(
      `insert into moderator (person_id, work_id, weekdays)
       values ($1, (select id from work where slug = $2), array[$3]::smallint[])`,
      [mia.id, other, (today % 7) + 1],
    );
    await waits(3);
    await waits(4, { work: other });
    await waits(5, { by: mia });
    const [mail] = await morning();
    expect(mail?.subject).toBe('One note waits for you');
    expect(mail?.text).not.toContain('work=other');
  });

  test('is not sent to whoever has been dismissed or erased meanwhile, nor hours too late', async () => {
    await waits(3);
    await site.owner.query("update moderator_round set due_at = now() - interval '7 hours'");
    await beginMornings(deps(), site.app.outbox);
    expect(await queued()).toBe(0);
    await dawn();
    await beginMornings(deps(), site.app.outbox);
    expect(await queued()).toBe(1);
    await site.owner.query('delete from moderator');
    expect(await deliverNow(site)).toEqual([]);
    expect(await queued()).toBe(0);
  });

  test('ends with the link of the mail, without signing in, and nothing else does', async () => {
    await waits(3);
    const [mail] = await morning();
    const token = /\?token=([\w-]+)>$/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const scope = await site.app.inject(`/api/unsubscribe/scope?token=${token}`);
    expect(scope.json()).toEqual({ scope: 'summary' });
    await site.as(mia, 'PATCH', '/following/settings', { mail: 'daily' });
    const end = { method: 'POST', url: `/api/unsubscribe?token=${token}` } as const;
    expect((await site.app.inject(end)).statusCode).toBe(200);
    expect((await rotaOf(mia)).summary.mails).toBe(false);
    expect((await site.as(mia, 'GET', '/following/settings')).json()).toMatchObject({
      mail: 'daily',
    });
    expect(await morning()).toEqual([]);
  });

  test('comes at the hour that was chosen, where they are', async () => {
    const form = { mails: true, hour: 5, zone: 'Asia/Shanghai' };
    expect((await site.as(mia, 'PUT', '/moderation/rota/summary', form)).json()).toEqual(form);
    const { rows } = await site.owner.query<{ hour: number; ahead: boolean }>(
      `select extract(hour from due_at at time zone 'Asia/Shanghai')::integer as hour,
         due_at > now() and due_at <= now() + interval '24 hours' as ahead from moderator_round`,
    );
    expect(rows).toEqual([{ hour: 5, ahead: true }]);
    const wrong = await site.as(mia, 'PUT', '/moderation/rota/summary', {
      ...form,
      zone: '+08:00',
    });
    expect(refusal(wrong)).toEqual([422, 'zone-unknown']);
    for (const hour of [24, -1, 1.5])
      expect(
        (await site.as(mia, 'PUT', '/moderation/rota/summary', { ...form, hour })).statusCode,
      ).toBe(400);
  });

  test('a zone the database does not know keeps nobody from being told', async () => {
    await waits(3);
    await site.owner.query("update account set time_zone = 'Nowhere/Else'");
    expect(await morning()).toHaveLength(1);
  });
});

describe('the alarm', () => {
  const call = async () => {
    await callAdministrators(deps(), site.app.outbox);
    return deliverNow(site);
  };

  test('calls the administrators once a day while a case is too old', async () => {
    await waits(71);
    expect(await call()).toEqual([]);
    await waits(73);
    const [mail, ...others] = await call();
    expect(others).toEqual([]);
    expect(mail?.to.address).toBe(admin.email);
    expect(mail?.subject).toBe('Notes have waited for too long');
    expect(mail?.text).toContain('more than 3 days');
    expect(mail === undefined ? '' : allOf(mail)).not.toMatch(/Secret|Ada/);
    expect(await call()).toEqual([]);
    await site.owner.query("update moderation_alarm set alarmed_at = now() - interval '23 hours'");
    expect(await call()).toEqual([]);
    await site.owner.query("update moderation_alarm set alarmed_at = now() - interval '25 hours'");
    expect(await call()).toHaveLength(1);
    await site.owner.query("update moderation_alarm set alarmed_at = now() - interval '25 hours'");
    await site.owner.query("update moderation_case set state = 'closed', ended_at = now()");
    expect(await call()).toEqual([]);
  });

  test('is written once, however many processes look', async () => {
    await waits(80);
    await Promise.all([1, 2, 3, 4].map(() => callAdministrators(deps(), site.app.outbox)));
    expect(await queued()).toBe(1);
  });

  test('says nothing where it has been decided meanwhile', async () => {
    await waits(80);
    await callAdministrators(deps(), site.app.outbox);
    await site.owner.query("update moderation_case set state = 'closed', ended_at = now()");
    expect(await deliverNow(site)).toEqual([]);
  });

  test('goes by the days that were set, and is shown to those who keep the work in order', async () => {
    const other = await otherWork(site.owner);
    const eli = await site.addPerson({ name: 'Eli', moderates: other });
    await waits(30);
    const overdue = async (person: Person) =>
      (await site.as(person, 'GET', '/moderation/overdue')).json<RotaView['overdue']>();
    expect(await overdue(admin)).toEqual({ days: 3, items: [] });
    const set = await site.as(admin, 'PUT', '/moderation/alarm', { days: 1 });
    expect(set.json()).toEqual({ days: 1 });
    expect(await overdue(admin)).toMatchObject({ days: 1, items: [{ work: 'ncss-2016' }] });
    expect(await overdue(mia)).toMatchObject({ items: [{ work: 'ncss-2016' }] });
    expect(await overdue(eli)).toEqual({ days: 1, items: [] });
    for (const days of [0, 61, 1.5, '2'])
      expect((await site.as(admin, 'PUT', '/moderation/alarm', { days })).statusCode).toBe(400);
  });
});
