import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildApp } from '../src/app.ts';
import { makeDb, makeTransact } from '../src/db/client.ts';
import { deliver } from '../src/features/mail/deliver.ts';
import type { Message } from '../src/features/mail/transport.ts';
import { gatherMail } from '../src/features/notices/gather.ts';
import { tidy } from '../src/features/upkeep/service.ts';
import {
  hideForm,
  allOf,
  deliverNow,
  deliveryOf,
  gatherNow,
  mailNow,
  member,
  ownApp,
  password,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  fanOutNow,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let keeper: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

/** Of 2.0.5.1, which the copy holds in both languages. */
const enWords = /openness/i;
const zhWords = '合作共赢';

const follow = (person: Person, place: string, more: object = {}) =>
  site.as(person, 'PUT', `/follows/${place}`, { state: 'followed', ...more });
const uidAt = async (at: string): Promise<string> =>
  (await site.as(null, 'GET', `/works/ncss-2016/reading?at=${at}`)).json<{
    focus: { uid: string };
  }>().focus.uid;
async function reader(mail = 'soon', zone?: string): Promise<Person> {
  const person = await site.addPerson({ name: 'Cem' });
  await wishMail(site, person, mail, zone);
  return person;
}
const to = (person: Person, sent: readonly Message[]): Message[] =>
  sent.filter((message) => message.to.address === person.email);
const count = async (table: string, person: Person): Promise<number> =>
  (await site.owner.query(`select from ${table} where person_id = $1`, [person.id])).rowCount ?? 0;

test('a mail tells who wrote where and why, with the clause in its languages, and no word of the note', async () => {
  const cem = await reader('soon', 'Asia/Shanghai');
  await follow(cem, `clause/${await uidAt('2.0.5.1')}`);
  const note = rootOf(
    await startThread(site, ada, '2.0.5.1', { body: 'Xyzzy of mine', tags: ['plugh'] }),
  );
  const [mail, ...more] = to(cem, await mailNow(site));
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('A new note on 2.0.5.1');
  for (const part of [mail?.text ?? '', mail?.html ?? '']) {
    expect(part).toContain('Ada wrote on a clause you follow');
    expect(part).toContain(`http://localhost:3000/n/${note.id}`);
    expect(part).toContain('II ¶5 s. 1');
    expect(part).toContain(zhWords);
    expect(part).toMatch(enWords);
    expect(part).toContain('Asia/Shanghai');
    expect(part).not.toMatch(/xyzzy|plugh/i);
  }
  expect(mail?.headers).toMatchObject({
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(mail?.headers['List-Unsubscribe']).toMatch(
    /^<http:\/\/localhost:3000\/api\/unsubscribe\?token=[\w-]{80,90}>$/,
  );
});

test('it is in the language of the person', async () => {
  const cem = await reader('daily', 'Asia/Shanghai');
  await site.as(cem, 'PATCH', '/account', { locale: 'zh-Hans' });
  await follow(cem, 'work/ncss-2016');
  await startThread(site, ada, '4.2');
  const [mail] = to(cem, await mailNow(site));
  expect(mail?.subject).toBe('4.2 有 1 则新注解');
  expect(mail?.html).toContain('<html lang="zh-Hans">');
  expect(mail?.text).toContain('Ada 在您关注的文本上写了注解');
  expect(mail?.text).toContain('每天 7:00（Asia/Shanghai）');
});

test('nobody is mailed who did not ask for it, nor of what they want without mail', async () => {
  const [cem, dora] = [await site.addPerson({ name: 'Cem' }), await reader()];
  await follow(cem, 'work/ncss-2016');
  await follow(dora, 'work/ncss-2016', { mail: false });
  await startThread(site, ada, '4.2');
  const sent = await mailNow(site);
  expect([...to(cem, sent), ...to(dora, sent)]).toEqual([]);
  expect(await count('mail_notice', cem)).toBe(0);
  // The same note by something else that they follow with mail.
  await follow(dora, `clause/${await uidAt('4.2')}`);
  await startThread(site, ada, '4.2');
  expect(to(dora, await mailNow(site)).map(({ text }) => /wrote on a clause/.test(text))).toEqual([
    true,
  ]);
  const listed = await site.as(dora, 'GET', '/follows');
  expect(listed.json<{ items: { mail: boolean }[] }>().items.map(({ mail }) => mail)).toEqual([
    true,
    false,
  ]);
  await follow(dora, 'work/ncss-2016');
  const kept = await site.as(dora, 'GET', '/follows');
  expect(kept.json<{ items: { mail: boolean }[] }>().items.at(-1)?.mail).toBe(false);
});

test('thirty answers in a quick thread are one mail; what exceeds fifty is counted', async () => {
  const cem = await reader();
  const root = rootOf(await startThread(site, cem, '4.4'));
  for (let n = 0; n < 30; n += 1) await replyTo(site, ada, root.id, `Answer ${String(n)}`);
  const [mail, ...more] = to(cem, await mailNow(site));
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('30 new notes on 4.4');
  expect(mail?.text.match(/Ada answered you/g)).toHaveLength(30);
  for (let n = 0; n < 53; n += 1) await replyTo(site, ada, root.id, `More ${String(n)}`);
  const [long] = to(cem, await mailNow(site));
  expect(long?.text.match(/Ada answered you/g)).toHaveLength(50);
  expect(long?.text).toContain('3 more are in your notices');
});

test.each([
  ['hidden', (note: string) => site.as(keeper, 'POST', `/annotations/${note}/hide`, hideForm())],
  [
    'deleted',
    (note: string, _t: string, _cem: Person, author: Person) =>
      site.as(author, 'DELETE', `/annotations/${note}`),
  ],
  [
    'moved where its reader may not look',
    (_note: string, thread: string, _cem: Person, author: Person) =>
      site.as(author, 'POST', `/threads/${thread}/move`, { layer: 'notebook' }),
  ],
  [
    'read',
    (note: string, _t: string, cem: Person) => site.as(cem, 'POST', `/notices/${note}/read`),
  ],
  [
    'of a thread muted since',
    (_n: string, thread: string, cem: Person) =>
      site.as(cem, 'PUT', `/follows/thread/${thread}`, { state: 'muted' }),
  ],
  [
    'followed no more',
    (_n: string, _t: string, cem: Person) => site.as(cem, 'DELETE', '/follows/work/ncss-2016'),
  ],
  [
    'followed without mail since',
    (_n: string, _t: string, cem: Person) => follow(cem, 'work/ncss-2016', { mail: false }),
  ],
  [
    'to somebody who wants no mail since',
    (_n: string, _t: string, cem: Person) =>
      site.as(cem, 'PATCH', '/following/settings', { mail: 'off' }),
  ],
] as const)('a note %s is not told, whenever that happened', async (_how, act) => {
  const cem = await reader();
  // What is hidden of somebody's is held against them: nobody else's notes are to wait for it.
  const author = await site.addPerson({ name: 'Ada' });
  await follow(cem, 'work/ncss-2016');
  for (const when of ['before it is gathered', 'in the outbox']) {
    const thread = await startThread(site, author, '4.2');
    await (when === 'in the outbox' ? gatherNow(site) : fanOutNow(site));
    const done = await act(rootOf(thread).id, thread.id, cem, author);
    expect(done.statusCode, done.body).toBe(200);
    expect(to(cem, await mailNow(site)), when).toEqual([]);
    const { rows } = await site.owner.query('select from mail where recipient = $1', [cem.email]);
    expect(rows, when).toEqual([]);
    await follow(cem, 'work/ncss-2016', { mail: true });
    await wishMail(site, cem, 'soon');
  }
});

test('of several notes only those are told that may be', async () => {
  const cem = await reader();
  await follow(cem, 'work/ncss-2016');
  const gone = rootOf(await startThread(site, ada, '4.1.1.1'));
  await startThread(site, ada, '4.2');
  await gatherNow(site);
  await site.as(ada, 'DELETE', `/annotations/${gone.id}`);
  const [mail] = to(cem, await deliverNow(site));
  expect(mail?.subject).toBe('A new note on 4.2');
  expect(allOf(mail as Message)).not.toContain(gone.id);
});

test.each([
  ['withheld', false],
  ['signed-in', true],
] as const)('the words of an edition that is %s: %s', async (access, told) => {
  const cem = await reader();
  await follow(cem, 'work/ncss-2016');
  await startThread(site, ada, '2.0.5.1');
  await site.owner.query("update edition set access = $1 where id = 'en-creemers'", [access]);
  const [mail] = to(cem, await mailNow(site));
  await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  expect(enWords.test(allOf(mail as Message))).toBe(told);
  expect(mail?.text).toContain(zhWords);
});

describe('told once', () => {
  const waiting = async (person: Person) =>
    (
      await site.owner.query<{ id: string; state: string; error: string }>(
        'select id, state, last_error as error from mail where recipient = $1',
        [person.email],
      )
    ).rows;

  test('when several processes gather at once', async () => {
    const people: Person[] = [];
    for (let n = 0; n < 12; n += 1) people.push(await reader());
    for (const person of people) await follow(person, 'work/ncss-2016');
    await startThread(site, ada, '4.2');
    await fanOutNow(site);
    await site.owner.query("update mail_round set due_at = now() - interval '1 second'");
    const gather = () =>
      gatherMail({ db: makeDb(site.pool), transact: makeTransact(site.pool) }, site.app.outbox);
    await Promise.all([gather(), gather(), gather()]);
    for (const person of people) expect(await waiting(person)).toMatchObject([{ state: 'queued' }]);
    const sent = await deliverNow(site);
    expect(new Set(sent.map(({ to: { address } }) => address)).size).toBe(sent.length);
    expect(await mailNow(site)).toEqual([]);
  });

  test('when two workers have the same job', async () => {
    const cem = await reader();
    await follow(cem, 'work/ncss-2016');
    await startThread(site, ada, '4.2');
    await gatherNow(site);
    const [row] = await waiting(cem);
    const sendMail = vi.fn(() => Promise.resolve());
    const once = () => deliver(deliveryOf(site, sendMail), row?.id ?? '', false);
    await Promise.all([once(), once(), once()]);
    expect(sendMail).toHaveBeenCalledTimes(1);
  });

  test('when a worker dies between sending and writing it down', async () => {
    const cem = await reader();
    await follow(cem, 'work/ncss-2016');
    await startThread(site, ada, '4.2');
    await gatherNow(site);
    const [row] = await waiting(cem);
    // The server takes the mail, and the process sees no answer any more.
    let handedOver = 0;
    void deliver(
      deliveryOf(site, () => {
        handedOver += 1;
        return new Promise(() => undefined);
      }),
      row?.id ?? '',
      false,
    );
    await vi.waitUntil(() => handedOver === 1);
    expect(await waiting(cem)).toMatchObject([{ state: 'sending' }]);
    expect(to(cem, await deliverNow(site))).toEqual([]);
    expect(await waiting(cem)).toMatchObject([{ state: 'failed', error: 'interrupted' }]);
    expect(to(cem, await mailNow(site))).toEqual([]);
  });

  test('and again where the server said no, with the same id', async () => {
    const cem = await reader();
    await follow(cem, 'work/ncss-2016');
    const note = rootOf(await startThread(site, ada, '4.2'));
    await gatherNow(site);
    const [row] = await waiting(cem);
    const ids: string[] = [];
    const refusing = deliveryOf(site, ({ messageId }) => {
      ids.push(messageId);
      return Promise.reject(Object.assign(new Error(cem.email), { code: 'ECONNECTION' }));
    });
    await expect(deliver(refusing, row?.id ?? '', false)).rejects.toThrow(/^ECONNECTION$/);
    expect(await waiting(cem)).toMatchObject([{ state: 'queued', error: 'ECONNECTION' }]);
    const [mail] = to(cem, await deliverNow(site));
    expect(mail?.messageId).toBe(ids[0]);
    expect(await waiting(cem)).toMatchObject([{ state: 'sent', error: '' }]);
    // Hidden and shown again: it has been told.
    await site.as(keeper, 'POST', `/annotations/${note.id}/hide`, hideForm());
    await site.as(keeper, 'POST', `/annotations/${note.id}/unhide`, { reason: 'A mistake.' });
    expect(to(cem, await mailNow(site))).toEqual([]);
  });
});

test('who leaves is sent nothing, and nothing of it is kept', async () => {
  const dora = await member(site, 'dora@example.org', 'Dora');
  await wishMail(site, dora, 'soon');
  await follow(dora, 'work/ncss-2016');
  await startThread(site, ada, '4.2');
  await gatherNow(site);
  await startThread(site, ada, '4.2');
  await fanOutNow(site);
  const left = await site.as(dora, 'DELETE', '/account', { password, writing: 'remove' });
  expect(left.statusCode, left.body).toBe(200);
  expect(
    (await mailNow(site)).filter(({ to: { address } }) => address === 'dora@example.org'),
  ).toEqual([]);
  for (const table of ['mail_notice', 'mail_round', 'notice', 'follow'])
    expect(await count(table, dora), table).toBe(0);
});

test('the administrator sees that a mail waits, not what it tells', async () => {
  const cem = await reader();
  await follow(cem, `clause/${await uidAt('4.1.1.1')}`);
  await startThread(site, ada, '4.1.1.1');
  await gatherNow(site);
  const outbox = (await site.as(keeper, 'GET', '/outbox')).json<{
    items: { recipient: string; subject: string; body: string | null }[];
  }>();
  expect(outbox.items.find(({ recipient }) => recipient === cem.email)).toMatchObject({
    subject: 'Notices',
    body: null,
  });
  expect(to(cem, await deliverNow(site))).toHaveLength(1);
});

test('what is stored about a person counts what they follow and were told', async () => {
  const cem = await reader();
  await follow(cem, 'work/ncss-2016');
  await startThread(site, ada, '4.2');
  await fanOutNow(site);
  const stored = await site.as(cem, 'GET', '/account/stored');
  expect(stored.json()).toMatchObject({ follows: 1, notices: 1 });
});

test('what nobody gathers goes after a fortnight', async () => {
  const cem = await reader();
  await follow(cem, 'work/ncss-2016');
  await startThread(site, ada, '4.2');
  await fanOutNow(site);
  await tidy(makeTransact(site.pool));
  expect(await count('mail_notice', cem)).toBe(1);
  await site.owner.query("update mail_notice set at = now() - interval '15 days'");
  await tidy(makeTransact(site.pool));
  expect(await count('mail_notice', cem)).toBe(0);
  expect(await mailNow(site)).toEqual([]);
});

describe('the choice', () => {
  test.each(['Mars/Olympus', '+08:00', 'Etc/', 'x'.repeat(64), "UTC'; drop table mail"])(
    'a zone %s is none',
    async (zone) => {
      const cem = await reader();
      const answer = await site.as(cem, 'PATCH', '/following/settings', { zone });
      expect(refusal(answer)).toEqual([422, 'zone-unknown']);
    },
  );

  test.each([{}, { mail: 'hourly' }, { zone: '' }, { mail: null }, { other: 1 }])(
    '%j is no choice',
    async (change) => {
      const answer = await site.as(await reader(), 'PATCH', '/following/settings', change);
      expect(refusal(answer)).toEqual([400, 'request-malformed']);
    },
  );

  test('every zone that a browser offers is known to the database', async () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const { rows } = await site.owner.query<{ name: string }>(
      'select z as name from unnest($1::text[]) z where not exists (select from pg_timezone_names n where n.name = z)',
      [zones],
    );
    expect(zones.length).toBeGreaterThan(300);
    expect(rows.map(({ name }) => name)).toEqual([]);
  });

  test('of another time moves what waits; off drops it', async () => {
    const cem = await reader('weekly');
    await follow(cem, 'work/ncss-2016');
    await startThread(site, ada, '4.2');
    await fanOutNow(site);
    const due = async () =>
      (
        await site.owner.query<{ hours: number }>(
          'select extract(epoch from due_at - now())::float8 / 3600 as hours from mail_round where person_id = $1',
          [cem.id],
        )
      ).rows[0]?.hours ?? Number.NaN;
    const [weekly] = [await due()];
    await wishMail(site, cem, 'daily');
    const daily = await due();
    await wishMail(site, cem, 'soon');
    const soon = await due();
    expect(weekly).toBeLessThanOrEqual(168);
    expect(daily).toBeLessThanOrEqual(Math.min(24, weekly));
    expect(soon).toBeLessThanOrEqual(0.04);
    await wishMail(site, cem, 'off');
    expect([await count('mail_round', cem), await count('mail_notice', cem)]).toEqual([0, 0]);
  });

  test.each([
    // choice, zone, first, mailed, due
    ['daily', 'UTC', '2026-03-01T06:59:00Z', '-infinity', '2026-03-01T07:00:00Z'],
    ['daily', 'UTC', '2026-03-01T07:00:00Z', '-infinity', '2026-03-02T07:00:00Z'],
    ['daily', 'Asia/Shanghai', '2026-03-01T12:00:00Z', '-infinity', '2026-03-01T23:00:00Z'],
    // The night of the change to summer time, and after it.
    ['daily', 'Europe/Paris', '2026-03-28T12:00:00Z', '-infinity', '2026-03-29T05:00:00Z'],
    ['daily', 'Europe/Paris', '2026-03-27T12:00:00Z', '-infinity', '2026-03-28T06:00:00Z'],
    ['daily', 'Nowhere/Known', '2026-03-01T12:00:00Z', '-infinity', '2026-03-02T07:00:00Z'],
    // A Sunday, and a Monday before and after seven.
    ['weekly', 'UTC', '2026-03-01T12:00:00Z', '-infinity', '2026-03-02T07:00:00Z'],
    ['weekly', 'UTC', '2026-03-02T06:00:00Z', '-infinity', '2026-03-02T07:00:00Z'],
    ['weekly', 'UTC', '2026-03-02T08:00:00Z', '-infinity', '2026-03-09T07:00:00Z'],
  ])('%s in %s: what came first at %s is due at the next seven', async (...row) => {
    const { rows } = await site.owner.query<{ same: boolean }>(
      'select next_mail($1, $2, $3::timestamptz, $4::timestamptz) = $5::timestamptz as same',
      row,
    );
    expect(rows).toEqual([{ same: true }]);
  });

  test.each([
    // Minutes ago: the first notice, the last mail; minutes until it is due.
    [0, null, 2],
    [5, null, 2],
    [9, null, 1],
    [30, null, -20],
    [0, 1, 9],
    [0, 9, 2],
    [20, 5, 5],
  ])('at once: first %s min ago, mailed %s min ago, due in %s', async (first, mailed, due) => {
    const { rows } = await site.owner.query<{ minutes: number }>(
      `select round(extract(epoch from next_mail('soon', 'UTC', now() - make_interval(mins => $1),
          coalesce(now() - make_interval(mins => $2::integer), '-infinity')) - now()) / 60)::integer as minutes`,
      [first, mailed],
    );
    expect(rows).toEqual([{ minutes: due }]);
  });
});

test('the process does it all by itself, where mail can be sent', async () => {
  const sent: Message[] = [];
  const own = await ownApp({
    config: { smtpUrl: 'smtp://mail.example' },
    mailTransport: {
      sendMail: (message) => {
        sent.push(message);
        return Promise.resolve();
      },
    },
  });
  const [writer, cem] = [
    await own.addPerson({ name: 'Ada' }),
    await own.addPerson({ name: 'Cem' }),
  ];
  await wishMail(own, cem, 'soon');
  await own.as(cem, 'PUT', '/follows/work/ncss-2016', { state: 'followed' });
  await startThread(own, writer, '4.2');
  await fanOutNow(own);
  await own.owner.query("update mail_round set due_at = now() - interval '1 second'");
  await vi.waitUntil(() => sent.length === 1, { timeout: 15_000 });
  expect(sent[0]?.to.address).toBe(cem.email);
  await vi.waitUntil(
    async () => (await own.owner.query("select from mail where state = 'sent'")).rowCount === 1,
  );
});

test('where none can be sent, nothing is gathered for anybody to read', async () => {
  const own = await ownApp();
  const [writer, cem] = [
    await own.addPerson({ name: 'Ada' }),
    await own.addPerson({ name: 'Cem' }),
  ];
  await wishMail(own, cem, 'soon');
  await own.as(cem, 'PUT', '/follows/work/ncss-2016', { state: 'followed' });
  await startThread(own, writer, '4.2');
  await fanOutNow(own);
  expect((await own.owner.query('select from mail_notice where mail_id is null')).rowCount).toBe(1);
  await own.owner.query("update mail_round set due_at = now() - interval '1 second'");
  // What a process finds due at its start it takes up before it can end.
  const later = await buildApp({ config: own.config, pool: own.pool });
  await later.ready();
  await later.close();
  expect((await own.owner.query('select from mail')).rowCount).toBe(0);
});
