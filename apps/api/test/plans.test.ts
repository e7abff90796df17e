import { threadOrders } from '@glossator/domain';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cursorValues } from '../src/db/place-order.ts';
import { revisionsBeforeStatement } from '../src/features/annotations/revision-repository.ts';
import * as annotations from '../src/features/annotations/statements.ts';
import * as members from '../src/features/accounts/find-member.ts';
import * as live from '../src/features/live/repository.ts';
import * as moderators from '../src/features/moderators/statements.ts';
import * as references from '../src/features/references/statements.ts';
import {
  readSessionStatement,
  visitorLayersStatement,
} from '../src/features/sessions/repository.ts';
import { threadsOnEntry } from '../src/features/witness/repository.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Every list of a table that grows is read with its plan, on a database with enough rows that a
 * sequential scan would be chosen if no index served.
 */

const growing = [
  'thread',
  'thread_place',
  'annotation',
  'revision',
  'annotation_event',
  'draft',
  'person',
  'account',
  'session',
  'layer',
  'moderator',
  'mail',
  'registration',
  'change',
];
const max = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const min = '00000000-0000-0000-0000-000000000000';

let site: TestApp;
let ids: { work: number; layer: number; uid: string; thread: string; note: string; person: string };

async function fill(client: pg.Client): Promise<void> {
  await client.query(`
    insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 20000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select md5('p' || n)::uuid, n || '@x.org', n || '@x.org', '-', 'en' from generate_series(1, 20000) n;
    insert into session (id, person_id, device)
      select md5('s' || n)::uuid, md5('p' || n)::uuid, '' from generate_series(1, 20000) n;
    insert into moderator (person_id) select md5('p' || n)::uuid from generate_series(1, 20000) n;
    insert into layer (kind, owner_id)
      select 'notebook', md5('p' || n)::uuid from generate_series(1, 20000) n;
    insert into draft (person_id, place, body, layer)
      select md5('p' || n)::uuid, 'new:ncss-2016:' || m, 'x', 'public'
      from generate_series(1, 2000) n, generate_series(1, 10) m;
    insert into mail (id, recipient, recipient_key, kind, locale, subject, body)
      select md5('m' || n)::uuid, 'x@x.org', 'x@x.org', 'reset', 'en', 's', 'b' from generate_series(1, 20000) n;
    insert into registration (id, token_hash, name, email, email_key, password_hash, locale, expires_at)
      select md5('r' || n)::uuid, decode(md5('r' || n), 'hex'), 'N', n || '@y.org', n || '@y.org', '-', 'en', now()
      from generate_series(1, 20000) n;
    alter table annotation disable trigger user;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id, created_at)
      select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n)::uuid,
        now() - make_interval(secs => n)
      from generate_series(1, 20000) n, layer l, unit u
      where l.kind = 'public' and u.ord = n % 200;
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening, answers, useful)
      select work_id, layer_id, from_uid, created_at, id, true, ascii(id::text), ascii(right(id::text, 1))
      from thread;
    insert into annotation (id, thread_id, author_id, post_key)
      select md5('a' || id)::uuid, id, author_id, md5('k' || id)::uuid from thread;
    insert into annotation (id, thread_id, parent_id, author_id, post_key)
      select md5('b' || id)::uuid, id, md5('a' || id)::uuid, author_id, md5('l' || id)::uuid from thread;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select id, 1, 'x', 'x', 1, array['zh-cac:1.0.0'] from annotation;
    insert into annotation_event (annotation_id, actor_id, action, before, after)
      select id, author_id, 'hide', 'published', 'hidden' from annotation;
    alter table annotation enable trigger user;
    insert into live.change (work_id, layer_id, thread_id, annotation_id, what)
      select t.work_id, t.layer_id, t.id, a.id, 'new'
      from thread t join annotation a on a.thread_id = t.id;
    analyze;`);
}

beforeAll(async () => {
  site = await startApp();
  await fill(site.owner);
  const { rows } = await site.owner.query<typeof ids>(`
    select t.work_id as work, t.layer_id as layer, t.from_uid as uid, t.id as thread, a.id as note,
      a.author_id as person
    from thread t join annotation a on a.thread_id = t.id and a.parent_id is null limit 1`);
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was written');
  ids = row;
}, 60_000);
afterAll(() => stopApp(site));

type Plan = readonly [
  name: string,
  query: () => readonly [text: string, values: readonly unknown[]],
];

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

async function plan(text: string, values: readonly unknown[]): Promise<Node[]> {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (analyze, format json) ${text}`,
    [...values],
  );
  const [row] = rows;
  return row === undefined ? [] : nodesOf(row['QUERY PLAN'][0].Plan);
}

function expectIndexed(nodes: readonly Node[]): void {
  const scans = nodes.filter(
    (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
  );
  expect(scans.map((node) => node['Relation Name'])).toEqual([]);
  for (const node of nodes) expect(node['Rows Removed by Filter'] ?? 0).toBeLessThan(200);
}

describe('no list scans a growing table', () => {
  const reader = (): [string, string[]] => [ids.person, []];
  test.each([
    ...threadOrders.flatMap((order): Plan[] => {
      const { text } = annotations.threadPlaces(order);
      const after = { n: 3, counts: [40, 40], created: 'now', id: max };
      const places = (uids: number, entry: boolean) => [
        ids.work,
        Array(uids).fill(ids.uid),
        Array(uids).fill(entry),
        [ids.layer],
        51,
      ];
      return [
        [
          `threads of a clause, ${order} first`,
          () => [text, [...places(1, true), ...cursorValues(order, null)]],
        ],
        [
          `threads of a section, ${order} first, after a cursor`,
          () => [text, [...places(30, false), ...cursorValues(order, after)]],
        ],
      ];
    }),
    [
      'threads with their notes',
      () => [annotations.threadsWithNotes.text, [...reader(), [ids.thread], 101, [ids.layer]]],
    ],
    [
      'notes of a thread',
      () => [
        annotations.threadNotes.text,
        [...reader(), ids.thread, [ids.layer], '-infinity', min, 51],
      ],
    ],
    ['revisions of a note', () => [revisionsBeforeStatement.text, [ids.note, 2 ** 31 - 1, 51]]],
    ['one note', () => [annotations.oneAnnotation.text, [...reader(), ids.note, [ids.layer]]]],
    ['the card of a note', () => [references.noteCard.text, [...reader(), [ids.layer], ids.note]]],
    ['who a handle is', () => [references.personCard.text, [...reader(), [ids.layer], 'reader.0']]],
    [
      'people by the beginning of their handle',
      () => [references.peopleNamed.text, [...reader(), [ids.layer], 'reader.0', 6]],
    ],
    ['a member by their handle', () => [members.memberByHandle.text, ['reader.0']]],
    ['a member by their address', () => [members.memberByAddress.text, ['a@b.example']]],
    [
      'members by the beginning of their handle',
      () => [members.membersNamed.text, ['reader.0', 6]],
    ],
    [
      'threads on an entry of the apparatus',
      () => [threadsOnEntry.text, [ids.work, [ids.uid], [ids.layer], 'en-creemers', 'G1', 50]],
    ],
    ['moderators', () => [moderators.moderatorsAfter.text, [ids.person, 51]]],
    [
      'people who wrote last',
      () => [references.peopleHere.text, [...reader(), [ids.layer], ids.work, 6]],
    ],
    [
      'tags in use',
      () => [references.tagsHere.text, [...reader(), [ids.layer], ids.work, 'a', 20]],
    ],
    [
      'people who wrote last anywhere',
      () => [references.peopleAnywhere.text, [...reader(), [ids.layer], 8]],
    ],
    [
      'tags in use anywhere',
      () => [references.tagsAnywhere.text, [...reader(), [ids.layer], 'a', 8]],
    ],
    ['the session of a request', () => [readSessionStatement.text, [ids.note]]],
    ['the layers of a visitor', () => [visitorLayersStatement.text, []]],
    [
      'the revisions of a note',
      () => [
        'select * from revision where annotation_id = $1 and number < $2 order by number desc limit 51',
        [ids.note, 9],
      ],
    ],
    [
      'a person’s drafts',
      () => [
        'select * from draft where person_id = $1 and place > $2 order by place limit 51',
        [ids.person, ''],
      ],
    ],
    ['changes after a place', () => [live.changesAfterStatement.text, ['0', '0', 50]]],
    [
      'changes that one reader missed',
      () => [live.changesBetweenStatement.text, ['0', '0', '9999999', '0', [ids.layer], 50]],
    ],
    [
      'a note by its form’s key',
      () => [
        'select id from annotation where author_id = $1 and post_key = $2',
        [ids.person, ids.note],
      ],
    ],
  ] as const satisfies readonly Plan[])('%s', async (_name, query) => {
    const [text, values] = query();
    expectIndexed(await plan(text, values));
  });
});
