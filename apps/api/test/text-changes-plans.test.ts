import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openChanges,
  textMailDue,
  unreadTexts,
} from '../src/features/following-text/own-statements.ts';
import {
  readRelease,
  releaseMailDue,
  tellOthers,
  unreadReleases,
} from '../src/features/following-text/release-news-statements.ts';
import { threadsOn } from '../src/features/following-text/statements.ts';
import { fatedThreads, fatedThreadsOf } from '../src/features/text-releases/statements.ts';
import { readingAt, releaseText, startApp, stopApp, uidAt, type TestApp } from './support/index.ts';

const clause = '0.0.1.2';

/* 20,000 threads of 2,000 people, a tenth of them on words of one clause, which is released anew. */

let site: TestApp;
let seconds = 0;
let accounted: unknown;
beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    insert into person (id, name, handle)
      select md5('p' || n)::uuid, 'P' || n, 'p' || n from generate_series(1, 2000) n;
    set session_replication_role = replica;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id, created_at)
      select md5('t' || n)::uuid, u.work_id, l.id,
        case when u.path = '${clause}' then 'range' else 'segment' end, u.uid, u.uid,
        md5('p' || n % 2000 + 1)::uuid, now() - make_interval(secs => n)
      from generate_series(1, 20000) n
      join lateral (select * from unit s where case when n % 10 = 0 then s.path = '${clause}'
        else s.kind = 'sentence' and s.path <> '${clause}' end
        order by (s.ord + n) % 211 limit 1) u on true
      cross join layer l where l.kind = 'public';
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select work_id, layer_id, from_uid, created_at, id, true from thread;
    insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
      select t.id, 1, s.version_id, s.uid, 0, 19, substr(s.reading, 1, 19), '', substr(s.reading, 20, 32)
      from thread t
      join segment_text s on s.uid = t.from_uid
      join edition_version v on v.id = s.version_id and v.edition_id = 'en-creemers'
      where t.target_kind = 'range';
    insert into annotation (id, thread_id, author_id, post_key, created_at)
      select id, id, author_id, id, created_at from thread;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select id, 1, 'x', 'x', 1, array['en-creemers:1.0.0'] from annotation;
    set session_replication_role = default;
    analyze;`);
  const text = await readingAt(site, clause);
  const begun = performance.now();
  await releaseText(site, {
    version: '1.0.1',
    texts: { [clause]: text.replace('concerns', 'is of') },
  });
  seconds = (performance.now() - begun) / 1000;
  const { rows } = await site.owner.query(
    `select (select count(*)::integer from thread_fate where outcome = 'marked') as fates,
       (select count(*)::integer from text_news) as told`,
  );
  accounted = rows[0];
  await site.owner.query(`
    insert into thread_fate (thread_id, version_id, base_id, outcome, reason, from_uid, to_uid)
      select t.id, v.id, v.id, 'marked', 'text-changed', t.from_uid, t.to_uid
      from thread t, edition_version v where v.version = '1.0.1' on conflict do nothing;
    insert into text_news (person_id, version_id, at, read_at)
      select p.id, v.id, now(), now() from person p, edition_version v
      where v.edition_id = 'en-creemers' on conflict do nothing;
    insert into release_news (person_id, version_id, cause, about, at, read_at, mail_at)
      select p.id, v.id, 'work', '', now(), case when n % 50 > 0 then now() end,
        case when n % 50 = 0 then now() end
      from (select id, row_number() over () as n from person) p, edition_version v
      where v.edition_id = 'en-creemers';
    insert into follow (id, person_id, kind, target)
      select md5('f' || p.n)::uuid, p.id, 'clause', u.uid
      from (select id, row_number() over () as n from person) p
      join (select uid, row_number() over () as n, count(*) over () as all from unit
        where kind = 'sentence') u on u.n = p.n % u.all + 1;
    insert into follow (id, person_id, kind, target)
      select md5('g' || id)::uuid, author_id, 'thread', id::text from thread;
    set session_replication_role = replica;
    insert into text_release (id, work_id, edition_id, changes, is_structural, report)
      select md5('r')::uuid, work_id, id, '[]', false, '[]' from edition where id = 'en-creemers';
    update edition_version set release_id = md5('r')::uuid where version = '1.0.1';
    set session_replication_role = default;
    analyze;`);
}, 120_000);
afterAll(() => stopApp(site));

test('every thread that the release touches has its fate, and its author is told once', async () => {
  expect(accounted).toEqual({ fates: 2000, told: 200 });
  expect(seconds).toBeLessThan(60);
});

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Node[];
}
const firstUuid = '00000000-0000-0000-0000-000000000000';
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
/** As many rows as there are notes, or people. */
const growing = [
  ...['thread', 'thread_place', 'thread_locus', 'thread_fate', 'fate_locus', 'annotation'],
  ...['revision', 'text_news', 'release_news', 'person', 'follow'],
];

test.each([
  ['one’s own notes that want an answer', openChanges.text],
  ['the notices of releases', unreadTexts.text],
  ['what is due by mail', textMailDue.text],
  ['the threads on a clause', threadsOn.text],
  ['releases of what one teaches, explains or follows', unreadReleases.text],
  ['one of these that is looked at', readRelease.text],
  ['what of these is due by mail', releaseMailDue.text],
  ['whom to tell of a release', tellOthers.text],
  ['what a release touched', fatedThreads.text],
  ['what a release left behind', fatedThreadsOf.text],
])('%s: by indexes, never through a whole table', async (_name, text) => {
  const person = (await site.owner.query<{ id: string }>("select md5('p1')::uuid as id")).rows[0]
    ?.id;
  const release = (await site.owner.query<{ id: string }>("select md5('r')::uuid as id")).rows[0]
    ?.id;
  const { rows: found } = await site.owner.query<{ id: number }>(
    "select id from layer where kind = 'public'",
  );
  const layers = found.map(({ id }) => id);
  const values: Readonly<Record<string, readonly unknown[]>> = {
    [openChanges.text]: [person, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1, 51],
    [unreadTexts.text]: [person, 20],
    [textMailDue.text]: [],
    [threadsOn.text]: [1, [await uidAt(site, '0.0.0')]],
    [unreadReleases.text]: [person, 20],
    [readRelease.text]: [person, 'en-creemers', '1.0.1', 'work', ''],
    [releaseMailDue.text]: [],
    [tellOthers.text]: [2, 1, [await uidAt(site, clause)]],
    [fatedThreads.text]: [release, layers, 0, firstUuid, 51],
    [fatedThreadsOf.text]: [release, layers, 0, firstUuid, 51, 'marked'],
  };
  const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (format json) ${text}`,
    [...(values[text] ?? [])],
  );
  const nodes = rows.flatMap((row) => flat(row['QUERY PLAN'][0].Plan));
  const scanned = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
  expect(scanned.filter((node) => growing.includes(node['Relation Name'] ?? ''))).toEqual([]);
});
