import { randomUUID } from 'node:crypto';
import type { Hidden, ObjectionPage, SanctionPage, SanctionView } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  give,
  member,
  newestMail,
  password,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  tokenTo,
  type Person,
  type TestApp,
} from './support/index.ts';
import { listenLive } from './support/listen-live.ts';

let site: TestApp;
let keeper: Person;
let other: Person;
let ada: Person;
let number = 0;

beforeAll(async () => {
  site = await startApp();
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  other = await site.addPerson({ name: 'Other', moderates: null });
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  number += 1;
  ada = await member(site, `ada${String(number)}@x.org`);
});

const waiting = async (person: Person): Promise<ObjectionPage['items']> =>
  (await site.as(person, 'GET', '/moderation/objections?limit=200'))
    .json<ObjectionPage>()
    .items.filter(({ person: { id } }) => id === ada.id);
const decide = (person: Person, id: string, action: string, words = 'We looked again.') =>
  site.as(person, 'POST', `/moderation/objections/${id}/decision`, { action, words });
const linked = (token: string) => site.as(null, 'GET', `/objection?token=${token}`);
const object = (token: string, words = 'It was not me.') =>
  site.as(null, 'POST', '/objection', { token, words });

describe('an objection', () => {
  test('is made by the link alone, once; opening the link, as scanners do, changes nothing', async () => {
    const { id } = await give(site, keeper, ada, { kind: 'ban', words: 'It advertises.' });
    const token = await tokenTo(site, ada.email);
    for (let n = 0; n < 3; n += 1)
      expect((await linked(token)).json<SanctionView>()).toMatchObject({
        id,
        words: 'It advertises.',
        objection: { state: 'possible', open: true },
      });
    expect(await waiting(keeper)).toEqual([]);
    expect((await object(token)).statusCode).toBe(200);
    expect(refusal(await object(token, 'And another thing'))).toEqual([409, 'state-changed']);
    expect((await linked(token)).json<SanctionView>().objection).toMatchObject({
      state: 'open',
      words: 'It was not me.',
      open: false,
    });
  });

  test('sent twice at once is made once', async () => {
    await give(site, keeper, ada);
    const token = await tokenTo(site, ada.email);
    const answers = await Promise.all([object(token, 'One'), object(token, 'Two')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('waits for somebody else than who gave it, who lets it stand', async () => {
    const { id } = await give(site, keeper, ada);
    await site.as(ada, 'POST', `/sanctions/${id}/objection`, { words: 'I meant well.' });
    expect(await waiting(keeper)).toMatchObject([{ abilities: { decide: false } }]);
    expect(await waiting(other)).toMatchObject([
      {
        abilities: { decide: true },
        sanction: { id, givenBy: 'Keeper', objection: { words: 'I meant well.' } },
      },
    ]);
    expect(refusal(await decide(keeper, id, 'overturn'))).toEqual([403, 'not-allowed']);
    expect((await decide(other, id, 'uphold')).statusCode).toBe(200);
    expect(await waiting(other)).toEqual([]);
    expect(refusal(await decide(other, id, 'overturn'))).toEqual([409, 'state-changed']);
    expect(await newestMail(site, ada.email)).toContain('> We looked again.');
    const own = (await site.as(ada, 'GET', '/sanctions')).json<SanctionPage>();
    expect(own.items).toMatchObject([
      { state: 'in-force', objection: { state: 'upheld', answer: 'We looked again.' } },
    ]);
    expect(own.items[0]).not.toHaveProperty('decidedBy');
    expect(own.items[0]).not.toHaveProperty('givenBy');
  });

  test('that is right ends the ban', async () => {
    const { id } = await give(site, keeper, ada, { kind: 'ban' });
    await object(await tokenTo(site, ada.email));
    expect((await decide(other, id, 'overturn')).statusCode).toBe(200);
    const back = await site.as(null, 'POST', '/session', { email: ada.email, password });
    expect(back.statusCode).toBe(201);
  });

  test('to what has been lifted is not made; one that waits goes with it', async () => {
    const { id } = await give(site, keeper, ada);
    const token = await tokenTo(site, ada.email);
    await object(token);
    const words = { words: 'A mistake of mine.' };
    await site.as(keeper, 'POST', `/moderation/sanctions/${id}/lifting`, words);
    expect(await waiting(other)).toEqual([]);
    const second = await give(site, keeper, ada);
    const later = await tokenTo(site, ada.email);
    await site.as(keeper, 'POST', `/moderation/sanctions/${second.id}/lifting`, words);
    expect(refusal(await object(later))).toEqual([409, 'state-changed']);
  });

  test('comes too late after ninety days', async () => {
    const { id } = await give(site, keeper, ada);
    const token = await tokenTo(site, ada.email);
    await site.owner.query(
      `update objection set expires_at = now() - interval '1 second' where sanction_id = $1`,
      [id],
    );
    expect(refusal(await linked(token))).toEqual([400, 'token-unusable']);
    expect(refusal(await object(token))).toEqual([400, 'token-unusable']);
    const form = { words: 'Late' };
    expect(refusal(await site.as(ada, 'POST', `/sanctions/${id}/objection`, form))).toEqual([
      409,
      'state-changed',
    ]);
  });
});

describe('who moderates one work', () => {
  let local: Person;
  beforeAll(async () => {
    local = await site.addPerson({ name: 'Local', moderates: 'ncss-2016' });
  });

  test('warns and mutes there, and nowhere else', async () => {
    const record = await site.as(local, 'GET', `/moderation/people/${ada.id}`);
    expect(record.json()).toMatchObject({ may: { site: [], works: [{ slug: 'ncss-2016' }] } });
    await give(site, local, ada, { kind: 'warning', work: 'ncss-2016' });
    await give(site, local, ada, { kind: 'mute', work: 'ncss-2016' });
    for (const kind of ['warning', 'mute', 'ban'] as const) {
      const form = { kind, work: null, reason: 'spam', words: 'x', days: 1, key: randomUUID() };
      const answer = await site.as(local, 'POST', `/moderation/people/${ada.id}/sanctions`, form);
      expect(refusal(answer), kind).toEqual([403, 'not-allowed']);
    }
  });

  test('does not lift what holds for the site, nor judge the staff above', async () => {
    const { id } = await give(site, keeper, ada);
    const lift = await site.as(local, 'POST', `/moderation/sanctions/${id}/lifting`, {
      words: 'x',
    });
    expect(refusal(lift)).toEqual([403, 'not-allowed']);
    const record = await site.as(local, 'GET', `/moderation/people/${keeper.id}`);
    expect(record.json()).toMatchObject({ may: { site: [], works: [] } });
    const own = await site.as(local, 'GET', `/moderation/people/${local.id}`);
    expect(own.json()).toMatchObject({ may: { site: [], works: [] } });
  });
});

test('what moderators note down of a person is theirs, and not the person’s', async () => {
  const url = `/moderation/people/${other.id}/notes`;
  const form = { words: 'Spoke with them.', key: randomUUID() };
  for (let n = 0; n < 2; n += 1)
    expect((await site.as(keeper, 'POST', url, form)).statusCode).toBe(200);
  expect((await site.as(keeper, 'GET', url)).json()).toMatchObject({
    items: [{ author: 'Keeper', words: 'Spoke with them.', own: true }],
  });
  expect(refusal(await site.as(other, 'GET', url))).toEqual([403, 'not-allowed']);
  expect(refusal(await site.as(other, 'POST', url, form))).toEqual([403, 'not-allowed']);
  const nobody = `/moderation/people/${randomUUID()}/notes`;
  expect(refusal(await site.as(keeper, 'POST', nobody, form))).toEqual([404, 'not-found']);
});

test('with a ban the public notes are hidden and shown again, each with its reason; notebooks and others’ words stay', async () => {
  const first = rootOf(await startThread(site, ada, '4.3.1.2'));
  const second = await replyTo(site, ada, first.id, 'More');
  const gone = rootOf(await startThread(site, ada, '4.3.1.3'));
  await site.as(ada, 'DELETE', `/annotations/${gone.id}`);
  const notebook = rootOf(await startThread(site, ada, '4.3.1.2', { layer: 'notebook' }));
  const others = await replyTo(site, other, first.id, 'An answer');
  const earlier = rootOf(await startThread(site, ada, '4.3.2.1'));
  const reason = { code: 'other', reason: 'Hidden before' };
  await site.as(keeper, 'POST', `/annotations/${earlier.id}/hide`, reason);
  const { id } = await give(site, keeper, ada, { kind: 'ban' });
  const states = async () => {
    const ids = [first.id, second.id, gone.id, notebook.id, others.id, earlier.id];
    const { rows } = await site.owner.query<{ state: string }>(
      `select a.state from unnest($1::uuid[]) with ordinality as u (id, n)
       join annotation a on a.id = u.id order by u.n`,
      [ids],
    );
    return rows.map(({ state }) => state);
  };
  const words = { words: 'All of it advertises.' };
  const record = () => site.as(keeper, 'GET', `/moderation/people/${ada.id}`);
  expect((await record()).json()).toMatchObject({ notes: { published: 2, hidden: 1 } });
  const hide = await site.as(keeper, 'POST', `/moderation/sanctions/${id}/hidden-notes`, words);
  expect(hide.json<Hidden>()).toEqual({ changed: 2, left: 0 });
  expect(await states()).toEqual([
    'hidden',
    'hidden',
    'deleted',
    'published',
    'published',
    'hidden',
  ]);
  const note = await site.as(keeper, 'GET', `/annotations/${first.id}`);
  expect(note.json()).toMatchObject({ reason: 'All of it advertises.' });
  const show = await site.as(keeper, 'POST', `/moderation/sanctions/${id}/shown-notes`, words);
  expect(show.json<Hidden>()).toEqual({ changed: 2, left: 0 });
  expect(await states()).toEqual([
    'published',
    'published',
    'deleted',
    'published',
    'published',
    'hidden',
  ]);
  const { rows } = await site.owner.query<{ action: string; n: number }>(
    `select action, count(*)::integer as n from decision_log
     where annotation_id = any($1) group by action order by action`,
    [[first.id, second.id]],
  );
  expect(rows).toEqual([
    { action: 'hide', n: 2 },
    { action: 'unhide', n: 2 },
  ]);
});

test('a mute hides nothing', async () => {
  const { id } = await give(site, keeper, ada);
  const words = { words: 'x' };
  const answer = await site.as(keeper, 'POST', `/moderation/sanctions/${id}/hidden-notes`, words);
  expect(refusal(answer)).toEqual([403, 'not-allowed']);
});

test('everything that is decided stands in the decision log, in order', async () => {
  const { id } = await give(site, keeper, ada, { kind: 'mute', work: 'ncss-2016' });
  await site.as(ada, 'POST', `/sanctions/${id}/objection`, { words: 'No.' });
  await decide(other, id, 'overturn');
  const { rows } = await site.owner.query(
    `select action, actor_role, before, after, reason, work, words_digest <> '' as words
     from decision_log where case_id = $1 order by seq`,
    [id],
  );
  const shared = { reason: 'off-topic', work: 'ncss-2016', words: true };
  expect(rows).toEqual([
    { action: 'mute', actor_role: 'administrator', before: '', after: 'in-force', ...shared },
    { action: 'appeal', actor_role: 'author', before: 'possible', after: 'open', ...shared },
    { action: 'overturn', actor_role: 'moderator', before: 'open', after: 'overturned', ...shared },
  ]);
});

test('streams end with the ban; a mute leaves them open', async () => {
  const stream = await listenLive(site, ada.cookie);
  const bystander = await listenLive(site, other.cookie);
  await give(site, keeper, ada);
  await give(site, keeper, ada, { kind: 'ban' });
  await expect.poll(() => stream.ended(), { timeout: 5_000 }).toBe(true);
  expect(bystander.ended()).toBe(false);
  bystander.close();
});

test('a mute alone does not end the stream', async () => {
  const stream = await listenLive(site, ada.cookie);
  await give(site, keeper, ada);
  await startThread(site, other, '4.3.1.2');
  await expect.poll(() => stream.told.length, { timeout: 5_000 }).toBeGreaterThan(0);
  expect(stream.ended()).toBe(false);
  stream.close();
});

test('with its person the words of a sanction go, and what was noted of them; that it was stays', async () => {
  const { id } = await give(site, keeper, ada, { words: 'Unmistakable words.' });
  await site.as(ada, 'POST', `/sanctions/${id}/objection`, { words: 'Unmistakable words.' });
  const note = { words: 'Unmistakable words.', key: randomUUID() };
  await site.as(keeper, 'POST', `/moderation/people/${ada.id}/notes`, note);
  const form = { password, writing: 'remove' };
  expect((await site.as(ada, 'DELETE', '/account', form)).statusCode).toBe(200);
  const { rows } = await site.owner.query(
    `select s.kind, s.words, o.words as objected,
       (select count(*)::integer from person_note n where n.person_id = s.person_id) as notes
     from sanction s join objection o on o.sanction_id = s.id where s.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ kind: 'mute', words: '', objected: '', notes: 0 }]);
  const gone = await site.as(keeper, 'GET', `/moderation/people/${ada.id}`);
  expect(refusal(gone)).toEqual([404, 'not-found']);
  const lift = await site.as(keeper, 'POST', `/moderation/sanctions/${id}/lifting`, { words: 'x' });
  expect(refusal(lift)).toEqual([404, 'not-found']);
});

describe('hostile input', () => {
  const url = () => `/moderation/people/${ada.id}/sanctions`;
  const form = (more: object) => ({
    ...{ kind: 'mute', work: null, reason: 'spam', words: 'x', days: 7 },
    key: randomUUID(),
    ...more,
  });
  test.each([
    ['an unknown kind', { kind: 'shadow' }, 400, 'request-malformed'],
    ['an unknown reason', { reason: 'ugly' }, 400, 'request-malformed'],
    ['no days', { days: 0 }, 400, 'request-malformed'],
    ['days beyond any calendar', { days: 1e12 }, 400, 'request-malformed'],
    ['half a day', { days: 1.5 }, 400, 'request-malformed'],
    ['another field', { state: 'lifted' }, 400, 'request-malformed'],
    ['a key that is none', { key: 'x' }, 400, 'request-malformed'],
    ['no words', { words: ' \n ' }, 422, 'text-malformed'],
    ['words that no text has', { words: 'a\u0000b' }, 400, 'text-malformed'],
    ['too many words', { words: 'x'.repeat(2_001) }, 400, 'text-malformed'],
    ['an unknown work', { work: 'no-such-work' }, 404, 'not-found'],
  ] as const)('%s', async (_what, more, ...expected) => {
    const answer = await site.as(keeper, 'POST', url(), form(more));
    const [status, code] = refusal(answer);
    expect(code).toBe(expected[1]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    const { rowCount } = await site.owner.query('select from sanction where person_id = $1', [
      ada.id,
    ]);
    expect(rowCount).toBe(0);
  });

  test('words of a mail are quoted line by line: none of them passes for the site’s', async () => {
    const words = 'Line one\nIf you think this is wrong, say so here:\nhttps://evil.example/';
    await give(site, keeper, ada, { words });
    const mail = await newestMail(site, ada.email);
    for (const line of words.split('\n')) expect(mail).toContain(`\n> ${line}\n`);
    expect(mail.match(/^https:\/\/evil/m)).toBeNull();
  });

  test.each(['', 'x', 'x'.repeat(19), 'x'.repeat(201), '../../etc'])(
    'a link that is none: %j',
    async (token) => {
      const answer = await site.as(null, 'GET', `/objection?token=${encodeURIComponent(token)}`);
      expect(answer.statusCode).toBe(400);
    },
  );
});
