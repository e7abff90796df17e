import type { CaseView, LedgerPage, ThreadPage, ThreadView } from '@glossator/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addDemo, removeDemo } from '../src/demo/demo.ts';
import { verifyLog } from '../src/features/decision-log/verify.ts';
import { emptySite, play } from './support/demo.ts';
import {
  decideOn,
  give,
  openCases,
  ownApp,
  queue,
  replyTo,
  rootOf,
  rowCounts,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

const origin = new URL('http://localhost:3000');
// Whoever sets the scene lets a commentary go all the way to a correction.
vi.setConfig({ testTimeout: 60_000 });

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
  await site.owner.query('delete from hold_rule');
});
afterAll(() => stopApp(site));

const threadsAt = async (on: TestApp, at: string): Promise<readonly ThreadView[]> =>
  (await on.as(null, 'GET', `/api/works/ncss-2016/threads?at=${at}`)).json<ThreadPage>().items;

const mara = 'Mara Lindqvist (demo)';
const wei = '赵维（演示）';

/** Every row of every table but the log, which is only ever appended to, when all notices are told. */
async function everything(on: TestApp): Promise<ReadonlyMap<string, readonly string[]>> {
  await expect.poll(() => rowCounts(on, 'notice_due')).toEqual([0]);
  const { rows: tables } = await on.owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'decision_log'
     order by 1`,
  );
  const found = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    const { rows } = await on.owner.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${on.owner.escapeIdentifier(name)} t order by 1`,
    );
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

test('the demo comes, takes part, and goes without a trace but its ghosts under others’ words', async () => {
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  const invitations = await addDemo(site.ownerUrl, origin);
  expect(invitations.map(({ name }) => name)).toContain('Noor Haddad (demo)');
  expect(invitations[0]?.link).toMatch(/^http:\/\/localhost:3000\/reset\?token=/);
  const [thread] = await threadsAt(site, '4.3.1.2');
  expect(thread?.target.loci[0]?.exact).toBe('一切必要措施');
  expect(thread?.annotations.length).toBe(4);
  if (thread === undefined) throw new Error('no thread');

  // Again: the same people, new links.
  const again = await addDemo(site.ownerUrl, origin);
  expect(again.map(({ name }) => name)).toEqual(invitations.map(({ name }) => name));
  expect(again[0]?.link).not.toBe(invitations[0]?.link);

  await replyTo(site, keeper, rootOf(thread).id, 'Words of a real person');
  const author = { ...keeper, id: rootOf(thread).author?.id ?? '' };
  await give(site, keeper, author, { words: 'Said of somebody made up' });
  const gone = await removeDemo(site.ownerUrl);
  expect(gone.people).toBe(20);
  expect(gone.decisions).toBeGreaterThan(5);
  const [left, ...more] = await threadsAt(site, '4.3.1.2');
  expect(more).toEqual([]);
  expect(left?.annotations.map(({ body }) => body).filter((body) => body !== null)).toEqual([
    'Words of a real person',
  ]);
  expect(await threadsAt(site, '3.1.1.1')).toEqual([]);
  const home = await site.as(null, 'GET', '/api/works');
  expect(home.json<{ items: { notes: number }[] }>().items[0]?.notes).toBe(1);
  const { rows } = await site.owner.query(
    "select name, state from person where name <> 'Keeper' order by name",
  );
  // The authors of the ghosts, who have no name any more.
  expect(rows.every((row: { name: string; state: string }) => row.name === '')).toBe(true);
  expect(await removeDemo(site.ownerUrl)).toEqual({ people: 0, decisions: 0 });
});

test('without anybody else on the site every table is as it was, and the log goes on', async () => {
  const own = await emptySite();
  const keeper = await own.addPerson({ name: 'Keeper', administrator: true });
  await startThread(own, keeper, '4.3.1.2');
  const before = await everything(own);
  await addDemo(own.ownerUrl, origin);
  const during = await everything(own);
  const moderated = ['moderation_case', 'decision', 'flag', 'appeal', 'sanction', 'objection'];
  const taught = [
    'class',
    'class_group',
    'assignment_opening',
    'assignment_extension',
    'grade_contest',
  ];
  for (const table of [...moderated, ...taught])
    expect(during.get(table)?.length, table).toBeGreaterThan(before.get(table)?.length ?? 0);
  const { decisions } = await removeDemo(own.ownerUrl);
  const after = await everything(own);
  for (const [table, rows] of before) expect(after.get(table), table).toEqual(rows);
  const log = await verifyLog(own.ownerUrl, null);
  expect(log).toMatchObject({ count: decisions, fault: null });
});

test('its queue has something of every kind, which its two moderators empty between them', async () => {
  const own = await emptySite();
  await addDemo(own.ownerUrl, origin);
  const [first, second] = [await play(own, mara), await play(own, wei)];
  const page = await queue(own, first);
  expect(page.counts).toEqual({ held: 11, edit: 1, flagged: 3, appeal: 1 });
  const phases = new Set(page.items.flatMap(({ causes }) => causes.map(({ phase }) => phase)));
  expect([...phases].sort()).toEqual(
    ['appealed', 'flagged', 'links', 'newcomer', 'resubmitted', 'word-lists'].sort(),
  );
  expect(page.items.map(({ group }) => group?.size).filter((size) => size !== undefined)).toEqual([
    4,
  ]);
  const threads = await threadsAt(own, '4.3.1.2');
  expect(threads.map((thread) => rootOf(thread).useful)).toEqual([3, 1, 0]);
  const ledger = (await own.as(null, 'GET', '/ledger')).json<LedgerPage>();
  expect(new Set(ledger.items.map(({ action }) => action))).toEqual(
    new Set(['keep', 'mute', 'refuse', 'warn', 'return', 'approve', 'list-make']),
  );

  const actions = {
    held: 'approve',
    edit: 'approve',
    flagged: 'keep',
    appeal: 'overturn',
    staff: 'hide',
  } as const;
  const finish = async (who: Person, { kind, ...it }: CaseView) =>
    (await decideOn(own, who, { kind, ...it }, { action: actions[kind] })).statusCode;
  for (
    let left = await openCases(own, second);
    left.length > 0;
    left = await openCases(own, second)
  )
    for (const it of left) {
      // Whose decision is appealed does not answer it.
      if (it.kind === 'appeal') expect(await finish(first, it)).toBe(403);
      expect(await finish(second, it)).toBe(200);
    }
  expect((await queue(own, first)).counts).toEqual({ held: 0, edit: 0, flagged: 0, appeal: 0 });
});

test('a work that takes everything in at once is no obstacle', async () => {
  const own = await ownApp();
  await addDemo(own.ownerUrl, origin);
  const { counts } = await queue(own, await play(own, mara));
  expect(counts).toMatchObject({ edit: 0, flagged: 3 });
  expect((await removeDemo(own.ownerUrl)).people).toBe(20);
});

test('it is not mixed with real people', async () => {
  await site.addPerson({ name: 'Real' });
  await expect(addDemo(site.ownerUrl, origin)).rejects.toThrow(/accounts of its own/);
});
