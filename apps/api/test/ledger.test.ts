import type { LedgerHead, LedgerPage } from '@glossator/contract';
import { ledgerActions } from '@glossator/domain';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { appendDecision, type DecisionEntry } from '../src/features/decision-log/append.ts';
import { verifyLog } from '../src/features/decision-log/verify.ts';
import {
  ownApp,
  refusal,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let keeper: Person;
let note: string;
const said: Record<string, number> = {};

async function say(name: string, more: Partial<DecisionEntry>, at = site): Promise<void> {
  const entry: DecisionEntry = {
    caseId: randomUUID(),
    annotationId: note,
    revision: 1,
    actorId: keeper.id,
    actorRole: 'moderator',
    subjectId: ada.id,
    action: 'refuse',
    before: 'held',
    after: 'refused',
    reason: 'off-topic',
    words: 'Unspeakable words.',
    batchId: null,
    undoes: null,
    ...more,
  };
  said[name] = (await makeTransact(at.pool)((db) => appendDecision(db, entry))).seq;
}

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada Unmistakable' });
  keeper = await site.addPerson({ name: 'Keeper Unmistakable', administrator: true });
  note = rootOf(await startThread(site, ada, '4.3.1.2')).id;
  const other = rootOf(await startThread(site, ada, '4.3.1.3')).id;
  const plain = { reason: '', words: '' };
  const ban = { annotationId: null, revision: null, caseId: randomUUID() };
  const nowhere = { work: '', address: '' };
  await say('refused', { waited: 7200 });
  await say('undone', { action: 'undo', undoes: said['refused'] ?? null, ...plain });
  await say('refused again', { reason: 'spam' });
  await say('appealed', { action: 'appeal', actorId: ada.id, actorRole: 'author', reason: '' });
  await say('upheld', { action: 'uphold', actorRole: 'administrator', reason: 'spam' });
  await say('hidden', { annotationId: other, action: 'hide', reason: 'abusive' });
  await say('overturned', { annotationId: other, action: 'overturn', ...plain });
  await say('banned', { ...ban, action: 'ban', reason: 'abusive', place: nowhere });
  await say('ban overturned', { ...ban, action: 'overturn', ...plain, place: nowhere });
  await say('warned', { ...ban, caseId: randomUUID(), action: 'warn', place: nowhere });
});
afterAll(() => stopApp(site));

const ledger = async (query = '', at = site): Promise<LedgerPage> => {
  const answer = await at.as(null, 'GET', `/ledger${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const names = ({ items }: Pick<LedgerPage, 'items'>): string[] =>
  items.map(({ seq }) => Object.entries(said).find(([, number]) => number === seq)?.[0] ?? '');

test('decisions by role, newest first; what authors do is not among them', async () => {
  const page = await ledger();
  expect(names(page)).toEqual([
    'warned',
    'ban overturned',
    'banned',
    'overturned',
    'hidden',
    'upheld',
    'refused again',
    'undone',
    'refused',
  ]);
  const [of] = page.items.slice(-1);
  expect(of).toEqual({
    seq: 1,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000000Z$/) as string,
    action: 'refuse',
    role: 'moderator',
    work: 'ncss-2016',
    address: '4.3.1.2',
    reason: 'off-topic',
    waited: 7200,
    undoes: null,
    undoneBy: 2,
    appeal: 'none',
  });
  expect(page.items.find(({ seq }) => seq === 2)).toMatchObject({ undoes: 1, waited: null });
});

test('how appeals ended stands with what was appealed', async () => {
  const { items } = await ledger();
  const appeals = Object.fromEntries(items.map(({ seq, appeal }) => [seq, appeal]));
  const of = (name: string) => appeals[said[name] ?? 0];
  expect(of('refused')).toBe('none');
  expect(of('refused again')).toBe('upheld');
  expect(of('hidden')).toBe('overturned');
  expect(of('banned')).toBe('overturned');
  expect(of('warned')).toBe('none');
  expect(of('upheld')).toBe('none');
});

test('nobody’s name, id, pseudonym or words are in it, whoever asks, in any form', async () => {
  const { rows } = await site.owner.query<{ pseudonym: string }>(
    'select pseudonym::text from person_pseudonym',
  );
  const { rows: ids } = await site.owner.query<{ id: string }>(
    'select case_id::text as id from decision_log where case_id is not null',
  );
  const secrets = [
    ...rows.map(({ pseudonym }) => pseudonym),
    ...ids.map(({ id }) => id),
    ada.id,
    keeper.id,
    note,
    'Unmistakable',
    'Unspeakable',
    'refused"',
    ...(
      await site.owner.query<{ hash: string }>(
        'select hash from decision_log order by seq desc offset 1',
      )
    ).rows.map(({ hash }) => hash),
  ];
  for (const url of ['/ledger', '/ledger/file', '/ledger/head']) {
    const [first, ...others] = await Promise.all(
      [null, ada, keeper].map(async (who) => (await site.as(who, 'GET', url)).body),
    );
    for (const body of others) expect(body).toBe(first);
    for (const secret of secrets) expect(first).not.toContain(secret);
  }
});

test.each([
  ['?action=refuse', ['refused again', 'refused']],
  ['?reason=abusive', ['banned', 'hidden']],
  ['?reason=spam&action=uphold', ['upheld']],
  ['?work=ncss-2016&action=hide&reason=abusive', ['hidden']],
  ['?work=ncss-2016&reason=off-topic', ['refused']],
  ['?work=elsewhere', []],
])('%s', async (query, expected) => {
  expect(names(await ledger(query))).toEqual(expected);
});

test('page by page, each decision once, also under a filter', async () => {
  for (const filter of ['', '&work=ncss-2016']) {
    const all = (await ledger(`?limit=200${filter}`)).items;
    const found: LedgerPage['items'] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await ledger(`?limit=2${filter}${at}`);
      found.push(...page.items);
      cursor = page.next;
    }
    expect(found).toEqual(all);
  }
});

test('its head is the one that verify-log prints', async () => {
  const head = (await site.as(null, 'GET', '/ledger/head')).json<LedgerHead>();
  const { head: checked, count } = await verifyLog(site.ownerUrl, null);
  expect(head).toMatchObject({ count, hash: checked.hash });
  expect((await ledger()).head).toEqual(head);
});

test('an empty one says so, and where its chain begins', async () => {
  const empty = await ownApp();
  expect(await ledger('', empty)).toMatchObject({
    items: [],
    next: null,
    head: { count: 0, hash: '0'.repeat(64), at: null },
    works: [{ slug: 'ncss-2016' }],
  });
});

test.each([
  ['?action=appeal', 'request-malformed'],
  ['?action=', 'request-malformed'],
  ['?reason=abusive%00', 'request-malformed'],
  ['?work=../x', 'request-malformed'],
  ['?note=1', 'request-malformed'],
  ['?limit=0', 'request-malformed'],
  ['?cursor=x', 'cursor-unknown'],
  [`?cursor=${Buffer.from('[-1]').toString('base64url')}`, 'cursor-unknown'],
  [`?cursor=${Buffer.from('["1"]').toString('base64url')}`, 'cursor-unknown'],
])('%s is refused', async (query, code) => {
  expect(refusal(await site.as(null, 'GET', `/ledger${query}`))).toEqual([400, code]);
});

test('as a file, all of it under the same filter', async () => {
  const file = await site.as(null, 'GET', '/ledger/file?reason=abusive');
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = file.body.replace('\uFEFF', '').trimEnd().split('\r\n');
  const { items } = await ledger('?reason=abusive');
  expect(lines).toEqual([
    '"number","at","action","role","work","address","reason","waited_seconds","takes_back","taken_back_by","appeal"',
    ...items.map(({ seq, at, action, work, address, appeal }) =>
      [String(seq), at, action, 'moderator', work, address, 'abusive', '', '', '', appeal]
        .map((cell) => (cell === '' ? '' : `"${cell}"`))
        .join(','),
    ),
  ]);
});

test('every word that is public can be asked for', async () => {
  for (const action of ledgerActions) await ledger(`?action=${action}`);
});
