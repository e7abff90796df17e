import type { CaseView } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyLog } from '../src/features/decision-log/verify.ts';
import {
  establish,
  member,
  password,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

/*
 * Somebody is erased while something is decided about them: each waits for the other's locks only in
 * one order, and the log stays whole.
 */

let site: TestApp;
let keeper: Person;
let number = 0;
beforeAll(async () => {
  site = await startApp();
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

async function caseOf(author: Person): Promise<string> {
  await establish(site, author);
  const note = rootOf(await startThread(site, author, '4.3.1.2')).id;
  const { rows } = await site.owner.query<{ id: string }>(
    `insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority)
     select gen_random_uuid(), t.work_id, a.id, a.author_id, 'flagged', 20
     from annotation a join thread t on t.id = a.thread_id where a.id = $1
     on conflict do nothing returning id`,
    [note],
  );
  return rows[0]?.id ?? '';
}

/** Until so many of the app's statements wait for a lock. */
const waiting = (count: number) =>
  vi.waitFor(
    async () => {
      const { rows } = await site.owner.query<{ n: number }>(
        `select count(*)::integer as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows[0]?.n).toBe(count);
    },
    { timeout: 10_000, interval: 10 },
  );

describe.each(['anonymise', 'remove'] as const)('an author who leaves (%s)', (writing) => {
  test.each(['keep', 'hide'] as const)('while it is decided to %s their note', async (action) => {
    number += 1;
    const author = await member(site, `author${String(number)}@x.org`, 'Author');
    const id = await caseOf(author);
    const { version } = (await site.as(keeper, 'GET', `/moderation/cases/${id}`)).json<CaseView>();
    const words = action === 'hide' ? { reason: 'abusive', words: `Rude ${String(number)}` } : {};

    // The decision has begun and is held up, so that the erasure comes into the middle of it.
    await site.owner.query('begin');
    await site.owner.query('select from moderation_case where id = $1 for update', [id]);
    const decision = site.as(keeper, 'POST', `/moderation/cases/${id}/decision`, {
      action,
      version,
      revision: 1,
      ...words,
    });
    await waiting(1);
    const erasure = site.as(author, 'DELETE', '/account', { password, writing });
    await waiting(2);
    await site.owner.query('commit');

    const decided = await decision;
    expect(decided.statusCode, decided.body).toBe(200);
    const erased = await erasure;
    expect(erased.statusCode, erased.body).toBe(200);
    expect(await verifyLog(site.ownerUrl, null)).toMatchObject({ count: number, fault: null });
    const { rows } = await site.owner.query(
      `select words from decision_words union all select words from decision where words <> ''`,
    );
    expect(rows).toEqual([]);
  });
});

test('nor are words kept that are said of somebody who has left', async () => {
  number += 1;
  const author = await member(site, `author${String(number)}@x.org`, 'Author');
  const id = await caseOf(author);
  const form = { password, writing: 'anonymise' };
  expect((await site.as(author, 'DELETE', '/account', form)).statusCode).toBe(200);
  const { version } = (await site.as(keeper, 'GET', `/moderation/cases/${id}`)).json<CaseView>();
  const decided = await site.as(keeper, 'POST', `/moderation/cases/${id}/decision`, {
    action: 'hide',
    version,
    revision: 1,
    reason: 'abusive',
    words: 'Rude still.',
  });
  expect(decided.statusCode, decided.body).toBe(200);
  const { rows } = await site.owner.query(
    'select d.words, w.words as logged from decision d left join decision_words w on w.seq = d.log_seq where d.case_id = $1',
    [id],
  );
  expect(rows).toEqual([{ words: '', logged: null }]);
});
