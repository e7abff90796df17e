import { afterAll, beforeAll, expect, test } from 'vitest';
import * as looks from '../src/features/second-looks/statements.ts';
import { rootOf, startApp, startThread, stopApp, type TestApp } from './support/index.ts';

const growing = [
  'annotation',
  'decision',
  'flag',
  'moderation_case',
  'person',
  'revision',
  'second_look',
  'thread',
];
let site: TestApp;
let ids: { work: number; note: string };

/** Ten thousand decisions that were looked at again, a hundred by each, and as many that were never. */
beforeAll(async () => {
  site = await startApp();
  const author = await site.addPerson({ name: 'Author' });
  const note = rootOf(await startThread(site, author, '4.1.1.1')).id;
  const { rows } = await site.owner.query<{ id: number }>(
    "select id from work where slug = 'ncss-2016'",
  );
  ids = { note, work: rows[0]?.id ?? 0 };
  await site.owner.query(`
    insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 10000) n;
    alter table annotation disable trigger user;
    alter table thread disable trigger user;
    alter table moderation_case disable trigger user;
    alter table decision disable trigger user;
    alter table flag disable trigger user;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, t.work_id, t.layer_id, t.target_kind, t.from_uid, t.to_uid, md5('p' || n)::uuid
      from generate_series(1, 10000) n, thread t where t.id = (select thread_id from annotation where id = '${note}');
    insert into annotation (id, thread_id, author_id, post_key)
      select md5('a' || n)::uuid, md5('t' || n)::uuid, md5('p' || n)::uuid, md5('k' || n)::uuid
      from generate_series(1, 10000) n;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select md5('a' || n)::uuid, m, 'x', 'x', 1, array['zh-cac:1.0.0'] from generate_series(1, 10000) n, generate_series(1, 2) m;
    insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority, state, ended_at)
      select md5('c' || n)::uuid, ${String(ids.work)}, md5('a' || n)::uuid, md5('p' || n)::uuid, 'flagged', 10, 'decided', now()
      from generate_series(1, 10000) n;
    insert into flag (id, case_id, annotation_id, work_id, person_id, reason, words, revision, weight)
      select md5('f' || n)::uuid, md5('c' || n)::uuid, md5('a' || n)::uuid, ${String(ids.work)}, md5('p' || n % 99 + 1)::uuid,
        'spam', '', 1, 1 from generate_series(1, 10000) n;
    insert into decision (id, case_id, annotation_id, author_id, actor_id, action, revision, before, after, due_at, log_seq)
      select md5('d' || n)::uuid, md5('c' || n)::uuid, md5('a' || n)::uuid, md5('p' || n)::uuid,
        md5('p' || n % 100 + 1)::uuid, 'keep', 1, 'published', 'published', now(), n from generate_series(1, 10000) n;
    insert into second_look (id, decision_id, work_id, proposal, stood, drawn_at, looker_id, action, reason, looked_at)
      select md5('s' || n)::uuid, md5('d' || n)::uuid, ${String(ids.work)}, 0, 0,
        now() - n * interval '1 hour', case when n % 50 <> 0 then md5('p' || n % 100 + 2)::uuid end,
        case when n % 50 <> 0 then 'keep' end, case when n % 50 <> 0 then '' end,
        case when n % 50 <> 0 then now() - n * interval '1 hour' end
      from generate_series(1, 10000) n;
    analyze;`);
}, 120_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const uuid = async (name: string): Promise<string> => {
  const { rows } = await site.owner.query<{ id: string }>('select md5($1)::uuid::text as id', [
    name,
  ]);
  return rows[0]?.id ?? '';
};

test('no statement of a second look reads a table through', async () => {
  const person = await uuid('p7');
  const look = await uuid('s50');
  const decision = await uuid('d50');
  const held = await uuid('c50');
  const statements: readonly (readonly [{ text: string }, readonly unknown[]])[] = [
    [looks.waitingLooks, [[ids.work], person, 30]],
    [looks.givenLooks, [[ids.work], person, 20]],
    [looks.lookInFull, [look, person]],
    [looks.notesAroundThen, [ids.note, decision]],
    [looks.flagsThen, [held, decision]],
    [looks.decisionsBefore, [decision, 20]],
    [looks.giveLook, [look, person, 'keep', '']],
  ];
  for (const [{ text }, values] of statements) {
    const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (format json) ${text}`,
      [...values],
    );
    const nodes = rows.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan));
    expect(nodes.length).toBeGreaterThan(0);
    const scanned = nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
    );
    expect(scanned, text).toEqual([]);
  }
});

test('whether a decision is kept from somebody is asked by indexes alone', async () => {
  const decision = await uuid('d50');
  const person = await uuid('p7');
  // Of a table it counts how often it was read through, not how often by an index.
  const readThrough = async () => {
    const { rows } = await site.owner.query<{ name: string; times: number }>(
      `select relname as name, pg_stat_get_xact_numscans(relid)::integer as times
       from pg_stat_user_tables where relname = any($1) order by relname`,
      [growing],
    );
    return rows;
  };
  await site.owner.query('begin');
  const before = await readThrough();
  const { rows } = await site.owner.query('select awaits_look($1, $2) as kept', [decision, person]);
  const after = await readThrough();
  await site.owner.query('select count(*) from second_look where stood = 1');
  const counted = await readThrough();
  await site.owner.query('rollback');
  expect(rows).toEqual([{ kept: true }]);
  expect(after).toEqual(before);
  expect(counted).not.toEqual(after);
});
