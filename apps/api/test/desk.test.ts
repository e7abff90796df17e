import type { CaseContext, DeskView, ViewerView } from '@glossator/contract';
import { expect, test } from 'vitest';
import {
  decideOn,
  heldSite,
  oneCase,
  queue,
  refusal,
  replyTo,
  rootOf,
  startThread,
  type Person,
  type TestApp,
} from './support/index.ts';

const desk = async (site: TestApp, who: Person): Promise<DeskView> =>
  (await site.as(who, 'GET', '/moderation/desk')).json();

test('a case is read with its clause, its talk, its former words and its author’s record', async () => {
  const { site, author, moderator } = await heldSite();
  const reader = await site.addPerson({ name: 'Reader' });
  await site.owner.query("update hold_rule set mode = 'publish'");
  const root = rootOf(await startThread(site, reader, '4.1.1.1', { body: 'What *means*?' }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const answer = await replyTo(site, author, root.id, 'Hm.');
  const [first] = (await queue(site, moderator)).items;
  if (first === undefined) throw new Error('no case');
  const decided = await site.as(moderator, 'POST', `/moderation/cases/${first.id}/decision`, {
    action: 'return',
    reason: 'unclear',
    words: 'Say more.',
    version: first.version,
    revision: 1,
  });
  expect(decided.statusCode, decided.body).toBe(200);
  await site.as(author, 'PUT', `/annotations/${answer.id}`, {
    body: 'All means of transport.',
    version: 1,
    seen: answer.seen,
  });
  const [again] = (await queue(site, moderator)).items;
  const read = await site.as(moderator, 'GET', `/moderation/cases/${again?.id ?? ''}/context`);
  const context = read.json<CaseContext>();
  expect(context.words.map(({ lang }) => lang.slice(0, 2)).sort()).toEqual(['en', 'zh']);
  expect(context.around).toMatchObject([{ id: root.id, state: 'published' }]);
  expect(context.around[0]?.html).toContain('<em>means</em>');
  expect(context.former).toEqual({ number: 1, body: 'Hm.' });
  expect(context.decisions).toMatchObject([
    { action: 'return', reason: 'unclear', words: 'Say more.', undone: false, by: { name: 'Mo' } },
  ]);
  expect(context.author).toMatchObject({ returned: 1, refused: 0, waiting: 1, decisions: [] });
  // What it answers is hidden meanwhile: its words are nobody's to read here.
  await site.owner.query("update annotation set state = 'hidden' where id = $1", [root.id]);
  const later = await site.as(moderator, 'GET', `/moderation/cases/${again?.id ?? ''}/context`);
  expect(later.json<CaseContext>().around).toMatchObject([{ state: 'hidden', html: '' }]);
});

test('the queue of one clause, of what is inside it, and of none', async () => {
  const { site, author, moderator } = await heldSite();
  await startThread(site, author, '4.1.1.1');
  await startThread(site, author, '4.1.1.2');
  const at = async (address: string) =>
    (await queue(site, moderator, `?work=ncss-2016&at=${address}`)).items.map(
      ({ note }) => note.address,
    );
  expect(await at('4.1.1.1')).toEqual(['4.1.1.1']);
  expect(await at('4.1')).toEqual(['4.1.1.1', '4.1.1.2']);
  expect(await at('4.2')).toEqual([]);
  const without = await site.as(moderator, 'GET', '/moderation/cases?at=4.1.1.1');
  expect(refusal(without)).toEqual([400, 'request-malformed']);
});

test('filters and words are one’s own; the same name takes over; there is an end to them', async () => {
  const { site, moderator } = await heldSite();
  const other = await site.addPerson({ name: 'Other', administrator: true });
  const save = (name: string, query = 'kind=held') =>
    site.as(moderator, 'POST', '/moderation/filters', { name, query });
  await save('Mine', 'kind=edit');
  await save(' Mine ', 'kind=held&work=ncss-2016');
  const { filters } = await desk(site, moderator);
  expect(filters).toMatchObject([{ name: 'Mine', query: 'kind=held&work=ncss-2016' }]);
  expect((await desk(site, other)).filters).toEqual([]);
  const url = `/moderation/filters/${filters[0]?.id ?? ''}`;
  expect((await site.as(other, 'DELETE', url)).statusCode).toBe(404);
  expect(refusal(await save(' '))).toEqual([400, 'text-malformed']);
  for (let n = 1; n < 50; n += 1) expect((await save(`F${String(n)}`)).statusCode).toBe(200);
  expect(refusal(await save('One more'))).toEqual([409, 'list-full']);
  expect((await save('Mine')).statusCode).toBe(200);
  expect((await site.as(moderator, 'DELETE', url)).statusCode).toBe(404);
  const words = { name: 'Short', words: 'Say more.' };
  await site.as(moderator, 'POST', '/moderation/replies', words);
  expect((await desk(site, moderator)).replies).toMatchObject([words]);
});

test('how much waits is told to who moderates it; what they decided can be taken back from the desk', async () => {
  const { site, author, moderator } = await heldSite();
  const waiting = async (who: Person) =>
    (await site.as(who, 'GET', '/session')).json<ViewerView>().waiting;
  await startThread(site, author, '4.1.1.1');
  expect(await waiting(moderator)).toBe(1);
  expect(await waiting(author)).toBe(0);
  const [it] = (await queue(site, moderator)).items;
  const form = { action: 'approve', version: it?.version, revision: 1 };
  await site.as(moderator, 'POST', `/moderation/cases/${it?.id ?? ''}/decision`, form);
  expect(await waiting(moderator)).toBe(0);
  const { decisions } = await desk(site, moderator);
  expect(decisions).toMatchObject([{ case: it?.id, action: 'approve', work: 'ncss-2016' }]);
  await site.as(moderator, 'POST', `/moderation/decisions/${decisions[0]?.id ?? ''}/undo`);
  expect((await desk(site, moderator)).decisions).toEqual([]);
  expect(await waiting(moderator)).toBe(1);
});

test('what its author takes back after a decision is not before moderators any more', async () => {
  const { site, author, moderator } = await heldSite();
  const words = 'Plugh, and nothing else';
  const edited = 'Xyzzy, and nothing else';
  for (const takeBack of ['delete', 'notebook'] as const) {
    const at = takeBack === 'delete' ? '4.1.1.1' : '4.1.1.2';
    const thread = await startThread(site, author, at, { body: `${words} ${at}`, tags: ['plugh'] });
    const { id, seen } = rootOf(thread);
    const edit = { body: `${edited} ${at}`, tags: ['plugh'], version: 1, seen };
    expect((await site.as(author, 'PUT', `/annotations/${id}`, edit)).statusCode).toBe(200);
    const it = await oneCase(site, moderator);
    await decideOn(site, moderator, it, { action: 'approve' });
    const read = () => site.as(moderator, 'GET', `/moderation/cases/${it.id}/context`);
    expect((await read()).body).toMatch(/Xyzzy.*Plugh/);
    const done =
      takeBack === 'delete'
        ? await site.as(author, 'DELETE', `/annotations/${id}`)
        : await site.as(author, 'POST', `/threads/${thread.id}/move`, { layer: 'notebook' });
    expect(done.statusCode, done.body).toBe(200);
    const after = await read();
    expect(after.statusCode).toBe(200);
    expect(after.body).not.toMatch(/plugh|xyzzy/i);
  }
});
