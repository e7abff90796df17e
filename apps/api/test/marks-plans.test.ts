import type { MarksView, WorkFilter } from '@glossator/contract';
import { threadOrders, type ThreadOrder } from '@glossator/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cursorValues } from '../src/db/place-order.ts';
import { noteValues, threadValues } from '../src/features/marks/conditions.ts';
import { mostThreads } from '../src/features/marks/service.ts';
import {
  keptTallies,
  markedThreads,
  matchingPlaces,
  matchingTallies,
} from '../src/features/marks/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/* Marks of a work with 22,000 public threads, beside as many in others' notebooks. */

const threads = 22_000;
let site: TestApp;
let ids: { work: number; layer: number; uid: string };

beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    insert into person (id, name, handle)
      select md5('p' || n)::uuid, 'P' || n, 'p' || n from generate_series(1, 2000) n;
    insert into layer (kind, owner_id)
      select 'notebook', md5('p' || n)::uuid from generate_series(1, 2000) n;
    alter table annotation disable trigger user;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id, created_at)
      select md5(l.id || 't' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid,
        md5('p' || 1 + n % 2000)::uuid, now() - make_interval(secs => n)
      from layer l
      cross join generate_series(1, case l.kind when 'public' then ${String(threads)} else 11 end) n
      join unit u on u.ord = n % 200;
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening, answers, useful)
      select work_id, layer_id, from_uid, created_at, id, true, ascii(id::text), ascii(right(id::text, 1))
      from thread;
    insert into annotation (id, thread_id, author_id, post_key)
      select md5('a' || id)::uuid, id, author_id, md5('k' || id)::uuid from thread;
    insert into note_search (annotation_id, tokenizer, folded, tokens, tags)
      select id, 1, 'x', '', array['t' || length(id::text)] from annotation;
    insert into tally (work_id, layer_id, uid, kind, notes)
      select p.work_id, p.layer_id, p.uid, a.kind, count(*)
      from thread_place p join annotation a using (thread_id) group by 1, 2, 3, 4;
    insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
      select t.id, 1, g.version_id, g.uid, 0, 1, left(g.reading, 1), '', ''
      from thread t join segment_text g on g.uid = t.from_uid where g.reading is not null
      on conflict do nothing;
    update thread t set target_kind = 'range'
      where exists (select from thread_locus o where o.thread_id = t.id);
    alter table annotation enable trigger user;
    analyze;`);
  const { rows } = await site.owner.query<typeof ids>(`
    select t.work_id as work, t.layer_id as layer, t.from_uid as uid
    from thread t join layer l on l.id = t.layer_id where l.kind = 'public' limit 1`);
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was written');
  ids = row;
}, 60_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const growing = ['thread', 'thread_place', 'thread_locus', 'annotation', 'note_search'];
const max = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const conditions = (filter: WorkFilter) => [...noteValues(filter), ...threadValues(filter)];
const newest = (filter: WorkFilter, limit: number) => [
  null,
  [],
  [ids.layer],
  ids.work,
  'infinity',
  max,
  limit,
  null,
  ...conditions(filter),
];
const places = (order: ThreadOrder, filter: WorkFilter) => [
  null,
  [],
  ids.work,
  [ids.uid],
  [true],
  [ids.layer],
  51,
  ...conditions(filter),
  ...cursorValues(order, null),
];
type Plan = readonly [
  name: string,
  index: string,
  query: () => readonly [text: string, values: readonly unknown[]],
];
const placesBy = {
  useful: 'thread_place_useful',
  answered: 'thread_place_answered',
  newest: 'thread_place_pkey',
} as const satisfies Record<ThreadOrder, string>;

test.each([
  ['marks', 'thread_work', () => [markedThreads.text, newest({}, 1_000)]],
  ['marks by tag', 'thread_work', () => [markedThreads.text, newest({ tag: ['t36'] }, 1_000)]],
  ['marks by person', 'thread_work', () => [markedThreads.text, newest({ by: ['p7'] }, 1_000)]],
  ['counts by tag', 'thread_work', () => [matchingTallies.text, newest({ tag: ['t36'] }, 1_000)]],
  [
    'counts by kind',
    'tally_pkey',
    () => [keptTallies.text, [ids.work, [ids.layer], null, ['term']]],
  ],
  ...threadOrders.flatMap((order): Plan[] => {
    const { text } = matchingPlaces(order);
    const index = placesBy[order];
    return [
      [`threads by person, ${order} first`, index, () => [text, places(order, { by: ['p7'] })]],
      [
        `threads by kind, ${order} first`,
        index,
        () => [text, places(order, { kind: ['comment'] })],
      ],
    ];
  }),
] as const satisfies readonly Plan[])(
  '%s: by index %s, never through a whole table',
  async (_name, index, query) => {
    const [text, values] = query();
    const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (analyze, format json) ${text}`,
      [...values],
    );
    const [row] = rows;
    const nodes = row === undefined ? [] : nodesOf(row['QUERY PLAN'][0].Plan);
    const scans = nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
    );
    expect(scans.map((node) => node['Relation Name'])).toEqual([]);
    expect(nodes.map((node) => node['Index Name'])).toContain(index);
    // Not one thread of others' notebooks is looked at.
    for (const node of nodes.filter(({ 'Index Name': name }) => name === index))
      expect(node['Rows Removed by Filter'] ?? 0).toBe(0);
  },
);

/** What this thread has worked; waiting for the database, or for other programs, is no work. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return user + system;
};

test('the newest are told, and that there are more; others get their turn meanwhile', async () => {
  const begun = worked();
  let longest = 0;
  let last = begun;
  const beat = setInterval(() => {
    longest = Math.max(longest, worked() - last);
    last = worked();
  }, 1);
  const answer = await site.as(null, 'GET', '/api/works/ncss-2016/marks');
  clearInterval(beat);
  const view = answer.json<MarksView>();
  expect([view.threads.length, view.truncated]).toEqual([mostThreads, true]);
  expect(new Set(view.threads.map(([id]) => id)).size).toBe(mostThreads);
  // Piece by piece it is some 0.06 of the work; made at once, some 0.26.
  expect(longest / (last - begun)).toBeLessThan(0.15);
  const few = await site.as(null, 'GET', '/api/works/ncss-2016/marks?by=p7');
  expect(few.json<MarksView>().threads.length).toBe(10);
}, 30_000);
