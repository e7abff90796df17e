import { randomUUID } from 'node:crypto';
import { chainStart } from '@glossator/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import {
  appendDecision,
  appendDecisions,
  type DecisionEntry,
} from '../src/features/decision-log/append.ts';
import {
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
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

const entry = (more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  caseId: randomUUID(),
  annotationId: null,
  revision: 1,
  actorId: keeper.id,
  actorRole: 'administrator',
  subjectId: ada.id,
  action: 'refuse',
  before: 'held',
  after: 'refused',
  reason: 'off-topic',
  words: 'It is about something else.',
  batchId: null,
  undoes: null,
  ...more,
});

const append = (more?: Partial<DecisionEntry>) =>
  makeTransact(site.pool)((db) => appendDecision(db, entry(more)));

interface Row {
  seq: string;
  prev: string;
  hash: string;
}
const chain = async (): Promise<Row[]> =>
  (await site.owner.query<Row>('select seq, prev, hash from decision_log order by seq')).rows;

function expectWhole(rows: readonly Row[]): void {
  let prev = chainStart;
  for (const [n, row] of rows.entries()) {
    expect(row.seq).toBe(String(n + 1));
    expect(row.prev).toBe(prev);
    prev = row.hash;
  }
}

test('rows follow one another, and say who in pseudonyms alone', async () => {
  const first = await append();
  const second = await append({ action: 'undo', undoes: first.seq, words: '', reason: '' });
  expect(second.seq).toBe(first.seq + 1);
  expectWhole(await chain());
  const { rows } = await site.owner.query('select * from decision_log');
  const all = JSON.stringify(rows);
  for (const id of [ada.id, keeper.id]) expect(all).not.toContain(id);
  expect(all).not.toContain('something else');
});

test('many at once make one chain without a gap; one that is rolled back leaves none', async () => {
  const before = (await chain()).length;
  const transact = makeTransact(site.pool);
  const done = await Promise.allSettled(
    Array.from({ length: 60 }, (_, n) =>
      transact(async (db) => {
        await appendDecision(db, entry({ words: `Number ${String(n)}` }));
        if (n % 3 === 0) throw new Error('rolled back');
      }),
    ),
  );
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
  const rows = await chain();
  expect(rows).toHaveLength(before + 40);
  expectWhole(rows);
});

test('several at once in one transaction', async () => {
  const batchId = randomUUID();
  const appended = await makeTransact(site.pool)((db) =>
    appendDecisions(
      db,
      Array.from({ length: 2500 }, () => entry({ batchId, words: '' })),
    ),
  );
  expect(appended).toHaveLength(2500);
  expectWhole(await chain());
});

describe('a note that the staff hides', () => {
  test('stands in the chain with its clause, in the same transaction', async () => {
    const note = rootOf(await startThread(site, ada, '4.3.1.2-4.3.1.3')).id;
    const hide = await site.as(keeper, 'POST', `/api/annotations/${note}/hide`, {
      reason: 'Rude.',
    });
    expect(hide.statusCode, hide.body).toBe(200);
    await site.as(keeper, 'POST', `/api/annotations/${note}/unhide`, { reason: 'Not so.' });
    const { rows } = await site.owner.query(
      `select action, actor_role, work, address, before, after, revision, words
       from decision_log left join decision_words using (seq) where annotation_id = $1 order by seq`,
      [note],
    );
    const place = {
      actor_role: 'administrator',
      work: 'ncss-2016',
      address: '4.3.1.2-4.3.1.3',
      revision: 1,
    };
    expect(rows).toEqual([
      { ...place, action: 'hide', before: 'published', after: 'hidden', words: 'Rude.' },
      { ...place, action: 'unhide', before: 'hidden', after: 'published', words: 'Not so.' },
    ]);
  });
});

describe('the tables refuse', () => {
  const change = [
    `update decision_log set reason = 'other' where seq = 1`,
    'delete from decision_log where seq = 1',
    'truncate decision_log cascade',
  ];
  test.each(change)('%s, even of their owner', async (statement) => {
    await expect(site.owner.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('a row that does not go on from the last one', async () => {
    const insert = `insert into decision_log (seq, prev, hash, form, at, actor, actor_role, subject, action, work,
        address, before, after, reason, words_digest)
      select seq + $1, case when $2 then hash else prev end, repeat('a', 64), 1, now(), '', 'system', '',
        'keep', '', '', '', '', '', '' from decision_log order by seq desc limit 1`;
    await expect(site.pool.query(insert, [2, true])).rejects.toMatchObject({ code: '23514' });
    await expect(site.pool.query(insert, [1, false])).rejects.toMatchObject({ code: '23514' });
  });
});
