import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as rounds from '../src/features/rota/round-statements.ts';
import * as rota from '../src/features/rota/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Read with their plans on twenty thousand moderators, most of one work of five hundred, and as
 * many cases: a sequential scan would be chosen where no index served.
 */
let site: TestApp;
const growing = [
  'moderator',
  'moderator_round',
  'moderator_absence',
  'moderation_case',
  'account',
  'person',
];
const person = randomUUID();

async function fill(client: pg.Client): Promise<void> {
  await client.query(
    `insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 20000) n;
     insert into person (id, name) values ('${person}', 'Mia');
     insert into account (person_id, email, email_key, password_hash, locale)
       select id, id || '@x.org', id || '@x.org', '-', 'en' from person;
     insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing)
       select 'w' || n, 'w' || n, 'W', titles, issuer, issued, levels, rights, true, 'public'
       from work, generate_series(1, 500) n;
     insert into moderator (person_id, work_id)
       select md5('p' || n)::uuid, w.id
       from generate_series(1, 20000) n join work w on w.slug = 'w' || (n % 500 + 1);
     insert into moderator (person_id, work_id)
       select '${person}', id from work where slug = 'ncss-2016';
     insert into moderator (person_id) values ('${person}');
     insert into moderator_absence
       select gen_random_uuid(), id, current_date, current_date + 2 from person;
     update moderator_round set due_at = now() + interval '1 hour';
     insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
       select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n)::uuid
       from generate_series(1, 20000) n, layer l, unit u where l.kind = 'public' and u.path = '4.3.1.2';
     insert into annotation (id, thread_id, author_id, post_key)
       select md5('a' || id)::uuid, id, author_id, gen_random_uuid() from thread;
     insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority, opened_at)
       select gen_random_uuid(), t.work_id, a.id, a.author_id, 'flagged', 1, now() - interval '9 days'
       from annotation a join thread t on t.id = a.thread_id;
     analyze;`,
  );
}

beforeAll(async () => {
  site = await startApp();
  await fill(site.owner);
}, 120_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

test.each<[string, string, () => readonly unknown[] | Promise<readonly unknown[]>]>([
  ['whose morning it is', rounds.morningsDue.text, () => [50]],
  ['whom the morning’s mail goes to', rounds.moderatorToMail.text, () => [person]],
  ['what waits in the morning', rounds.summaryOf.text, () => [person]],
  ['one’s own days', rota.ownDuties.text, () => [person]],
  ['one’s own absences', rota.ownAbsences.text, () => [person]],
  ['works that are overdue', rota.overdueWorks.text, () => [null]],
  [
    'who is on duty in a work',
    rota.dutiesOfWorks.text,
    async () => [
      [
        (await site.owner.query<{ id: number }>("select id from work where slug = 'ncss-2016'"))
          .rows[0]?.id,
      ],
    ],
  ],
])('%s is found by an index', async (_what, text, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (analyze, format json) ${text}`,
    [...(await values())],
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  const scans = (plan === undefined ? [] : nodesOf(plan)).filter(
    (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
  );
  expect(plan).toBeDefined();
  expect(scans.map((node) => node['Relation Name'])).toEqual([]);
});
