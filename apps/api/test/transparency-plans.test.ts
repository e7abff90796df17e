import { countedActions } from '@glossator/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  decisionsStatement,
  factsStatement,
  headStatement,
  monthsStatement,
  waitingStatement,
  waitsStatement,
} from '../src/features/transparency/statements.ts';
import { rootOf, startApp, startThread, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;

/** Two hundred months of decisions and facts, of which a report of one month reads one. */
beforeAll(async () => {
  site = await startApp();
  const ada = await site.addPerson({ name: 'Ada' });
  const note = rootOf(await startThread(site, ada, '4.3.1.2')).id;
  await site.owner.query(`
    alter table decision_log disable trigger user;
    insert into decision_log (seq, prev, hash, form, at, actor, actor_role, subject, action,
        work, address, before, after, reason, words_digest, waited, undoes)
      select n, encode(sha256(('h' || n - 1)::bytea), 'hex'), encode(sha256(('h' || n)::bytea), 'hex'), 1,
        timestamptz '2010-01-01 00:00Z' + n / 200 * interval '1 month', '', 'system', '',
        case when n % 3 = 0 then 'refuse' else 'approve' end, 'ncss-2016', '4.3.1.2', '', '', '', '', n,
        case when n % 50 = 0 then n - 1 end
      from generate_series(1, 40000) n;
    insert into moderation_fact select 1, date '2010-01-01' + n / 200 * interval '1 month', 'held'
      from generate_series(1, 40000) n;
    alter table moderation_case disable trigger user;
    insert into moderation_case (id, work_id, annotation_id, author_id, kind, state, priority, opened_at, ended_at)
      select md5('c' || n)::uuid, 1, '${note}', '${ada.id}', 'held', 'decided', 10, at, at + interval '1 hour'
      from (select n, timestamptz '2010-01-01 00:00Z' + n / 200 * interval '1 month' as at
        from generate_series(1, 40000) n) x;
    analyze;`);
}, 60_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Rows Removed by Filter'?: number;
  'Actual Rows': number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const growing = ['decision_log', 'moderation_fact', 'moderation_case', 'annotation'];

async function expectBounded(text: string, values: readonly unknown[]) {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (analyze, format json) ${text}`,
    [...values],
  );
  const nodes = rows.flatMap((plan) => nodesOf(plan['QUERY PLAN'][0].Plan));
  const reading = nodes.filter((node) => growing.includes(node['Relation Name'] ?? ''));
  expect(reading.length).toBeGreaterThan(0);
  for (const node of reading) {
    expect(node['Node Type'], JSON.stringify(node)).not.toBe('Seq Scan');
    expect(node['Rows Removed by Filter'] ?? 0, JSON.stringify(node)).toBeLessThan(250);
    expect(node['Actual Rows'], JSON.stringify(node)).toBeLessThan(1000);
  }
}

const month = ['2014-05-01', '2014-06-01'];

test.each([true, false])('what was decided in a month, of one work: %s', async (asksWork) => {
  const asked = [...month, asksWork ? 'ncss-2016' : null];
  await expectBounded(decisionsStatement(asksWork).text, [...asked, countedActions]);
  await expectBounded(waitsStatement(asksWork).text, asked);
});

test('what came in', () => expectBounded(factsStatement.text, [...month, [1]]));
test('what waited when the last month ended', () =>
  expectBounded(waitingStatement.text, ['2026-08-01', [1]]));
test('the end of the log then', () => expectBounded(headStatement.text, ['2014-06-01']));
test('the months there are', () => expectBounded(monthsStatement.text, []));
