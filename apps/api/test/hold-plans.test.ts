import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOfLists } from '../src/features/hold-rules/matchers.ts';
import * as statements from '../src/features/hold-rules/statements.ts';
import { holdFacts } from '../src/features/moderation/hold-statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/* Rules and lists of one work among twenty thousand. */

const growing = ['hold_rule', 'word_list'];
const nobody = '00000000-0000-0000-0000-000000000000';
let site: TestApp;
let ids: { work: number; uid: string; list: string };

beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing)
      select 'w' || n, 'w' || n, 'W', '{}', '{}', issued, levels, rights, true, 'public'
      from work, generate_series(1, 20000) n where slug = 'ncss-2016';
    insert into hold_rule (work_id, mode) select id, 'publish' from work on conflict do nothing;
    insert into hold_rule (work_id, from_uid, to_uid, mode)
      select work_id, uid, uid, 'hold-all' from unit order by ord limit 40;
    insert into word_list (id, work_id, name, words, is_told, holds_in_publish)
      select md5('l' || id)::uuid, id, 'Adverts', '{casino}', true, false from work;
    analyze;`);
  const { rows } = await site.owner.query<typeof ids>(`
    select w.id as work, md5('l' || w.id)::uuid as list,
      (select uid from unit where work_id = w.id order by ord limit 1) as uid
    from work w where slug = 'ncss-2016'`);
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was written');
  ids = row;
}, 60_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

test.each([
  ['the works one keeps', () => [statements.heldWorks.text, [[ids.work]]]],
  ['the rules of a work', () => [statements.rulesOfWork.text, [ids.work]]],
  ['the lists of a work', () => [statements.listsOfWork.text, [ids.work]]],
  ['a list with its words', () => [statements.listInFull.text, [ids.list]]],
  ['the words of lists', () => [wordsOfLists.text, [[ids.list]]]],
  ['what holds a note', () => [holdFacts.text, [nobody, ids.work, [ids.uid], 'x', null]]],
] satisfies [string, () => [string, unknown[]]][])(
  '%s: no growing table is scanned',
  async (_what, statement) => {
    const [text, values] = statement();
    const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (analyze, format json) ${text}`,
      values,
    );
    const nodes = rows.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan));
    const scans = nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
    );
    expect(scans).toEqual([]);
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes)
      if (growing.includes(node['Relation Name'] ?? ''))
        expect(node['Rows Removed by Filter'] ?? 0).toBeLessThan(200);
  },
);
