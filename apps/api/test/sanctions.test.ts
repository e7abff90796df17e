import { randomUUID } from 'node:crypto';
import type { Problem, SanctionPage, ViewerView } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  annotation,
  endNow,
  give,
  member,
  newestMail,
  password,
  program,
  programOf,
  refusal,
  replyForm,
  rootOf,
  sanctionForm,
  seen,
  startApp,
  startThread,
  stopApp,
  threadForm,
  tokenTo,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let keeper: Person;
let ada: Person;
let ben: Person;
let number = 0;

beforeAll(async () => {
  site = await startApp();
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  number += 1;
  ada = await member(site, `ada${String(number)}@x.org`);
});

const viewer = async (person: Person): Promise<ViewerView> =>
  (await site.as(person, 'GET', '/session')).json();
const own = async (person: Person): Promise<SanctionPage> =>
  (await site.as(person, 'GET', '/sanctions')).json();

/** Every way of writing for others, as the person tries it now. */
async function tries(person: Person, note: { id: string; parent: string; notebook: string }) {
  const { id, parent, notebook } = note;
  const edit = { body: 'Other words', version: 1, seen };
  const sent = {
    thread: site.as(person, 'POST', '/threads', threadForm('4.3.1.2')),
    reply: site.as(person, 'POST', `/annotations/${parent}/replies`, replyForm('No')),
    edit: site.as(person, 'PUT', `/annotations/${id}`, edit),
    move: site.as(person, 'POST', `/threads/${notebook}/move`, { layer: 'public' }),
  };
  const answers = await Promise.all(
    Object.entries(sent).map(async ([name, answer]) => [name, await answer] as const),
  );
  return Object.fromEntries(answers);
}

async function written(person: Person) {
  const thread = await startThread(site, person, '4.3.1.2');
  const notebook = await startThread(site, person, '4.3.1.2', { layer: 'notebook' });
  const other = await startThread(site, ben, '4.3.1.2');
  return { id: rootOf(thread).id, parent: rootOf(other).id, notebook: notebook.id };
}

describe.each([
  ['a mute of the site', { kind: 'mute', work: null }, 'muted'],
  ['a mute in the work', { kind: 'mute', work: 'ncss-2016' }, 'muted'],
  ['a warning that waits to be read', { kind: 'warning', days: null }, 'warning-unread'],
] as const)('%s', (_what, input, code) => {
  test('refuses to write for others, and says why and until when', async () => {
    const notes = await written(ada);
    const given = await give(site, keeper, ada, input);
    for (const [how, answer] of Object.entries(await tries(ada, notes))) {
      expect(refusal(answer), how).toEqual([403, code]);
      expect(answer.json<Problem>().sanction, how).toMatchObject({
        id: given.id,
        kind: input.kind,
        reason: 'off-topic',
        words: 'Three notes on another subject.',
        until: given.until,
      });
    }
  });

  test('leaves the notebook, reading, deleting and taking back', async () => {
    const { id, notebook } = await written(ada);
    await give(site, keeper, ada, input);
    await startThread(site, ada, '4.3.1.3', { layer: 'notebook' });
    const thread = (await site.as(ada, 'GET', `/threads/${notebook}`)).json<{
      annotations: { id: string; abilities: object }[];
    }>();
    const [note] = thread.annotations;
    expect(note?.abilities).toMatchObject({ reply: true, edit: true });
    expect((await site.as(ada, 'DELETE', `/annotations/${id}`)).statusCode).toBe(200);
    expect((await site.as(ada, 'POST', `/annotations/${id}/restore`)).statusCode).toBe(200);
    const copies = `/annotations/${id}/copies`;
    const copy = await site.as(ada, 'POST', copies, { layer: 'notebook', key: randomUUID() });
    expect(copy.statusCode).toBe(201);
    const back = { layer: 'public', key: randomUUID() };
    const fromNotebook = `/annotations/${note?.id ?? ''}/copies`;
    expect(refusal(await site.as(ada, 'POST', fromNotebook, back))).toEqual([403, code]);
  });

  test('is shown to its person with every page, and offers no button that would be refused', async () => {
    const { id, parent } = await written(ada);
    const given = await give(site, keeper, ada, input);
    expect((await viewer(ada)).sanctions.map((each) => each.id)).toEqual([given.id]);
    for (const [note, ability] of [
      [id, 'edit'],
      [parent, 'reply'],
    ] as const) {
      const read = await site.as(ada, 'GET', `/annotations/${note}`);
      expect(read.json<{ abilities: object }>().abilities).toMatchObject({ [ability]: false });
    }
    const page = await site.as(ada, 'GET', '/works/ncss-2016/reading?at=4.3.1.2');
    expect(page.json()).toMatchObject({
      abilities: { 'start-thread': false },
      viewer: { sanctions: [{ id: given.id }] },
    });
  });

  test('holds for their programs as for their pages', async () => {
    const writer = await programOf(site, ada);
    const first = await writer.add(annotation());
    await give(site, keeper, ada, input);
    expect(refusal(await writer.post(annotation()))).toEqual([403, code]);
    expect(refusal(await writer.put(first.url, annotation(), first.etag))).toEqual([403, code]);
    expect((await writer.ask(first.url)).statusCode).toBe(200);
    expect((await writer.remove(first.url, first.etag)).statusCode).toBe(204);
  });

  test('is over as soon as it is lifted', async () => {
    const notes = await written(ada);
    const { id } = await give(site, keeper, ada, input);
    const words = { words: 'It was another Ada.' };
    const lifted = await site.as(keeper, 'POST', `/moderation/sanctions/${id}/lifting`, words);
    expect(lifted.json()).toMatchObject({ state: 'lifted', lifted: words, abilities: {} });
    const statuses = Object.values(await tries(ada, notes)).map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([201, 201, 200, 200]);
    expect(await newestMail(site, ada.email)).toContain('> It was another Ada.');
    const again = await site.as(keeper, 'POST', `/moderation/sanctions/${id}/lifting`, words);
    expect(refusal(again)).toEqual([409, 'state-changed']);
  });
});

test('a warning is over when it has been read, and reading it twice is no error', async () => {
  const notes = await written(ada);
  const { id } = await give(site, keeper, ada, { kind: 'warning', days: 7 });
  for (let n = 0; n < 2; n += 1)
    expect((await site.as(ada, 'POST', `/sanctions/${id}/reading`)).statusCode).toBe(200);
  const statuses = Object.values(await tries(ada, notes)).map(({ statusCode }) => statusCode);
  expect(statuses).toEqual([201, 201, 200, 200]);
  expect((await own(ada)).items).toMatchObject([{ id, state: 'read', until: null }]);
  expect((await viewer(ada)).sanctions).toEqual([]);
});

test('what is no warning is not read away', async () => {
  const { id } = await give(site, keeper, ada);
  expect(refusal(await site.as(ada, 'POST', `/sanctions/${id}/reading`))).toEqual([
    404,
    'not-found',
  ]);
});

test('a mute ends by itself, by the clock of the database', async () => {
  const notes = await written(ada);
  const { id } = await give(site, keeper, ada);
  await endNow(site, id);
  const statuses = Object.values(await tries(ada, notes)).map(({ statusCode }) => statusCode);
  expect(statuses).toEqual([201, 201, 200, 200]);
  expect((await own(ada)).items).toMatchObject([{ id, state: 'ended' }]);
  const late = await site.as(keeper, 'POST', `/moderation/sanctions/${id}/lifting`, { words: 'x' });
  expect(refusal(late)).toEqual([409, 'state-changed']);
});

test('of several mutes the one that lasts longest is told', async () => {
  const notes = await written(ada);
  await give(site, keeper, ada, { days: 1 });
  const longest = await give(site, keeper, ada, { work: 'ncss-2016', days: null });
  const { thread } = await tries(ada, notes);
  expect(thread?.json<Problem>().sanction?.id).toBe(longest.id);
});

describe('a ban', () => {
  test('ends every session, and signing in says why and until when, to nobody but its person', async () => {
    const second = await site.as(null, 'POST', '/session', { email: ada.email, password });
    expect(second.statusCode).toBe(201);
    const { id, until } = await give(site, keeper, ada, { kind: 'ban' });
    expect((await viewer(ada)).person).toBeNull();
    const { rowCount } = await site.owner.query('select from session where person_id = $1', [
      ada.id,
    ]);
    expect(rowCount).toBe(0);
    expect(refusal(await site.as(ada, 'POST', '/threads', threadForm('4.3.1.2')))).toEqual([
      401,
      'session-ended',
    ]);
    const signIn = await site.as(null, 'POST', '/session', { email: ada.email, password });
    expect(refusal(signIn)).toEqual([403, 'banned']);
    expect(signIn.json<Problem>().sanction).toMatchObject({ id, until, kind: 'ban' });
    expect(signIn.cookies).toEqual([]);
    const wrong = { email: ada.email, password: 'not the right one' };
    const guess = await site.as(null, 'POST', '/session', wrong);
    expect(refusal(guess)).toEqual([401, 'sign-in-refused']);
    expect(guess.body).not.toContain('ban');
  });

  test('is not got round by a new password', async () => {
    await give(site, keeper, ada, { kind: 'ban' });
    await site.as(null, 'POST', '/accounts/reset-request', { email: ada.email });
    const form = { token: await tokenTo(site, ada.email), password: 'another long password' };
    expect(refusal(await site.as(null, 'POST', '/accounts/reset', form))).toEqual([403, 'banned']);
  });

  test('stops tokens, which work again when it is over', async () => {
    const writer = await programOf(site, ada);
    const { id } = await give(site, keeper, ada, { kind: 'ban' });
    const refused = await writer.post(annotation());
    expect(refusal(refused)).toEqual([403, 'banned']);
    expect(refused.json<Problem>().sanction?.id).toBe(id);
    expect(refusal(await program(site, writer.token, '/api/works/ncss-2016/reading'))).toEqual([
      403,
      'banned',
    ]);
    await endNow(site, id);
    expect((await writer.post(annotation())).statusCode).toBe(201);
  });

  test('is in force for a session that was opened while it was given', async () => {
    await give(site, keeper, ada, { kind: 'ban' });
    await site.owner.query("insert into session (id, person_id, device) values ($1, $2, '')", [
      ada.sessionId,
      ada.id,
    ]);
    expect((await viewer(ada)).person).toBeNull();
  });

  test('is for the whole site', async () => {
    const form = sanctionForm({ kind: 'ban', work: 'ncss-2016' });
    const answer = await site.as(keeper, 'POST', `/moderation/people/${ada.id}/sanctions`, form);
    expect(refusal(answer)).toEqual([403, 'not-allowed']);
    await expect(
      site.owner.query(
        `insert into sanction (id, person_id, kind, work_id, reason, words, given_by, state, post_key)
         select $1, $2, 'ban', w.id, 'spam', 'x', $3, 'in-force', $1 from work w limit 1`,
        [randomUUID(), ada.id, keeper.id],
      ),
    ).rejects.toThrow(/check constraint/);
  });
});

test('who is sanctioned is told in their language, with the true reason, the end and how to object', async () => {
  await site.as(keeper, 'PUT', '/site/settings', {
    registration: 'automatic',
    imprint: '',
    contact: 'hello@site.example',
  });
  await site.as(ada, 'PATCH', '/account', { locale: 'zh-Hans' });
  await give(site, keeper, ada, { kind: 'ban', reason: 'abusive', words: 'Called Ben a fool.' });
  const chinese = await newestMail(site, ada.email);
  expect(chinese).toContain('理由：辱骂。');
  expect(chinese).toContain('> Called Ben a fool.');
  expect(chinese).toContain('/objection?token=');
  expect(chinese).toContain('hello@site.example');
  expect(chinese).not.toMatch(/[A-Za-z]{4,} [a-z]+ [a-z]+ [a-z]+ [a-z]+/);
  const eve = await member(site, `eve${String(number)}@x.org`);
  await give(site, keeper, eve, { kind: 'mute', work: 'ncss-2016', days: null });
  const english = await newestMail(site, eve.email);
  expect(english).toContain('until it is lifted');
  expect(english).toContain('National Cyberspace Security Strategy');
  expect(english).toContain('Why: off topic.');
});

test('a form sent twice gives one; another’s use of the key is its own', async () => {
  const form = sanctionForm();
  const url = `/moderation/people/${ada.id}/sanctions`;
  const [first, second] = await Promise.all([
    site.as(keeper, 'POST', url, form),
    site.as(keeper, 'POST', url, form),
  ]);
  expect([first.statusCode, second.statusCode].sort()).toEqual([200, 201]);
  expect(first.json<{ id: string }>().id).toBe(second.json<{ id: string }>().id);
  const elsewhere = `/moderation/people/${ben.id}/sanctions`;
  expect(refusal(await site.as(keeper, 'POST', elsewhere, form))).toEqual([409, 'key-reused']);
  expect((await own(ada)).items).toHaveLength(1);
});

test('of two moderators who mute at once the second is told that it is done', async () => {
  const other = await site.addPerson({ name: 'Mo', moderates: null });
  const url = `/moderation/people/${ada.id}/sanctions`;
  const answers = await Promise.all(
    [keeper, other].map((each) => site.as(each, 'POST', url, sanctionForm())),
  );
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  const refused = answers.find(({ statusCode }) => statusCode === 409);
  expect(refused?.json<Problem>().code).toBe('sanction-stands');
});

test('an author whose edit is refused has lost nothing: the note stands as it was', async () => {
  const { id } = await written(ada);
  await give(site, keeper, ada);
  await site.as(ada, 'PUT', `/annotations/${id}`, { body: 'Spam', version: 1, seen });
  const note = await site.as(null, 'GET', `/annotations/${id}`);
  expect(note.json()).toMatchObject({ version: 1, body: 'On 4.3.1.2', state: 'published' });
});
