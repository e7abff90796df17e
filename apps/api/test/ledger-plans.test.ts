import { ledgerActions } from '@glossator/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropWordsAbout, pseudonyms, readEnd } from '../src/features/decision-log/statements.ts';
import { entriesStatement, headStatement } from '../src/features/ledger/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

const rows = 40_000;
let site: TestApp;

/** A log of which one row in a thousand is of a rare work, action and reason. */
beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 5000) n;
    alter table decision_log disable trigger user;
    insert into decision_log (seq, prev, hash, form, at, actor, actor_role, subject, action, case_id,
        annotation_id, revision, work, address, before, after, reason, words_digest, undoes)
      select n, encode(sha256(('h' || n - 1)::bytea), 'hex'), encode(sha256(('h' || n)::bytea), 'hex'), 1, now(),
        '', 'system', (select pseudonym::text from person_pseudonym where person_id = md5('p' || 1 + n % 5000)::uuid),
        case when n % 1000 = 0 then 'overturn' when n % 3 = 0 then 'refuse' else 'approve' end,
        md5('c' || n)::uuid, case when n % 7 = 0 then null else md5('a' || n / 3)::uuid end, 1,
        case when n % 1000 = 0 then 'rare' else 'ncss-2016' end, '4.3.1.2', '', '',
        case when n % 1000 = 0 then 'unlawful' when n % 3 = 0 then 'spam' else '' end, '',
        case when n % 50 = 0 then n - 1 end
      from generate_series(1, ${String(rows)}) n;
    insert into decision_words select seq, sha256('x'), 'x' from decision_log where seq % 3 = 0;
    analyze;`);
}, 60_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

async function expectIndexed(text: string, values: readonly unknown[], removed = 200) {
  const { rows: plans } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (analyze, format json) ${text}`,
    [...values],
  );
  const nodes = plans.flatMap((plan) => nodesOf(plan['QUERY PLAN'][0].Plan));
  const growing = ['decision_log', 'decision_words', 'person_pseudonym'];
  expect(nodes.length).toBeGreaterThan(1);
  expect(
    nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
    ),
  ).toEqual([]);
  for (const node of nodes)
    expect(node['Rows Removed by Filter'] ?? 0, JSON.stringify(node)).toBeLessThan(removed);
}

const both = [true, false];
const questions = both.flatMap((work) =>
  both.flatMap((action) => both.map((reason) => ({ work, action, reason }))),
);

test.each(questions)('the ledger asked by %j', async (asked) => {
  const values = (rare: boolean): unknown[] => [
    rows + 1,
    51,
    ledgerActions,
    asked.work ? (rare ? 'rare' : 'ncss-2016') : null,
    asked.action ? (rare ? 'overturn' : 'refuse') : null,
    asked.reason ? (rare ? 'unlawful' : 'spam') : null,
  ];
  for (const rare of both) await expectIndexed(entriesStatement(asked).text, values(rare));
});

test('far down the ledger, as near its top', async () => {
  const { text } = entriesStatement({ work: false, action: false, reason: false });
  await expectIndexed(text, [1000, 51, ledgerActions, null, null, null]);
});

test('its head', () => expectIndexed(headStatement.text, []));

test('what appending reads', async () => {
  const { rows: people } = await site.owner.query<{ id: string }>(
    'select person_id as id from person_pseudonym limit 2',
  );
  await expectIndexed(readEnd.text, []);
  await expectIndexed(pseudonyms.text, [people.map(({ id }) => id)]);
  await expectIndexed(dropWordsAbout.text, [people[0]?.id]);
});
