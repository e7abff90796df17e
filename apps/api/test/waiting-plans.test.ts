import { afterAll, beforeAll, expect, test } from 'vitest';
import { decisionsDue } from '../src/features/moderation/tell-statements.ts';
import { unpublishedBefore } from '../src/features/annotations/waiting-statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * 200 people with a hundred notes each, of which one in ten waits or was handed back and one in ten has
 * an edit that does; a decision on each that waits, all told but a few.
 */

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    insert into person (id, name, handle)
      select md5('p' || n)::uuid, 'P' || n, 'p' || n from generate_series(1, 200) n;
    alter table annotation disable trigger user;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n % 200 + 1)::uuid
      from generate_series(1, 20000) n join unit u on u.ord = n % 200
      cross join layer l where l.kind = 'public';
    insert into annotation (id, thread_id, author_id, post_key, state, created_at)
      select md5('a' || n)::uuid, md5('t' || n)::uuid, md5('p' || n % 200 + 1)::uuid, md5('k' || n)::uuid,
        case when n / 200 % 10 = 0 then 'held' else 'published' end, now() - make_interval(secs => n)
      from generate_series(1, 20000) n
      where exists (select from thread t where t.id = md5('t' || n)::uuid);
    alter table annotation enable trigger user;
    insert into proposed_revision (annotation_id, author_id, over, body, html, renderer, seen, kind, tags, written_at)
      select id, author_id, 1, 'x', 'x', 1, array['zh-cac:1.0.0'], 'comment', '{}', created_at
      from annotation where state = 'published' and created_at < now() - interval '5 hours';
    insert into moderation_case (id, work_id, annotation_id, author_id, kind, state, priority, ended_at)
      select md5('c' || a.id)::uuid, t.work_id, a.id, a.author_id, 'held', 'decided', 10, now()
      from annotation a join thread t on t.id = a.thread_id;
    insert into decision (id, case_id, annotation_id, author_id, actor_id, action, revision, before, after,
        log_seq, due_at, told_at)
      select md5('d' || a.id)::uuid, md5('c' || a.id)::uuid, a.id, a.author_id, a.author_id, 'approve', 1,
        'held', 'published', 1, a.created_at, case when a.state = 'held' then null else now() end
      from annotation a;
    analyze;`);
});
afterAll(() => stopApp(site));

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Node[];
}
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

test.each([
  [
    'what of one’s own waits',
    ['annotation_unpublished', 'proposed_revision_own'],
    unpublishedBefore.text,
    (person: string) => [person, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51],
  ],
  ['the decisions to tell', ['decision_due'], decisionsDue.text, () => [20]],
])('%s: by its indexes, never through a whole table', async (_name, indexes, text, values) => {
  const { rows: people } = await site.owner.query<{ id: string }>(`select md5('p7')::uuid as id`);
  const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (format json) ${text}`,
    values(people[0]?.id ?? ''),
  );
  const nodes = rows.flatMap((row) => flat(row['QUERY PLAN'][0].Plan));
  expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  expect(new Set(nodes.flatMap((node) => node['Index Name'] ?? []))).toEqual(new Set(indexes));
});
