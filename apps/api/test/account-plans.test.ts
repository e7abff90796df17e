import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDb } from '../src/db/client.ts';
import { countStatement, eraseNotes } from '../src/features/annotations/erase-statements.ts';
import { registrationsAfter } from '../src/features/accounts/registrations.ts';
import { accountByKey, peopleBefore } from '../src/features/accounts/repository.ts';
import { dropTokensOf } from '../src/features/accounts/tokens.ts';
import { dropMailTo, mailBefore } from '../src/features/mail/repository.ts';
import { countSessionsOf, sessionsBefore } from '../src/features/sessions/repository.ts';
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
      /Seq Scan on (account|person|session|mail|registration|one_time_token|annotation|annotation_event|thread)\b/.test(
        row['QUERY PLAN'],
      ),
    );
    expect(scans).toEqual([]);
  }
});
