import { afterAll, beforeAll, expect, test } from 'vitest';
import * as batch from '../src/features/moderation/batch-statements.ts';
import * as context from '../src/features/moderation/context-statements.ts';
import * as desk from '../src/features/moderation/desk-statements.ts';
import { openCases } from '../src/features/moderation/queue-statements.ts';
import { waitingCases } from '../src/features/moderation/to-do.ts';
import { rootOf, startApp, startThread, stopApp, type TestApp } from './support/index.ts';

const growing = [
  'account',
  'annotation',
  'case_filter',
  'decision',
  'moderation_case',
  'person',
  'ready_reply',
  'revision',
  'thread',
  'thread_place',
];
let site: TestApp;
let ids: { work: number; note: string; person: string; uid: string };

/** Ten thousand open cases of one work, and as many decisions by each of their moderators. */
beforeAll(async () => {
  site = await startApp();
  const author = await site.addPerson({ name: 'Author' });
  const note = rootOf(await startThread(site, author, '4.1.1.1')).id;
  const { rows } = await site.owner.query<{ work: number; uid: string }>(
    `select w.id as work, u.uid from work w join unit u on u.work_id = w.id
     where w.slug = 'ncss-2016' and u.path = '4.1.1.1'`,
  );
  ids = { note, person: author.id, work: rows[0]?.work ?? 0, uid: rows[0]?.uid ?? '' };
  await site.owner.query(`
    insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 10000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select md5('p' || n)::uuid, n || '@x.org', n || '@x.org', '-', 'en' from generate_series(1, 10000) n;
    alter table annotation disable trigger user;
    alter table thread disable trigger user;
    alter table thread_place disable trigger user;
    alter table moderation_case disable trigger user;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, t.work_id, t.layer_id, t.target_kind, t.from_uid, t.to_uid, md5('p' || n)::uuid
      from generate_series(1, 10000) n, thread t where t.id = (select thread_id from annotation where id = '${note}');
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select p.work_id, p.layer_id, u.uid, now(), md5('t' || n)::uuid, p.opening
      from generate_series(1, 10000) n
      join (select uid, row_number() over (order by ord) as k, count(*) over () as all_units
        from unit where work_id = ${String(ids.work)}) u on u.k = 1 + n % u.all_units
      cross join thread_place p
      where p.thread_id = (select thread_id from annotation where id = '${note}');
    insert into annotation (id, thread_id, author_id, post_key)
      select md5('a' || n)::uuid, md5('t' || n)::uuid, md5('p' || n)::uuid, md5('k' || n)::uuid
      from generate_series(1, 10000) n;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select md5('a' || n)::uuid, m, 'x', 'x', 1, array['zh-cac:1.0.0'] from generate_series(1, 10000) n, generate_series(1, 2) m;
    insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority)
      select md5('c' || n)::uuid, ${String(ids.work)}, md5('a' || n)::uuid, md5('p' || n)::uuid, 'held', 10
      from generate_series(1, 10000) n;
    insert into case_group (key, work_id, founder, fingerprint, version, is_shared)
      values (md5('g')::uuid, ${String(ids.work)}, md5('c1')::uuid, '{}', 1, true);
    update moderation_case set group_key = md5('g')::uuid where id in (
      select md5('c' || n)::uuid from generate_series(1, 50) n);
    insert into decision (id, case_id, annotation_id, author_id, actor_id, action, revision, before, after, batch_id, log_seq)
      select md5('d' || n)::uuid, md5('c' || n)::uuid, md5('a' || n)::uuid, md5('p' || n)::uuid,
        md5('p' || n % 100 + 1)::uuid, 'approve', 1, 'held', 'published', md5('b' || n % 100)::uuid, n
      from generate_series(1, 10000) n;
    insert into case_filter (id, person_id, name, query)
      select md5('f' || n)::uuid, md5('p' || n)::uuid, 'n', 'q' from generate_series(1, 10000) n;
    insert into ready_reply (id, person_id, name, words)
      select md5('r' || n)::uuid, md5('p' || n)::uuid, 'n', 'w' from generate_series(1, 10000) n;
    analyze;`);
}, 120_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

async function scanned(text: string, values: readonly unknown[]): Promise<Node[]> {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (format json) ${text}`,
    [...values],
  );
  const nodes = rows.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan));
  expect(nodes.length).toBeGreaterThan(0);
  return nodes.filter(
    (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
  );
}

const first = ['0001-01-01T00:00:00.000000Z', '00000000-0000-0000-0000-000000000000'];
const somebody = "select md5('p7')::uuid::text as id";

test('no list of a moderator reads a table through', async () => {
  const { rows } = await site.owner.query<{ id: string }>(somebody);
  const person = rows[0]?.id ?? '';
  const works = [ids.work];
  const statements: readonly (readonly [{ text: string }, readonly unknown[]])[] = [
    [context.notesAround, [ids.note]],
    [context.formerRevision, [ids.note, 2]],
    [context.decisionsOnNote, [ids.note, 20, person]],
    [context.decisionsOnOthers, [person, works, ids.note, 8, person]],
    [context.authorRecord, [person, works, 100, person]],
    [batch.authorsWishingMail, [[person]]],
    [batch.authorsByLocale, [[person]]],
    [batch.openOfGroups, [[person], works, 200]],
    [batch.batchInFull, [person, person]],
    [desk.ownFilters, [person]],
    [desk.ownReplies, [person]],
    [desk.ownRecentDecisions, [person, works, 20]],
    [waitingCases, [false, works, 100]],
    [openCases, [works, null, person, null, null, 32_767, ...first, 31, null]],
    [openCases, [works, null, person, null, person, 32_767, ...first, 31, null]],
    [openCases, [works, null, person, null, null, 32_767, ...first, 31, [ids.uid]]],
  ];
  for (const [{ text }, values] of statements)
    expect(await scanned(text, values), text).toEqual([]);
});
