import { afterAll, beforeAll, expect, test } from 'vitest';
import { followsBefore, followsOf } from '../src/features/follows/statements.ts';
import * as gather from '../src/features/notices/gather-statements.ts';
import { letterNotices, letterReader } from '../src/features/notices/letter-statements.ts';
import * as ending from '../src/features/notices/unsubscribe-statements.ts';
import { recipients } from '../src/features/notices/fan-out-statements.ts';
import { noticesBefore, unreadNotices } from '../src/features/notices/statements.ts';
import { rootOf, startApp, startThread, stopApp, type TestApp } from './support/index.ts';

/*
 * 2,000 people who follow ten things each and were told of ten notes each, out of 2,000; one of them of
 * all. Each has ten notices in a mail and a mail that is due tomorrow.
 */

let site: TestApp;
let fresh: string;
let layers: number[];
const person = 'md5($$p7$$)::uuid';

beforeAll(async () => {
  site = await startApp();
  const ada = await site.addPerson({ name: 'Ada' });
  await site.owner.query(`
    insert into person (id, name, handle)
      select md5('p' || n)::uuid, 'P' || n, 'p' || n from generate_series(1, 2000) n;
    alter table annotation disable trigger user;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n)::uuid
      from generate_series(1, 2000) n join unit u on u.ord = n % 200
      cross join layer l where l.kind = 'public';
    insert into annotation (id, thread_id, author_id, post_key)
      select md5('a' || t.id)::uuid, t.id, t.author_id, md5('k' || t.id)::uuid from thread t;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select id, 1, 'x', 'x', 1, array['zh-cac:1.0.0'] from annotation;
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select work_id, layer_id, from_uid, created_at, id, true from thread;
    insert into mention (annotation_id, person_id) select id, author_id from annotation;
    alter table annotation enable trigger user;
    insert into follow (id, person_id, kind, target, created_at)
      select gen_random_uuid(), md5('p' || n)::uuid, 'thread',
        md5('t' || 1 + (n * 7 + k * 131) % 2000)::uuid::text, now() - make_interval(secs => n + k)
      from generate_series(1, 2000) n, generate_series(1, 10) k;
    insert into notice (person_id, annotation_id, reason, created_at)
      select md5('p' || n)::uuid, md5('a' || md5('t' || 1 + (n * 7 + k * 131) % 2000)::uuid)::uuid,
        'thread', now() - make_interval(secs => n + k)
      from generate_series(1, 2000) n, generate_series(1, 10) k;
    insert into follow (id, person_id, kind, target, created_at)
      select gen_random_uuid(), ${person}, 'thread', id::text, now() from thread
      on conflict do nothing;
    insert into notice (person_id, annotation_id, reason)
      select ${person}, id, 'work' from annotation on conflict do nothing;
    insert into account (person_id, email, email_key, password_hash, locale, notice_mail)
      select md5('p' || n)::uuid, n || '@x.org', n || '@x.org', '-', 'en', 'daily'
      from generate_series(1, 2000) n;
    insert into mail (id, recipient, recipient_key, kind, locale, subject, body)
      select md5('m' || n)::uuid, n || '@x.org', n || '@x.org', 'notices', 'en', 's', ''
      from generate_series(1, 2000) n;
    insert into mail_notice (person_id, annotation_id, follow_id, mail_id)
      select n.person_id, n.annotation_id,
        (select f.id from follow f where f.person_id = n.person_id limit 1),
        (select m.id from account c join mail m on m.recipient_key = c.email_key
          where c.person_id = n.person_id)
      from notice n;
    insert into mail_round (person_id, due_at)
      select md5('p' || n)::uuid, now() + interval '1 day' from generate_series(1, 2000) n;
    analyze;`);
  fresh = rootOf(await startThread(site, ada, '4.3.1.2')).id;
  const { rows } = await site.owner.query<{ id: number }>(
    "select id from layer where kind = 'public'",
  );
  layers = rows.map(({ id }) => id);
}, 60_000);
afterAll(() => stopApp(site));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const growing = [
  'account',
  'annotation',
  'follow',
  'mail',
  'mail_notice',
  'mail_round',
  'mention',
  'notice',
  'person',
  'thread',
  'thread_place',
];
const max = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

test.each([
  ['what one follows', 'follow_list', followsBefore.text, () => ['infinity', max, layers, 51, []]],
  [
    'one’s marks on a page',
    'follow_target|follow_person_id_kind_target_key',
    followsOf.text,
    () => [
      ['work', 'thread'],
      ['1', max],
    ],
  ],
  ['one’s notices', 'notice_list', noticesBefore.text, () => [[], layers, 'infinity', max, 51]],
  ['how many are unread', 'notice_unread', unreadNotices.text, () => [[], layers, 100]],
])('%s: by index %s, never through a whole table', async (_name, index, text, rest) => {
  const { rows: people } = await site.owner.query<{ id: string }>(`select ${person} as id`);
  const nodes = await plan(text, [people[0]?.id, ...rest()]);
  const used = nodes.flatMap((node) => node['Index Name'] ?? []);
  expect(used.filter((name) => index.split('|').includes(name))).not.toEqual([]);
});

test('who is to be told is asked of what the note touches', async () => {
  await site.owner.query('insert into notice_due values ($1, $2) on conflict do nothing', [
    fresh,
    'all',
  ]);
  const nodes = await plan(recipients.text, [[fresh], ['all']]);
  expect(nodes.map((node) => node['Index Name'])).toContain('follow_target');
});

const mail = 'md5($$m8$$)::uuid';
const mailed = 'md5($$p8$$)::uuid';
const oneFollow = `(select follow_id::text from mail_notice where mail_id = ${mail} limit 1)`;
const personText = `(${mailed})::text`;

test.each([
  ['which mails are due', 'mail_round_due', gather.roundsDue.text, ['50']],
  ['to begin a mail', 'account_pkey', gather.beginMailRounds.text, [`array[${mailed}]`]],
  ['to move a mail', 'mail_round_pkey', gather.moveMailRound.text, [mailed]],
  ['to drop a mail', 'mail_round_pkey', gather.dropMailRound.text, [mailed]],
  ['to lock whom it goes to', 'account_pkey', gather.recipientToMail.text, [mailed]],
  ['to end a round', 'mail_round_pkey|mail_round_due', gather.endMailRound.text, [mailed]],
  ['whether anything waits', 'mail_notice_pkey', gather.anyWaiting.text, [mailed]],
  ['to gather', 'mail_notice_pkey', gather.gatherNotices.text, [mailed, mail]],
  ['to drop a person’s', 'mail_notice_pkey', gather.dropMailNotices.text, [mailed]],
  ['to drop what is old', 'mail_notice_age', gather.dropOldMailNotices.text, []],
  ['to settle a mail', 'mail_notice_mail', gather.settleMailNotices.text, [mail]],
  ['whose mail it is', 'account_email_key_key', letterReader.text, [mail]],
  [
    'what a mail tells',
    'mail_notice_mail',
    letterNotices.text,
    [mailed, `'{}'`, `(select array_agg(id) from layer where kind = 'public')`, mail, '50'],
  ],
  ['to end all mail', 'account_pkey', ending.endAllMail.text, [personText]],
  ['to end mail about one thing', 'mail_notice_follow', ending.endMailOf.text, [oneFollow]],
])('mail of notices, %s: by index %s', async (_name, index, text, values) => {
  const given: unknown[] = [];
  for (const value of values) {
    const { rows } = await site.owner.query<{ value: unknown }>(`select ${value} as value`);
    given.push(rows[0]?.value);
  }
  const nodes = await plan(text, given);
  const used = nodes.flatMap((node) => node['Index Name'] ?? []);
  expect(used.filter((name) => index.split('|').includes(name))).not.toEqual([]);
});

async function plan(text: string, values: readonly unknown[]): Promise<Node[]> {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `explain (format json) ${text}`,
    [...values],
  );
  const [row] = rows;
  const nodes = row === undefined ? [] : nodesOf(row['QUERY PLAN'][0].Plan);
  const scans = nodes.filter(
    (node) => node['Node Type'] === 'Seq Scan' && growing.includes(node['Relation Name'] ?? ''),
  );
  expect(scans.map((node) => node['Relation Name'])).toEqual([]);
  return nodes;
}
