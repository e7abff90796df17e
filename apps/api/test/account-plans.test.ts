import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDb } from '../src/db/client.ts';
import {
  countStatement,
  dropOwnLayers,
  eraseNotes,
} from '../src/features/annotations/erase-statements.ts';
import { countMarks, eraseMarks, ownMarks } from '../src/features/annotations/useful-statements.ts';
import {
  dropRegistrationsFor,
  registrationsAfter,
} from '../src/features/accounts/registrations.ts';
import { accountByKey, erasePerson, peopleBefore } from '../src/features/accounts/repository.ts';
import { dropTokensOf } from '../src/features/accounts/tokens.ts';
import { eraseDrafts } from '../src/features/drafts/erase.ts';
import { dropMailTo, mailBefore } from '../src/features/mail/repository.ts';
import {
  countSessionsOf,
  dropSessionsOf,
  sessionsBefore,
} from '../src/features/sessions/repository.ts';
import { tallies, workSummaries } from '../src/features/works/repository.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
const person = '00000000-0000-0000-0000-000000000001';
const place = { created: '2026-01-01T00:00:00.000000Z', id: person };

beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    insert into person (id, name) select md5('p' || n)::uuid, 'P' from generate_series(1, 5000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select id, id || '@x', id || '@x', '-', 'en' from person;
    insert into session (id, person_id, device) select id, id, '' from person;
    insert into mail (id, recipient, recipient_key, kind, locale, subject, body)
      select id, id || '@x', id || '@x', 'k', 'en', '', '' from person;
    insert into registration (id, token_hash, name, email, email_key, password_hash, locale, expires_at)
      select id, decode(md5(id::text), 'hex'), '', '', id || '@y', '-', 'en', now() + interval '1 day'
      from person;
    insert into one_time_token (hash, purpose, person_id, expires_at)
      select decode(md5(id::text), 'hex'), 'reset', id, now() + interval '1 hour' from person;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select p.id, u.work_id, l.id, 'segment', u.uid, u.uid, p.id
      from person p, layer l, (select * from unit where kind = 'sentence' limit 1) u
      where l.kind = 'public';
    insert into annotation (id, thread_id, author_id, post_key) select id, id, id, id from person;
    insert into annotation_event (annotation_id, actor_id, action, before, after)
      select id, id, 'hide', 'published', 'hidden' from person;
    insert into layer (kind, owner_id) select 'notebook', id from person;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5(l.id::text)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, l.owner_id
      from layer l, (select * from unit where kind = 'sentence' limit 1) u
      where l.kind = 'notebook';
    insert into tally (work_id, layer_id, uid, notes)
      select u.work_id, l.id, u.uid, 1 from layer l, (select * from unit where kind = 'sentence' limit 1) u
      where l.kind = 'notebook';
    insert into useful_mark (annotation_id, person_id)
      select p.id, o.id from person p join person o on o.id > p.id and left(o.id::text, 2) = left(p.id::text, 2);
    insert into draft (person_id, place, body, layer) select id, 'reply:' || id, 'x', 'public' from person;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select id, 1, 'x', 'x', 1, array['x'] from annotation;
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select work_id, layer_id, from_uid, created_at, id, true from thread;
    analyze`);
}, 60_000);
afterAll(() => stopApp(site));

test.each<[string, (db: ReturnType<typeof makeDb>) => Promise<unknown>]>([
  ['people', (db) => peopleBefore(db, person, 51)],
  ['registrations', (db) => registrationsAfter(db, place, 51)],
  ['the outbox', (db) => mailBefore(db, place, 51)],
  ['one’s sessions', (db) => sessionsBefore(db, person, place, 51)],
  ['a count of sessions', (db) => countSessionsOf(db, person)],
  ['an account by its address', (db) => accountByKey(db, 'a@x')],
  ['mail to an address', (db) => dropMailTo(db, 'a@x')],
  ['tokens of a person', (db) => dropTokensOf(db, person, true)],
  ['what is stored', (db) => db.rows(countStatement, [person])],
  ['the sessions of a person', (db) => dropSessionsOf(db, person)],
  ['drafts of a person', (db) => eraseDrafts(db, person)],
  ['registrations for an address', (db) => dropRegistrationsFor(db, 'a@x')],
  ['a person who goes', (db) => erasePerson(db, person)],
  ['the counts of a work', (db) => tallies(db, 1, [1, 2])],
  [
    'the counts of the start page',
    (db) => workSummaries(db, { layers: [1, 2], works: [1, 2] }, '', 51),
  ],
  ['one’s marks', (db) => db.rows(ownMarks, [person, 'infinity', person, 51])],
  ['a count of marks', (db) => db.rows(countMarks, [person])],
  ...eraseMarks.map(
    (statement) =>
      [
        statement.name,
        (db: ReturnType<typeof makeDb>) => db.rows(statement, [person]),
      ] as const satisfies [string, unknown],
  ),
  ...dropOwnLayers.map(
    (statement) =>
      [
        statement.name,
        (db: ReturnType<typeof makeDb>) => db.rows(statement, [person]),
      ] as const satisfies [string, unknown],
  ),
  ...eraseNotes.map(
    (statement) =>
      [
        statement.name,
        (db: ReturnType<typeof makeDb>) => db.rows(statement, [person, ['published']]),
      ] as const satisfies [string, unknown],
  ),
])('%s: no growing table is scanned', async (_name, run) => {
  const client = await site.pool.connect();
  const texts: [string, unknown[]][] = [];
  const original = client.query.bind(client) as (...args: unknown[]) => unknown;
  Object.assign(client, {
    query: (...args: [{ text: string; values?: unknown[] }, unknown[]?]) => {
      texts.push([args[0].text, args[1] ?? args[0].values ?? []]);
      return original(...args);
    },
  });
  try {
    await run(makeDb(client));
  } finally {
    Object.assign(client, { query: original });
    client.release(true);
  }
  expect(texts.length).toBeGreaterThan(0);
  for (const [text, values] of texts) {
    const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    const scans = rows.filter((row) =>
      /Seq Scan on (account|person|session|mail|registration|one_time_token|annotation|annotation_event|thread|thread_place|revision|layer|draft|tally|useful_mark)\b/.test(
        row['QUERY PLAN'],
      ),
    );
    expect(scans).toEqual([]);
  }
});

test('what goes with a deleted row is found by an index', async () => {
  const { rows } = await site.owner.query<{ key: string }>(`
    select k.conrelid::regclass || ': ' || k.conname as key
    from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
      and has_table_privilege('glossator_app', k.confrelid, 'delete')
      and not exists (select from pg_index i
        join pg_attribute c on c.attrelid = i.indrelid and c.attnum = i.indkey[0]
        where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1]
          -- One over what is there serves as well: what goes is there.
          and coalesce(pg_get_expr(i.indpred, i.indrelid), '') in
            ('', format('(%I IS NOT NULL)', c.attname)))
    order by 1`);
  expect(rows).toEqual([]);
});
