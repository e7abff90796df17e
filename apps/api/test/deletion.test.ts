import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  member,
  password,
  refusal,
  register,
  replyForm,
  replyTo,
  rootOf,
  rowCounts,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let bob: Person;
let number = 0;

beforeAll(async () => {
  site = await startApp();
  bob = await site.addPerson({ name: 'Bob' });
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  number += 1;
  ada = await member(site, `ada${String(number)}@x.org`, `Ada Unmistakable ${String(number)}`);
});

const remove = (writing: string, word = password, person = ada) =>
  site.as(person, 'DELETE', '/account', { password: word, writing });
const annotation = async (id: string, reader: Person | null = bob) =>
  (await site.as(reader, 'GET', `/annotations/${id}`)).json<Record<string, unknown>>();

/** Every row of every table that holds a text, the job queue's, too. */
async function tablesThatHold(text: string): Promise<string[]> {
  const { rows } = await site.owner.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_schema in ('public', 'queue') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const hit = await site.owner.query(
      `select from ${schema}.${name} t where strpos(lower(t::text), lower($1)) > 0 limit 1`,
      [text],
    );
    if (hit.rowCount !== 0) found.push(name);
  }
  return found;
}

/** Tallies by unit and layer against a count of the notes themselves. */
async function wrongTallies(): Promise<number> {
  const { rowCount } = await site.owner.query(
    `with counted as (
       select p.work_id, p.layer_id, p.uid, count(*) as notes
       from annotation a join thread_place p on p.thread_id = a.thread_id
       where a.state = 'published' group by 1, 2, 3)
     select from tally t full join counted c using (work_id, layer_id, uid)
     where coalesce(t.notes, 0) <> coalesce(c.notes, 0)`,
  );
  return rowCount ?? -1;
}

test('what goes with an account: sessions, drafts, notebook, links, mails; the name is nowhere', async () => {
  await startThread(site, ada, '4.3.1.2', { layer: 'notebook', body: 'Ada Unmistakable thinks' });
  await site.as(ada, 'PUT', '/drafts/new:ncss-2016:4.3.1.2', { body: 'draft', layer: 'public' });
  await site.as(null, 'POST', '/accounts/reset-request', { email: ada.email });
  await site.owner.query(
    `insert into registration (id, token_hash, name, email, email_key, password_hash, locale, expires_at)
     values (gen_random_uuid(), '\\x01', $1, upper($2), $2, '', 'en', now() + interval '1 day')`,
    [ada.name, ada.email],
  );
  expect((await tablesThatHold(ada.name)).sort()).toEqual(['person', 'registration']);
  const answer = await remove('anonymise');
  expect([answer.statusCode, answer.json()]).toEqual([200, { done: true }]);
  expect(answer.cookies[0]).toMatchObject({ name: 'session', value: '' });
  expect(await tablesThatHold(ada.name)).toEqual([]);
  expect(await tablesThatHold(ada.email)).toEqual([]);
  expect(await tablesThatHold('Ada Unmistakable thinks')).toEqual([]);
  for (const [table, column] of [
    ['account', 'person_id'],
    ['session', 'person_id'],
    ['draft', 'person_id'],
    ['layer', 'owner_id'],
    ['one_time_token', 'person_id'],
    ['site_role', 'person_id'],
    ['moderator', 'person_id'],
    ['moderator_absence', 'person_id'],
    ['moderator_round', 'person_id'],
  ]) {
    const left = await site.owner.query(`select from ${table ?? ''} where ${column ?? ''} = $1`, [
      ada.id,
    ]);
    expect([table, left.rowCount]).toEqual([table, 0]);
  }
  const { rows } = await site.owner.query('select name, state from person where id = $1', [ada.id]);
  expect(rows).toEqual([{ name: '', state: 'erased' }]);
  expect(refusal(await site.as(ada, 'PATCH', '/account', { name: 'X' }))).toEqual([
    401,
    'session-ended',
  ]);
  const again = await site.as(null, 'POST', '/session', { email: ada.email, password });
  expect(refusal(again)).toEqual([401, 'sign-in-refused']);
  // The address is free again.
  await member(site, ada.email);
});

test.each(['anonymise', 'remove'])('%s: replies of others keep their place', async (fate) => {
  const thread = await startThread(site, ada, '4.3.1.2', { body: `words to ${fate}` });
  const root = rootOf(thread);
  const answer = await replyTo(site, bob, root.id, `an answer by Bob: ${fate}`);
  const mine = await replyTo(site, ada, answer.id, 'words of a reply');
  const deleted = await replyTo(site, ada, answer.id, 'words taken back');
  await site.as(ada, 'DELETE', `/annotations/${deleted.id}`);
  expect((await remove(fate)).statusCode).toBe(200);

  const stays = fate === 'anonymise';
  for (const { id } of [root, mine]) {
    const view = await annotation(id);
    expect(view).toMatchObject({
      state: stays ? 'published' : 'erased',
      author: stays ? { name: '' } : null,
    });
    expect(view['body'] === null).toBe(!stays);
  }
  expect(await annotation(answer.id)).toMatchObject({
    body: `an answer by Bob: ${fate}`,
    parent: root.id,
  });
  expect(await tablesThatHold('words taken back')).toEqual([]);
  expect((await tablesThatHold(`words to ${fate}`)).length > 0).toBe(stays);
  expect(await wrongTallies()).toBe(0);

  const { rows } = await site.owner.query<{ annotation_id: string; before: string }>(
    `select annotation_id, before from annotation_event
     where actor_id = $1 and action = 'erase' and after = 'erased'`,
    [ada.id],
  );
  const erased = stays
    ? [[deleted.id, 'deleted']]
    : [
        [root.id, 'published'],
        [mine.id, 'published'],
        [deleted.id, 'deleted'],
      ];
  expect(rows.map((row) => [row.annotation_id, row.before]).sort()).toEqual(erased.sort());
});

test('what others wrote about a note stays where they wrote it when the note goes', async () => {
  const noted = await startThread(site, ada, '4.1.1.1', { body: 'To be taken away' });
  const pointing = { kind: 'note', annotation: rootOf(noted).id };
  const about = await startThread(site, bob, '4.1.1.1', { body: 'About it', pointing });
  const eve = await site.addPerson({ name: 'Eve' });
  const answer = await replyTo(site, eve, rootOf(about).id, 'An answer');
  await site.as(ada, 'POST', `/threads/${noted.id}/move`, { layer: 'notebook' });
  expect((await remove('remove')).statusCode).toBe(200);
  expect(await annotation(rootOf(about).id)).toMatchObject({ body: 'About it' });
  expect(await annotation(answer.id)).toMatchObject({ body: 'An answer' });
  const thread = await site.as(bob, 'GET', `/threads/${about.id}`);
  expect(thread.json()).toMatchObject({
    target: { kind: 'note', address: '4.1.1.1', about: null },
  });
  const copied = await site.as(bob, 'POST', `/annotations/${rootOf(about).id}/copies`, {
    ...{ layer: 'notebook', key: randomUUID() },
  });
  expect(copied.statusCode, copied.body).toBe(201);
  expect(await wrongTallies()).toBe(0);
});

test('a note written while its author is erased is refused or erased, never left', async () => {
  const { id } = rootOf(await startThread(site, bob, '4.3.1.2'));
  const writing = Array.from({ length: 12 }, (_, n) =>
    n % 2 === 0
      ? site.as(ada, 'POST', '/threads', {
          work: 'ncss-2016',
          target: '4.3.1.2',
          layer: n % 4 === 0 ? 'notebook' : 'public',
          body: 'in flight',
          seen: ['zh-cac:1.0.0'],
          key: crypto.randomUUID(),
        })
      : site.as(ada, 'POST', `/annotations/${id}/replies`, {
          body: 'in flight',
          seen: ['zh-cac:1.0.0'],
          key: crypto.randomUUID(),
        }),
  );
  const [gone, ...written] = await Promise.all([remove('remove'), ...writing]);
  expect(gone.statusCode).toBe(200);
  expect(written.every(({ statusCode }) => statusCode < 500)).toBe(true);
  const late = await site.as(ada, 'POST', `/annotations/${id}/replies`, {});
  expect(late.statusCode).toBe(401);
  expect(await tablesThatHold('in flight')).toEqual([]);
  expect(await wrongTallies()).toBe(0);
});

test('what waits for the erasing transaction is refused when that ends', async () => {
  const { id } = rootOf(await startThread(site, bob, '4.3.1.2'));
  await site.owner.query('begin');
  await site.owner.query('select from person where id = $1 for update', [ada.id]);
  const waiting = site.as(ada, 'POST', `/annotations/${id}/replies`, replyForm('too late'));
  const draft = site.as(ada, 'PUT', '/drafts/new:ncss-2016:4.3.1.2', {
    body: 'too late',
    layer: 'public',
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await site.owner.query("update person set state = 'erased', name = '' where id = $1", [ada.id]);
  await site.owner.query('commit');
  for (const answer of await Promise.all([waiting, draft]))
    expect(refusal(answer)).toEqual([401, 'session-ended']);
  expect(await tablesThatHold('too late')).toEqual([]);
});

test('it takes the password and a known fate', async () => {
  const before = await rowCounts(site, 'account', 'annotation');
  expect(refusal(await remove('remove', 'not her password'))).toEqual([422, 'password-wrong']);
  expect(refusal(await remove('keep'))).toEqual([400, 'request-malformed']);
  expect(
    refusal(await site.as(null, 'DELETE', '/account', { password, writing: 'remove' })),
  ).toEqual([401, 'sign-in-required']);
  expect(await rowCounts(site, 'account', 'annotation')).toEqual(before);
});

test('what is stored about a person is counted', async () => {
  const root = rootOf(await startThread(site, ada, '4.3.1.2'));
  await startThread(site, ada, '4.3.1.2', { layer: 'notebook' });
  await site.as(ada, 'PUT', `/annotations/${root.id}`, {
    body: 'another wording',
    version: 1,
    seen: ['zh-cac:1.0.0'],
  });
  await site.as(ada, 'PUT', '/drafts/new:ncss-2016:4.3.1.2', { body: 'draft', layer: 'public' });
  await site.as(ada, 'POST', `/threads/${root.thread}/resolution`, { action: 'resolve' });
  const answer = await site.as(ada, 'GET', '/account/stored');
  expect(answer.json()).toMatchObject({
    account: { name: ada.name, email: ada.email, locale: 'en' },
    sessions: 1,
    notes: 2,
    notebookNotes: 1,
    revisions: 3,
    drafts: 1,
    decisions: 1,
  });
  expect(refusal(await site.as(null, 'GET', '/account/stored'))).toEqual([401, 'sign-in-required']);
});

test('an administrator who leaves takes the invitations along; a site without one is claimed anew', async () => {
  await site.owner.query("insert into site_role (person_id, role) values ($1, 'administrator')", [
    ada.id,
  ]);
  const made = await site.as(ada, 'POST', '/invitations');
  expect(made.statusCode).toBe(201);
  expect((await remove('remove')).statusCode).toBe(200);
  expect(await rowCounts(site, 'site_role')).toEqual([0]);
  const invitation = new URL(made.json<{ url: string }>().url).searchParams.get('invitation') ?? '';
  await site.owner.query("update site set registration = 'invitation'");
  expect(refusal(await register(site, { email: 'late@x.org', invitation }))).toEqual([
    400,
    'token-unusable',
  ]);
  await site.owner.query("update site set registration = 'automatic'");
});
