import type { CasePage, CaseView, LedgerPage } from '@glossator/contract';
import { expect, test } from 'vitest';
import { verifyLog } from '../src/features/decision-log/verify.ts';
import { ownApp, rootOf, startThread } from './support/index.ts';

test('a note that nobody has seen: its clause, the class of the reason and the wait, and no more', async () => {
  const site = await ownApp();
  const ada = await site.addPerson({ name: 'Ada Unmistakable' });
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  await site.owner.query(
    `insert into hold_rule (work_id, mode) select id, 'hold-all' from work
     on conflict (work_id, from_uid, to_uid) do update set mode = excluded.mode`,
  );
  const thread = await startThread(site, ada, '4.3.1.2', { body: 'Unspeakable words' });
  const note = rootOf(thread).id;
  const before = (await site.as(null, 'GET', '/ledger')).body;
  expect((JSON.parse(before) as LedgerPage).items).toEqual([]);

  await site.owner.query(`update moderation_case set opened_at = opened_at - interval '3 hours'`);
  const cases = (await site.as(keeper, 'GET', '/moderation/cases')).json<CasePage>().items;
  const [open] = cases;
  expect(cases).toHaveLength(1);
  const decide = async (version: number | undefined, more: Record<string, unknown>) => {
    const url = `/moderation/cases/${open?.id ?? ''}/decision`;
    const answer = await site.as(keeper, 'POST', url, { version, revision: 1, ...more });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<CaseView>();
  };
  const refused = await decide(open?.version, {
    action: 'refuse',
    reason: 'personal-data',
    words: 'It names a neighbour.',
  });
  const { rows } = await site.owner.query<{ id: string }>('select id from decision');
  const undone = await site.as(keeper, 'POST', `/moderation/decisions/${rows[0]?.id ?? ''}/undo`);
  expect(undone.statusCode, undone.body).toBe(200);
  await decide(undone.json<CaseView>().version, { action: 'approve' });

  const body = (await site.as(null, 'GET', '/ledger')).body;
  const { items } = JSON.parse(body) as LedgerPage;
  const place = { work: 'ncss-2016', address: '4.3.1.2', role: 'administrator', appeal: 'none' };
  const at = expect.any(String) as string;
  const waited = expect.any(Number) as number;
  const none = { reason: '', undoes: null, undoneBy: null };
  expect(items).toEqual([
    { ...place, ...none, seq: 3, at, action: 'approve', waited },
    { ...place, ...none, seq: 2, at, action: 'undo', undoes: 1, waited: null },
    {
      ...place,
      ...none,
      seq: 1,
      at,
      action: 'refuse',
      reason: 'personal-data',
      undoneBy: 2,
      waited,
    },
  ]);
  expect(items[2]?.waited).toBeGreaterThanOrEqual(3 * 3600);
  for (const secret of [
    ada.id,
    note,
    thread.id,
    refused.id,
    'Unmistakable',
    'Unspeakable',
    'neighbour',
  ])
    expect(body).not.toContain(secret);
  expect(await verifyLog(site.ownerUrl, null)).toMatchObject({ count: 3, fault: null });
});
