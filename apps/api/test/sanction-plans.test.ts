import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statement } from '../src/db/client.ts';
import * as statements from '../src/features/sanctions/statements.ts';
import { readSessionStatement } from '../src/features/sessions/repository.ts';
import { readTokenStatement } from '../src/features/tokens/repository.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
const ids = { person: '', sanction: '', session: '', note: '', giver: '' };

beforeAll(async () => {
  site = await startApp();
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  ids.giver = keeper.id;
  await site.owner.query(`
    insert into person (id, name) select md5('p' || n)::uuid, 'P' from generate_series(1, 20000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select md5('p' || n)::uuid, n || '@x', n || '@x', '-', 'en' from generate_series(1, 20000) n;
    insert into moderator (person_id) select md5('p' || n)::uuid from generate_series(1, 20000) n;
    insert into session (id, person_id, device)
      select md5('s' || n)::uuid, md5('p' || n)::uuid, '' from generate_series(1, 20000) n;
    insert into access_token (id, person_id, hash, name, scope, expires_at)
      select md5('k' || n)::uuid, md5('p' || n)::uuid, sha256(convert_to('k' || n, 'UTF8')), 'n', 'write',
        now() + interval '1 day'
      from generate_series(1, 20000) n;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n)::uuid
      from generate_series(1, 20000) n, layer l, (select * from unit where kind = 'sentence' limit 1) u
      where l.kind = 'public';
    alter table annotation disable trigger user;
    insert into annotation (id, thread_id, author_id, post_key)
      select md5('a' || n)::uuid, md5('t' || n)::uuid, md5('p' || n)::uuid, md5('q' || n)::uuid
      from generate_series(1, 20000) n;
    alter table annotation enable trigger user`);
  // Most people were never given anything; somebody was given much.
  await site.owner.query(
    `insert into sanction (id, person_id, kind, work_id, reason, words, given_by, given_at, ends_at, state, post_key)
       select md5('x' || n)::uuid, md5('p' || (n % 4000 + 1))::uuid, 'mute', w.id, 'spam', 'x', $1,
         now() - make_interval(days => 30, secs => n), now() - interval '1 day', 'in-force',
         md5('f' || n)::uuid
       from generate_series(1, 20000) n, (select id from work limit 1) w`,
    [ids.giver],
  );
  await site.owner.query(
    `insert into objection (sanction_id, token_hash, expires_at, state, words, stated_at, decided_at, decided_by)
       select x.id, sha256(convert_to(x.id::text, 'UTF8')), now() + interval '1 day',
         case when x.n % 100 = 0 then 'open' else 'upheld' end, 'x', now(),
         case when x.n % 100 <> 0 then now() end, case when x.n % 100 <> 0 then $1::uuid end
       from (select id, row_number() over () as n from sanction) x`,
    [ids.giver],
  );
  await site.owner.query(
    `insert into person_note (id, person_id, author_id, words, post_key)
       select md5('n' || n)::uuid, md5('p' || n)::uuid, $1, 'x', md5('g' || n)::uuid
       from generate_series(1, 20000) n`,
    [ids.giver],
  );
  await site.owner.query(`
    insert into sanction_hiding (sanction_id, annotation_id)
      select md5('x' || n)::uuid, md5('a' || n)::uuid from generate_series(1, 20000) n;
    analyze`);
  const { rows } = await site.owner.query<typeof ids>(
    `select md5('p1')::uuid as person, md5('x1')::uuid as sanction, md5('s1')::uuid as session,
       md5('a1')::uuid as note, $1::uuid as giver`,
    [ids.giver],
  );
  Object.assign(ids, rows[0]);
}, 60_000);
afterAll(() => stopApp(site));

const late = '2100-01-01T00:00:00Z';
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const zero = '00000000-0000-0000-0000-000000000000';
const hash = Buffer.alloc(32);
const words = 'x';

test.each<[string, Statement, () => readonly unknown[]]>([
  ['a session', readSessionStatement, () => [ids.session]],
  ['a token', readTokenStatement, () => [hash]],
  ['what holds of a person', statements.openSanctions, () => [ids.person]],
  ['whom somebody judges', statements.lockJudged, () => [ids.person]],
  ['the record of a person', statements.judgedPerson, () => [ids.person, true, []]],
  [
    'decisions about a person',
    statements.decisionsAbout,
    () => [ids.person, false, [1], ids.person],
  ],
  [
    'what a person was given',
    statements.sanctionsBefore,
    () => [ids.person, late, last, 51, true, []],
  ],
  [
    'the same of one work',
    statements.sanctionsBefore,
    () => [ids.person, late, last, 51, false, [1]],
  ],
  ['one sanction', statements.oneSanction, () => [ids.sanction]],
  ['a form sent twice', statements.sanctionByKey, () => [ids.giver, ids.note]],
  ['a link', statements.sanctionByLink, () => [hash]],
  ['an objection', statements.lockObjection, () => [ids.sanction]],
  ['objections that wait', statements.openObjections, () => ['2000-01-01', zero, 51, true, []]],
  ['the same of one work', statements.openObjections, () => ['2000-01-01', zero, 51, false, [1]]],
  ['what was noted', statements.personNotesBefore, () => [ids.person, late, last, 51]],
  ['notes to hide', statements.notesToHide, () => [ids.person, 201]],
  ['notes to show', statements.notesToShow, () => [ids.sanction, 201]],
  ['a note that is shown', statements.dropHiding, () => [ids.sanction, ids.note]],
  ['how much was given', statements.countSanctions, () => [ids.person]],
  ...statements.eraseSanctionWords.map((each): [string, Statement, () => readonly unknown[]] => [
    `what goes with a person (${each.name})`,
    each,
    () => [ids.person],
  ]),
  ['what is read away', statements.markRead, () => [ids.sanction, 'read']],
  ['what is lifted', statements.markLifted, () => [ids.sanction, 'lifted', ids.giver, words]],
])('%s is found by an index', async (_what, { text }, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [
    ...values(),
  ]);
  const scans = rows.filter((row) =>
    /Seq Scan on (sanction|objection|person_note|sanction_hiding|person|account|session|access_token|annotation|thread|moderator)\b/.test(
      row['QUERY PLAN'],
    ),
  );
  expect(scans).toEqual([]);
});
