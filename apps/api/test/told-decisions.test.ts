import type {
  AnnotationView,
  CasePage,
  CaseView,
  NoticePage,
  WaitingPage,
} from '@glossator/contract';
import { expect, test } from 'vitest';
import {
  allOf,
  deliverNow,
  gatherNow,
  ownApp,
  replyTo,
  rootOf,
  startThread,
  tellAuthors,
  wishMail,
  type Person,
  type TestApp,
} from './support/index.ts';

const why = { reason: 'unclear', words: 'What do you mean by <b>it</b>?' };

async function held(mode = 'hold-all') {
  const site = await ownApp();
  await site.owner.query('update hold_rule set mode = $1', [mode]);
  const author = await site.addPerson({ name: 'Author' });
  const reader = await site.addPerson({ name: 'Reader' });
  const moderator = await site.addPerson({ name: 'Mo', administrator: true });
  return { site, author, reader, moderator };
}

async function decide(
  site: TestApp,
  who: Person,
  more: Record<string, unknown>,
): Promise<CaseView> {
  const { items } = (await site.as(who, 'GET', '/moderation/cases')).json<CasePage>();
  const [it] = items;
  if (it === undefined) throw new Error('no case');
  const answer = await site.as(who, 'POST', `/moderation/cases/${it.id}/decision`, {
    version: it.version,
    revision: it.note.revision,
    proposal: it.note.proposal,
    ...more,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const due = (site: TestApp) =>
  site.owner.query("update decision set due_at = now() - interval '1 second'");

const notices = async (site: TestApp, who: Person) =>
  (await site.as(who, 'GET', '/notices')).json<NoticePage>().items;
const waiting = async (site: TestApp, who: Person, query = '') =>
  (await site.as(who, 'GET', `/waiting${query}`)).json<WaitingPage>();

test('the author is told once, when the time to take it back is over: what, why, and what to do', async () => {
  const { site, author, reader, moderator } = await held();
  const note = rootOf(await startThread(site, author, '2.0.5.1', { body: 'Xyzzy of mine' }));
  await decide(site, moderator, { action: 'refuse', ...why });
  await tellAuthors(site);
  expect(await notices(site, author)).toEqual([]);
  await due(site);
  await tellAuthors(site, 3);
  expect(await notices(site, author)).toMatchObject([
    { reason: 'decision', action: 'refuse', unread: true, note: { id: note.id } },
  ]);
  expect(await notices(site, reader)).toEqual([]);
  const [mail, ...more] = await deliverNow(site);
  expect(more).toEqual([]);
  expect(mail?.to.address).toBe(author.email);
  expect(mail?.subject).toBe('Your note on 2.0.5.1 was not published');
  for (const part of [mail?.text ?? '', mail?.html ?? '']) {
    expect(part).toContain('It cannot be understood as it is.');
    expect(part).toContain(`http://localhost:3000/n/${note.id}/edit`);
    expect(part).toContain(`http://localhost:3000/n/${note.id}/appeal`);
    expect(part).toContain('合作共赢');
    expect(part).not.toMatch(/xyzzy/i);
  }
  expect(mail?.text).toContain('> What do you mean by <b>it</b>?');
  expect(mail?.html).toContain('What do you mean by &#x3C;b>it&#x3C;/b>?');
  await tellAuthors(site);
  expect(await deliverNow(site)).toEqual([]);
  const { rows } = await site.owner.query('select from decision_mail');
  expect(rows).toEqual([]);
});

test('the mail is in the language of the author', async () => {
  const { site, author, moderator } = await held();
  await site.as(author, 'PATCH', '/account', { locale: 'zh-Hans' });
  await startThread(site, author, '2.0.5.1');
  await decide(site, moderator, { action: 'return', ...why });
  await due(site);
  await tellAuthors(site);
  const [mail] = await deliverNow(site);
  expect(mail?.subject).toBe('您在 2.0.5.1 的注解被退回修改');
  expect(mail?.text).toContain('目前无法看懂。');
  expect(mail?.html).toContain('<html lang="zh-Hans">');
  for (const part of [mail?.text ?? '', mail?.html ?? ''])
    expect(part).toMatch(
      /六个月内申诉一次[^]*\/n\/[0-9a-f-]{36}\/appeal|\/appeal[^]*六个月内申诉一次/,
    );
});

test('a decision taken back, and one on a note erased meanwhile, is never told', async () => {
  const { site, author, moderator } = await held();
  await startThread(site, author, '4.1.1.1');
  const { decision } = await decide(site, moderator, { action: 'refuse', ...why });
  await site.as(moderator, 'POST', `/moderation/decisions/${decision?.id ?? ''}/undo`);
  await due(site);
  await tellAuthors(site);
  expect(await notices(site, author)).toEqual([]);
  await decide(site, moderator, { action: 'refuse', ...why });
  await due(site);
  await site.owner.query("update annotation set state = 'erased'");
  await tellAuthors(site);
  expect(await notices(site, author)).toEqual([]);
  expect(await deliverNow(site)).toEqual([]);
  const { rows } = await site.owner.query(
    'select told_at is not null as told, undone_at is not null as undone from decision order by at',
  );
  expect(rows).toEqual([
    { told: false, undone: true },
    { told: true, undone: false },
  ]);
});

test('a note erased after its mail was written out is not told of by mail either', async () => {
  const { site, author, moderator } = await held();
  await startThread(site, author, '4.1.1.1');
  await decide(site, moderator, { action: 'refuse', ...why });
  await due(site);
  await tellAuthors(site);
  await site.owner.query("update annotation set state = 'erased'");
  expect(await deliverNow(site)).toEqual([]);
});

test('spam is told in the list alone; what is approved comes by mail only with the notices one wishes', async () => {
  const { site, author, moderator } = await held();
  await startThread(site, author, '4.1.1.1');
  await decide(site, moderator, { action: 'refuse', reason: 'spam' });
  const other = await site.addPerson({ name: 'Other' });
  await wishMail(site, other, 'soon');
  const good = rootOf(await startThread(site, other, '4.1.1.2'));
  await decide(site, moderator, { action: 'approve' });
  const third = await site.addPerson({ name: 'Third' });
  await startThread(site, third, '4.1.1.2');
  await decide(site, moderator, { action: 'approve' });
  await due(site);
  await tellAuthors(site);
  for (const who of [author, other, third]) expect(await notices(site, who)).toHaveLength(1);
  await gatherNow(site);
  const sent = await deliverNow(site);
  expect(sent.map(({ to }) => to.address)).toEqual([other.email]);
  expect(sent.map(allOf).join()).toContain('A moderator has approved your note');
  expect(sent.map(allOf).join()).toContain(good.id);
});

test('a later decision on the same note is news again', async () => {
  const { site, author, moderator } = await held();
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  await decide(site, moderator, { action: 'return', ...why });
  await due(site);
  await tellAuthors(site);
  await site.as(author, 'POST', `/notices/${note.id}/read`);
  await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'Mended, and longer',
    version: 1,
    seen: note.seen,
  });
  await decide(site, moderator, { action: 'approve' });
  await due(site);
  await tellAuthors(site);
  expect(await notices(site, author)).toMatchObject([{ action: 'approve', unread: true }]);
});

test('one’s own list of what waits or was handed back: notes and edits, paged, nobody else’s', async () => {
  const { site, author, reader, moderator } = await held('publish');
  const root = rootOf(await startThread(site, author, '4.1.1.2', { body: 'Public words' }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const first = rootOf(await startThread(site, author, '4.1.1.1'));
  await decide(site, moderator, { action: 'return', ...why });
  const answer = await replyTo(site, author, root.id, 'An answer');
  await site.as(author, 'PUT', `/annotations/${root.id}`, {
    body: 'Quite another sentence with https://a.example and https://b.example',
    version: 1,
    seen: root.seen,
  });
  const page = await waiting(site, author, '?limit=2');
  expect(page.items.map(({ note }) => note.id)).toEqual([root.id, answer.id]);
  expect(page.items[0]?.note.review?.proposal?.state).toBe('held');
  const rest = await waiting(site, author, `?limit=2&cursor=${page.next ?? ''}`);
  expect(rest.items).toMatchObject([
    { work: 'ncss-2016', address: '4.1.1.1', note: { id: first.id, state: 'returned' } },
  ]);
  expect(rest.next).toBeNull();
  expect((await waiting(site, reader)).items).toEqual([]);
});

test('an edit that waits is taken back: nothing is left to decide, and what is public stands', async () => {
  const { site, author, reader, moderator } = await held('publish');
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body: 'Approved words' }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'Other words with https://a.example and https://b.example',
    version: 1,
    seen: note.seen,
  });
  const url = `/annotations/${note.id}/proposal`;
  expect((await site.as(reader, 'DELETE', url)).statusCode).toBe(403);
  expect((await site.as(moderator, 'DELETE', url)).statusCode).toBe(403);
  const back = await site.as(author, 'DELETE', url);
  expect(back.json<AnnotationView>()).toMatchObject({
    state: 'published',
    version: 1,
    body: 'Approved words',
    review: null,
  });
  expect((await site.as(author, 'DELETE', url)).statusCode).toBe(200);
  expect((await site.as(moderator, 'GET', '/moderation/cases')).json<CasePage>().items).toEqual([]);
  expect((await waiting(site, author)).items).toEqual([]);
});
