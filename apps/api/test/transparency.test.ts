import type { TransparencyReport } from '@glossator/contract';
import { chainStart } from '@glossator/domain';
import { randomUUID } from 'node:crypto';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { eraseOwnLayers } from '../src/features/annotations/erase.ts';
import { appendDecision, type DecisionEntry } from '../src/features/decision-log/append.ts';
import { tellFlaggers } from '../src/features/flags/tell.ts';
import { monthAfter } from '../src/features/transparency/months.ts';
import {
  decideOn,
  giveLook,
  lookedAt,
  looks,
  oneCase,
  ownApp,
  refusal,
  rootOf,
  startApp,
  startThread,
  stopApp,
  timePasses,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let keeper: Person;
let now: string;
let last: string;

const read = async (query = '', at = site): Promise<TransparencyReport> => {
  const answer = await at.as(null, 'GET', `/transparency${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

async function say(more: Partial<DecisionEntry>): Promise<number> {
  const entry: DecisionEntry = {
    caseId: randomUUID(),
    annotationId: null,
    revision: null,
    actorId: keeper.id,
    actorRole: 'moderator',
    subjectId: ada.id,
    action: 'approve',
    before: 'held',
    after: '',
    reason: '',
    words: '',
    batchId: null,
    undoes: null,
    place: { work: 'ncss-2016', address: '4.3' },
    ...more,
  };
  return (await makeTransact(site.pool)((db) => appendDecision(db, entry))).seq;
}

/** What happened in the test so far, moved into the month before: as if that long had passed. */
const pass = (at: TestApp) =>
  at.owner.query(`
    alter table decision_log disable trigger user;
    update decision_log set at = at - interval '1 month';
    alter table decision_log enable trigger user;
    update moderation_fact set month = month - interval '1 month';
    update moderation_case set opened_at = opened_at - interval '1 month',
      ended_at = ended_at - interval '1 month'`);

const holdAll = (at: TestApp) =>
  at.owner.query(
    `insert into hold_rule (work_id, mode) select id, 'hold-all' from work
     on conflict (work_id, from_uid, to_uid) do update set mode = excluded.mode`,
  );

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  now = (await read()).now;
  last = monthAfter(now, -1);
  for (const waited of [60, 120, 180, 240, 300, 360, 420, 480, 540]) await say({ waited });
  await say({ action: 'refuse', reason: 'spam', waited: 6000 });
  const wrong = await say({ action: 'return', reason: 'unclear', waited: 90_000 });
  await say({ action: 'undo', undoes: wrong });
  await pass(site);
  await say({ action: 'warn', reason: 'abusive', place: { work: '', address: '' } });
  await say({ action: 'hide', reason: 'spam' });
  await say({ action: 'appeal', actorId: ada.id, actorRole: 'author' });
});
afterAll(() => stopApp(site));

const countOf = ({ decisions }: TransparencyReport, action: string) =>
  decisions.actions.find((one) => one.action === action)?.count;

test('decisions of a month, those taken back apart, and how long they had waited', async () => {
  const report = await read(`?from=${last}&to=${last}`);
  expect(report).toMatchObject({ from: last, to: last, first: last, now });
  expect(report.decisions).toMatchObject({
    standing: 10,
    takenBack: 1,
    waits: { decided: 10, median: 300, ninetieth: 540 },
    months: [{ month: last }],
  });
  expect([
    countOf(report, 'approve'),
    countOf(report, 'refuse'),
    countOf(report, 'return'),
  ]).toEqual([9, 1, 0]);
  expect(report.decisions.reasons.filter(({ count }) => count > 0)).toEqual([
    { reason: 'spam', count: 1 },
  ]);
});

test('all of it by default; a work leaves out what holds everywhere', async () => {
  const all = await read();
  expect(all).toMatchObject({ from: last, to: now, work: null, decisions: { standing: 12 } });
  expect(countOf(all, 'warn')).toBe(1);
  expect(all.decisions.months.map(({ month }) => month)).toEqual([last, now]);
  const work = await read('?work=ncss-2016');
  expect(work.decisions.standing).toBe(11);
  expect(countOf(work, 'warn')).toBe(0);
});

test('the log as it ended with the period, and as it ends now', async () => {
  const { rows } = await site.owner.query<{ seq: number; hash: string }>(
    'select seq::integer, hash from decision_log order by seq',
  );
  expect((await read(`?to=${last}`)).head).toMatchObject({ count: 12, hash: rows[11]?.hash });
  expect((await read()).head).toMatchObject({ count: rows.length, hash: rows.at(-1)?.hash });
  const before = monthAfter(last, -1);
  expect((await read(`?from=${before}&to=${before}`)).head).toEqual({
    count: 0,
    hash: chainStart,
    at: null,
  });
});

test.each([
  ['?from=2026-02&to=2026-01', 422, 'range-reversed'],
  ['?from=2026-13', 400, 'request-malformed'],
  ['?from=2026-01-01', 400, 'request-malformed'],
  ['?month=2026-01', 400, 'request-malformed'],
  ['?work=elsewhere', 404, 'not-found'],
])('%s is refused', async (query, status, code) => {
  expect(refusal(await site.as(null, 'GET', `/transparency${query}`))).toEqual([status, code]);
  expect((await site.as(null, 'GET', `/transparency/file${query}`)).statusCode).toBe(status);
});

test('what came in is told of months that are over, in steps of five, and stays when its author goes', async () => {
  const world = await ownApp();
  const ben = await world.addPerson({ name: 'Ben' });
  await world.owner.query(`update hold_rule set mode = 'publish'`);
  for (let n = 0; n < 5; n += 1)
    await startThread(world, ben, '4.3.1.2', { body: `At once ${String(n)}` });
  await holdAll(world);
  const none = await read('', world);
  expect(none.intake).toBeNull();
  for (let n = 0; n < 5; n += 1)
    expect(
      rootOf(await startThread(world, ben, '4.3.1.3', { body: `Held ${String(n)}` })).state,
    ).toBe('held');
  // The present month is told of in no way.
  expect(await read('', world)).toEqual(none);

  await pass(world);
  await startThread(world, ben, '4.3.1.2', { body: 'Held since' });
  const told = await read('', world);
  const zero = { atLeast: 0, atMost: 4 };
  const five = { atLeast: 5, atMost: 9 };
  expect(told.intake).toMatchObject({
    through: last,
    atOnce: { atLeast: 5, atMost: 9 },
    held: five,
    edits: zero,
    appeals: zero,
    flagged: zero,
  });
  expect(told.intake?.causes).toContainEqual({ phase: 'hold-all', count: five });
  expect(told.intake?.causes).toContainEqual({ phase: 'links', count: zero });
  expect(told.waiting).toMatchObject({ through: last, open: five });
  expect(told.waiting?.oldestDays).toBeTypeOf('number');
  const { body } = await world.as(null, 'GET', '/transparency/file');
  expect(body).toContain('"held",,"5","9"');
  expect(body).toContain('"held_by","hold-all","5","9"');

  await makeTransact(world.pool)((db) => eraseOwnLayers(db, ben.id));
  const after = await read('', world);
  expect(after.intake).toEqual(told.intake);
  expect(after.waiting).toMatchObject({ open: zero, oldestDays: null });
}, 60_000);

test('what is sent in again is no new note, and an edit that waits is an edit', async () => {
  const world = await ownApp();
  const ben = await world.addPerson({ name: 'Ben' });
  const note = rootOf(await startThread(world, ben, '4.3.1.2')).id;
  const { rows } = await world.owner.query<{ id: string }>(
    `with work as (select t.work_id, a.author_id from annotation a join thread t on t.id = a.thread_id where a.id = $1)
     insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority, causes, state, ended_at)
     select gen_random_uuid(), work_id, $1, author_id, kind, 10, causes, 'decided', now()
     from work, (values ('held', '[{"phase":"links"},{"phase":"newcomer"},{"phase":"links"}]'::jsonb),
       ('held', '[{"phase":"resubmitted"}]'), ('edit', '[{"phase":"links"}]')) c (kind, causes) returning id`,
    [note],
  );
  expect(rows).toHaveLength(3);
  const facts = await world.owner.query<{ what: string }>(
    'select what from moderation_fact order by what',
  );
  expect(facts.rows.map(({ what }) => what)).toEqual(
    ['by-links', 'by-newcomer', 'edit', 'held', 'published', 'resubmitted'].sort(),
  );
}, 60_000);

test('second looks and reports are told of months that are over, in steps of five, and stay', async () => {
  const { site: world, reader, first, second } = await lookedAt('publish');
  const reasons = ['spam', 'spam', 'spam', 'abusive', 'abusive'];
  for (const [n, reason] of reasons.entries()) {
    const author = await world.addPerson();
    const body = `Reported ${String(n)}`;
    const note = rootOf(await startThread(world, author, '4.3.1.2', { body }));
    await world.as(reader, 'PUT', `/annotations/${note.id}/flag`, { reason: 'spam' });
    const action = { action: 'hide', reason, words: 'It is.' };
    await decideOn(world, first, await oneCase(world, first, 'flagged'), action);
  }
  await timePasses(world);
  const looked = [
    { action: 'hide', reason: 'spam' },
    { action: 'hide', reason: 'spam' },
    { action: 'hide', reason: 'spam' },
    { action: 'hide', reason: 'spam' },
    { action: 'keep' },
  ];
  // The oldest first: four say the same, three of them for the same reason.
  for (const form of looked) {
    const { waiting } = await looks(world, second);
    expect((await giveLook(world, second, waiting[0]?.id ?? '', form)).statusCode).toBe(200);
  }
  await tellFlaggers(makeTransact(world.pool));
  expect((await read('', world)).intake).toBeNull();

  await pass(world);
  const five = { atLeast: 5, atMost: 9 };
  const few = { atLeast: 0, atMost: 4 };
  const told = await read('', world);
  expect(told.intake).toMatchObject({
    secondLooks: { given: five, sameAction: 80, sameReason: 60 },
  });
  expect(told.intake?.flags).toContainEqual({ reason: 'spam', judged: five, upheld: five });
  expect(told.intake?.flags).toContainEqual({ reason: 'abusive', judged: few, upheld: few });
  const { body } = await world.as(null, 'GET', '/transparency/file');
  for (const line of [
    '"reports_upheld","spam","5","9"',
    '"second_looks",,"5","9"',
    '"second_looks_percent","same_decision","80","80"',
    '"second_looks_percent","same_reason","60","60"',
  ])
    expect(body).toContain(line);

  await world.owner.query('delete from thread');
  // Nothing is left of what was counted.
  for (const table of ['second_look', 'flag'])
    expect((await world.owner.query(`select from ${table}`)).rowCount).toBe(0);
  expect((await read('', world)).intake).toEqual(told.intake);
}, 60_000);
