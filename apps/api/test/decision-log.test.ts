import { randomUUID } from 'node:crypto';
import { chainStart } from '@glossator/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import {
  appendDecision,
  appendDecisions,
  type DecisionEntry,
} from '../src/features/decision-log/append.ts';
import { verifyLog } from '../src/features/decision-log/verify.ts';
import {
  member,
  password,
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
      code: 'abusive',
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

describe('somebody who leaves', () => {
  const rows = async (seqs: readonly number[]) =>
    (
      await site.owner.query<{
        actor: string;
        subject: string;
        role: string;
        words: string | null;
      }>(
        `select actor, subject, actor_role as role, words
         from decision_log left join decision_words using (seq) where seq = any($1) order by seq`,
        [seqs],
      )
    ).rows;

  test('takes along what was said about them, and the way to them; the chain stays whole', async () => {
    const eve = await member(site, 'eve@x.org', 'Eve');
    const about = await append({ subjectId: eve.id, words: 'Eve was rude.' });
    const own = await append({
      action: 'appeal',
      actorId: eve.id,
      actorRole: 'author',
      subjectId: eve.id,
      words: 'I was not.',
    });
    const others = await append({ words: 'Of Ada.' });
    const seqs = [about.seq, own.seq, others.seq];
    const before = await rows(seqs);
    expect(before.map(({ words }) => words)).toEqual(['Eve was rude.', 'I was not.', 'Of Ada.']);
    const erased = await site.as(eve, 'DELETE', '/account', { password, writing: 'anonymise' });
    expect(erased.statusCode, erased.body).toBe(200);

    const after = await rows(seqs);
    expect(after).toEqual(before.map((row, n) => ({ ...row, words: n === 2 ? 'Of Ada.' : null })));
    expect(after.map(({ role }) => role)).toEqual(['administrator', 'author', 'administrator']);
    const pseudonym = before[0]?.subject ?? '';
    expect(pseudonym).toMatch(/^[0-9a-f-]{36}$/);
    const { rowCount } = await site.owner.query(
      'select from person_pseudonym where pseudonym::text = $1 or person_id = $2',
      [pseudonym, eve.id],
    );
    expect(rowCount).toBe(0);
    expect(await verifyLog(site.ownerUrl, { ...others, seq: String(others.seq) })).toMatchObject({
      erased: 2,
      fault: null,
    });

    const later = await append({ subjectId: eve.id, words: 'Still rude.' });
    expect(await rows([later.seq])).toEqual([
      { actor: before[0]?.actor, subject: '', role: 'administrator', words: null },
    ]);
  });

  test('while something is decided about them leaves no words behind', async () => {
    const transact = makeTransact(site.pool);
    for (let n = 0; n < 8; n += 1) {
      const eve = await member(site, `eve${String(n)}@x.org`, 'Eve');
      const word = `Unspeakable ${String(n)}`;
      await Promise.all([
        ...[1, 2, 3, 4].map(() =>
          transact((db) => appendDecision(db, entry({ subjectId: eve.id, words: word }))),
        ),
        site.as(eve, 'DELETE', '/account', { password, writing: 'remove' }),
      ]);
      const left = await site.owner.query('select from decision_words where words = $1', [word]);
      expect(left.rowCount).toBe(0);
    }
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
