import { randomUUID } from 'node:crypto';
import { chainStart, type ChainedDecision } from '@glossator/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { appendDecisions } from '../src/features/decision-log/append.ts';
import type { Fault } from '../src/features/decision-log/check-chain.ts';
import { decisionDigest, wordsDigest } from '../src/features/decision-log/digest.ts';
import { verifyLog, verifyWithin } from '../src/features/decision-log/verify.ts';
import { ownApp, startApp, stopApp, type TestApp } from './support/index.ts';

const length = 12;

async function fill(site: TestApp, rows = length): Promise<void> {
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  const ada = await site.addPerson({ name: 'Ada' });
  await makeTransact(site.pool)((db) =>
    appendDecisions(
      db,
      Array.from({ length: rows }, (_, n) => ({
        caseId: randomUUID(),
        annotationId: randomUUID(),
        revision: n + 1,
        actorId: keeper.id,
        actorRole: 'moderator' as const,
        subjectId: ada.id,
        action: 'refuse' as const,
        before: 'held',
        after: 'refused',
        reason: 'off-topic',
        words: `Words ${String(n)} 网络`,
        batchId: null,
        undoes: null,
        waited: n * 3600,
        place: { work: 'ncss-2016', address: '4.3.1.2' },
      })),
    ),
  );
}

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
  await fill(site);
});
afterAll(() => stopApp(site));

const verify = (at = site, noted: Parameters<typeof verifyLog>[1] = null) =>
  verifyLog(at.ownerUrl, noted);

test('a chain that nobody touched is whole', async () => {
  const { count, erased, head, fault } = await verify();
  expect({ count, erased, fault }).toEqual({ count: length, erased: 0, fault: null });
  expect(head.seq).toBe(String(length));
  expect((await verify(site, head)).fault).toBe(null);
});

test('an empty one as well', async () => {
  const empty = await ownApp();
  const { count, head, fault } = await verify(empty, { seq: '0', hash: chainStart });
  expect({ count, head, fault }).toEqual({
    count: 0,
    head: { seq: '0', hash: chainStart },
    fault: null,
  });
});

/** What a check finds after somebody who may do anything has done it; then it is undone. */
async function afterwards(
  statements: readonly string[],
  noted: Parameters<typeof verifyLog>[1] = null,
): ReturnType<typeof verifyLog> {
  await site.owner.query('begin');
  try {
    await site.owner.query('alter table decision_log disable trigger user');
    await site.owner.query('alter table decision_words drop constraint decision_words_seq_fkey');
    await site.owner.query('alter table decision_log drop constraint decision_log_seq_check');
    await site.owner.query('alter table decision_log drop constraint decision_log_check');
    for (const statement of statements) await site.owner.query(statement);
    return await verifyWithin(site.owner, noted);
  } finally {
    await site.owner.query('rollback');
  }
}

/** Every field of a row, and another value for it. */
const alterations: Readonly<Record<string, string>> = {
  at: `at + interval '1 microsecond'`,
  actor: `''`,
  actor_role: `'administrator'`,
  subject: `gen_random_uuid()::text`,
  action: `'return'`,
  case_id: 'gen_random_uuid()',
  annotation_id: 'null',
  revision: '99',
  work: `'other'`,
  address: `'4.3.1.3'`,
  before: `'published'`,
  after: `'returned'`,
  reason: `''`,
  words_digest: `''`,
  waited: 'waited + 1',
  batch_id: 'gen_random_uuid()',
  undoes: '1',
  hash: `repeat('a', 64)`,
};

/** What is done to a chain, and the first fault that is told of it. */
const damages: readonly (readonly [string, readonly string[], Fault])[] = [
  ...Object.entries(alterations).map(
    ([column, value]) =>
      [
        `another ${column}`,
        [`update decision_log set ${column} = ${value} where seq = 5`],
        { kind: 'altered', seq: '5' },
      ] as const,
  ),
  [
    'another digest of the row before',
    [`update decision_log set prev = repeat('a', 64) where seq = 5`],
    { kind: 'unlinked', seq: '5' },
  ],
  [
    'another form',
    [
      'alter table decision_log drop constraint decision_log_form_check',
      'update decision_log set form = 2 where seq = 5',
    ],
    { kind: 'form-unknown', seq: '5' },
  ],
  [
    'other words',
    [`update decision_words set words = words || '.' where seq = 5`],
    { kind: 'words-altered', seq: '5' },
  ],
  [
    'another salt',
    [`update decision_words set salt = sha256(salt) where seq = 5`],
    { kind: 'words-altered', seq: '5' },
  ],
  [
    'the words of two rows changed about',
    [
      `update decision_words set seq = -seq where seq in (5, 6)`,
      `update decision_words set seq = 11 + seq where seq in (-5, -6)`,
    ],
    { kind: 'words-altered', seq: '5' },
  ],
  [
    'a row taken out of the middle',
    ['delete from decision_log where seq = 5'],
    { kind: 'missing', seq: '5', next: '6' },
  ],
  [
    'a row taken out, and the numbers closed up',
    [
      'delete from decision_log where seq = 5',
      'update decision_log set seq = -seq where seq > 5',
      'update decision_log set seq = -seq - 1 where seq < 0',
    ],
    { kind: 'unlinked', seq: '5' },
  ],
  [
    'the first row taken out',
    ['delete from decision_log where seq = 1'],
    { kind: 'missing', seq: '1', next: '2' },
  ],
  [
    'two rows in the other order',
    [
      'update decision_log set seq = -seq where seq in (5, 6)',
      'update decision_log set seq = 11 + seq where seq in (-5, -6)',
    ],
    { kind: 'unlinked', seq: '5' },
  ],
  [
    'a row put in by a second writer after a row in the middle',
    [
      'alter table decision_log drop constraint decision_log_prev_key',
      'update decision_log set seq = -seq where seq > 5',
      'update decision_log set seq = 1 - seq where seq < 0',
      `insert into decision_log select (jsonb_populate_record(d, jsonb_build_object(
         'seq', 6, 'prev', d.hash, 'hash', repeat('b', 64), 'reason', 'spam'))).* from decision_log d where seq = 5`,
    ],
    { kind: 'altered', seq: '6' },
  ],
  [
    'a row appended by a second writer who does not know how',
    [
      `insert into decision_log select (jsonb_populate_record(d, jsonb_build_object(
         'seq', 13, 'prev', d.hash, 'hash', encode(sha256('x'), 'hex')))).* from decision_log d where seq = 12`,
    ],
    { kind: 'altered', seq: '13' },
  ],
];

describe('it is found', () => {
  test.each(damages)('%s', async (_what, statements, fault) => {
    const found = await afterwards(statements);
    expect(found.fault).toEqual(fault);
    expect(found.count).toBe(Number(fault.seq) - 1);
  });

  test('every field is among them', async () => {
    const { rows } = await site.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'decision_log'`,
    );
    expect([...Object.keys(alterations), 'seq', 'prev', 'form'].sort()).toEqual(
      rows.map(({ name }) => name).sort(),
    );
  });
});

describe('with a head that was noted down', () => {
  test('that the end was cut off', async () => {
    const { head } = await verify();
    const cut = ['delete from decision_log where seq > 10'];
    expect((await afterwards(cut)).fault).toBe(null);
    expect((await afterwards(cut, head)).fault).toEqual({ kind: 'cut', seq: '10', noted: '12' });
  });

  test('that all was written anew by somebody who knows how', async () => {
    const { head } = await verify();
    const { rows } = await site.owner.query<ChainedDecision>(
      `select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor,
         actor_role as "actorRole", subject, action, case_id as "caseId", annotation_id as "annotationId",
         revision::text, work, address, before, after, 'spam' as reason, words_digest as "wordsDigest",
         waited::text, batch_id as "batchId", undoes::text from decision_log order by decision_log.seq`,
    );
    let prev = chainStart;
    const anew = rows.map((row) => {
      const [before, hash] = [prev, decisionDigest({ ...row, prev })];
      prev = hash;
      return `update decision_log set reason = 'spam', prev = '${before}', hash = '${hash}' where seq = ${row.seq}`;
    });
    expect((await afterwards(anew)).fault).toBe(null);
    expect((await afterwards(anew, head)).fault).toEqual({ kind: 'rewritten', seq: '12' });
  });
});

test('it reads while others append, as of one moment', async () => {
  const busy = await ownApp();
  const person = await busy.addPerson({ administrator: true });
  const transact = makeTransact(busy.pool);
  const end = new AbortController();
  let appended = 0;
  const writers = [1, 2].map(async () => {
    while (!end.signal.aborted) {
      await transact((db) =>
        appendDecisions(
          db,
          [1, 2, 3].map(() => ({
            caseId: null,
            annotationId: null,
            revision: null,
            actorId: person.id,
            actorRole: 'administrator' as const,
            subjectId: null,
            action: 'keep' as const,
            before: '',
            after: '',
            reason: '',
            words: '',
            batchId: null,
            undoes: null,
          })),
        ),
      );
      appended += 3;
    }
  });
  const counts: number[] = [];
  while (counts.length < 5 || appended < 30) {
    const { count, fault } = await verify(busy);
    expect(fault).toBe(null);
    counts.push(count);
  }
  end.abort();
  await Promise.all(writers);
  expect(counts.every((count) => count % 3 === 0)).toBe(true);
  expect((await verify(busy)).count).toBe(appended);
});

// Found with another program, by what decision 0027 says.
test('the digests are those that others find', () => {
  const row: ChainedDecision = {
    seq: '2',
    prev: 'ab'.repeat(32),
    at: '2026-01-02T03:04:05.000006Z',
    actor: '11111111-1111-4111-8111-111111111111',
    actorRole: 'moderator',
    subject: '',
    action: 'refuse',
    caseId: null,
    annotationId: '22222222-2222-4222-8222-222222222222',
    revision: '3',
    work: 'ncss-2016',
    address: '4.3.1.2',
    before: 'held',
    after: 'a "quoted"\n网络 \\ state',
    reason: 'off-topic',
    wordsDigest: 'cd'.repeat(32),
    waited: '3600',
    batchId: null,
    undoes: '1',
  };
  expect(decisionDigest(row)).toBe(
    '4d623d87b341425c8e3b0981c99fceb0a3e7fc91e7ca9d3d596640d9091a68b2',
  );
  const salt = Buffer.from(Array.from({ length: 32 }, (_, n) => n));
  expect(wordsDigest(salt, 'Off topic. 网络')).toBe(
    '5b04ad4d580fb21586bea5c71f2d6aa7139cbb3facd42b678e5e18d6032b1579',
  );
});
