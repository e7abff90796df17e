import type { BatchRecord, BatchView, CaseView, ChoiceView, DeskView } from '@glossator/contract';
import { expect, test } from 'vitest';
import {
  decideOn,
  heldSite,
  otherWork,
  queue,
  refusal,
  rootOf,
  startThread,
  type Person,
  type TestApp,
} from './support/index.ts';

const seen = ({ id, version, note }: CaseView) => ({
  id,
  version,
  revision: note.revision,
  proposal: note.proposal,
});
const together = (site: TestApp, who: Person, form: Record<string, unknown>, path = '') =>
  site.as(who, 'POST', `/moderation/batches${path}`, form);
const states = async (site: TestApp): Promise<string[]> =>
  (
    await site.owner.query<{ state: string }>(
      'select state from annotation order by created_at, id',
    )
  ).rows.map(({ state }) => state);

const why = { reason: 'off-topic', words: 'This is not about the clause.' };

test('a trial lists what would change and changes nothing; then it is done, and taken back', async () => {
  const { site, author, moderator } = await heldSite();
  for (const at of ['4.1.1.1', '4.1.1.2', '4.2.1.1']) await startThread(site, author, at);
  const { items } = await queue(site, moderator);
  const form = { cases: items.map(seen), action: 'refuse', ...why };
  const trial = (await together(site, moderator, form, '/preview')).json<BatchView>();
  expect(trial).toMatchObject({ id: null, left: 0 });
  expect(
    trial.lines.map(({ before, after, told, refused }) => [before, after, told, refused]),
  ).toEqual(Array.from({ length: 3 }, () => ['held', 'refused', true, null]));
  expect(await states(site)).toEqual(['held', 'held', 'held']);
  expect((await site.owner.query('select from decision_log')).rowCount).toBe(0);
  const done = (await together(site, moderator, form)).json<BatchView>();
  expect(done.lines).toEqual(trial.lines);
  expect(await states(site)).toEqual(['refused', 'refused', 'refused']);
  expect((await queue(site, moderator)).items).toEqual([]);
  const back = await together(site, moderator, {}, `/${done.id ?? ''}/undo`);
  expect(back.json<BatchView>().lines.map(({ after }) => after)).toEqual(['held', 'held', 'held']);
  expect(await states(site)).toEqual(['held', 'held', 'held']);
  expect((await queue(site, moderator)).items).toHaveLength(3);
  expect((await site.owner.query('select from decision_log')).rowCount).toBe(6);
});

test('what cannot be done to one leaves the others: a changed note, a note of one’s own, one that is decided', async () => {
  const { site, author, moderator } = await heldSite();
  const other = await site.addPerson({ name: 'Other', administrator: true });
  const notes = [];
  for (const at of ['4.1.1.1', '4.1.1.2', '4.2.1.1'])
    notes.push(rootOf(await startThread(site, author, at)));
  await site.owner.query('insert into always_held (person_id, given_by) values ($1, $2)', [
    moderator.id,
    other.id,
  ]);
  await startThread(site, moderator, '4.3.1.1');
  const { items } = await queue(site, moderator);
  const [changed, taken] = items;
  if (changed === undefined || taken === undefined) throw new Error('no cases');
  await site.as(author, 'PUT', `/annotations/${changed.note.id}`, {
    body: 'Something else altogether',
    version: 1,
    seen: notes[0]?.seen,
  });
  await decideOn(site, other, taken, { action: 'approve' });
  const done = await together(site, moderator, {
    cases: items.map(seen),
    action: 'approve',
  });
  const { lines } = done.json<BatchView>();
  expect(Object.fromEntries(lines.map(({ case: id, refused }) => [id, refused]))).toEqual({
    [changed.id]: 'version-stale',
    [taken.id]: 'case-decided',
    [items[2]?.id ?? '']: null,
    [items[3]?.id ?? '']: 'not-allowed',
  });
  expect(lines.filter(({ told }) => told)).toHaveLength(1);
  expect((await queue(site, moderator)).items.map(({ note }) => note.state)).toEqual([
    'held',
    'held',
  ]);
});

const campaign = (name: string): string =>
  `I am ${name}, and I ask the office to withdraw this clause at once, because it takes from every citizen the right to be heard before anything is decided, and because nobody was asked.`;

test('near-identical notes of many people are shown once, listed in full and decided once', async () => {
  const { site, author, reader, moderator } = await heldSite();
  for (const name of ['Anna', 'Bela', 'Carla', 'Dora']) {
    const person = await site.addPerson({ name });
    await startThread(site, person, '4.1.1.1', { body: campaign(name) });
  }
  await startThread(site, author, '4.1.1.1', {
    body: 'The clause leaves open which means it has in view, and who is to choose among them.',
  });
  const { items, counts } = await queue(site, moderator);
  expect(counts.held).toBe(5);
  expect(items.map(({ group }) => group?.size ?? 1)).toEqual([4, 1]);
  const key = items[0]?.group?.key ?? '';
  const all = await site.as(moderator, 'GET', `/moderation/cases?group=${key}`);
  expect(all.json<{ items: CaseView[] }>().items).toHaveLength(4);
  const done = await together(site, moderator, { group: key, action: 'approve' });
  expect(done.json<BatchView>()).toMatchObject({ left: 0 });
  expect((await queue(site, moderator)).items).toHaveLength(1);
  const page = await site.as(reader, 'GET', '/works/ncss-2016/threads?at=4.1.1.1');
  expect(page.json<{ items: unknown[] }>().items).toHaveLength(4);
});

test('a copy in the other kind of hanzi belongs to its campaign', async () => {
  const { site, author, reader, moderator } = await heldSite();
  const simplified =
    '我请求主管部门立即撤回这一条，因为它让每一位公民在作出决定之前失去陈述意见的权利，而且从来没有人征求过我们的看法，这与法治国家应有的程序并不相称。';
  const traditional =
    '我請求主管部門立即撤回這一條，因為它讓每一位公民在作出決定之前失去陳述意見的權利，而且從來沒有人徵求過我們的看法，這與法治國家應有的程序並不相稱。';
  await startThread(site, author, '4.1.1.1', { body: simplified });
  await startThread(site, reader, '4.1.1.1', { body: traditional });
  const { items } = await queue(site, moderator);
  expect(items.map(({ group }) => group?.size)).toEqual([2]);
});

test('one of a group that is mended stands for itself', async () => {
  const { site, moderator } = await heldSite();
  const notes = [];
  for (const name of ['Anna', 'Bela', 'Carla']) {
    const person = await site.addPerson({ name });
    const root = rootOf(await startThread(site, person, '4.1.1.1', { body: campaign(name) }));
    notes.push({ person, root });
  }
  expect((await queue(site, moderator)).items.map(({ group }) => group?.size)).toEqual([3]);
  const [mended] = notes;
  if (mended === undefined) throw new Error('no note');
  await site.as(mended.person, 'PUT', `/annotations/${mended.root.id}`, {
    body: 'On second thoughts: the wording of this clause repeats that of the one above, which is odd.',
    version: 1,
    seen: mended.root.seen,
  });
  const { items } = await queue(site, moderator);
  expect(items.map(({ group }) => group?.size ?? 1).toSorted()).toEqual([1, 2]);
});

test('a batch passes by what somebody else looks at, and tells by whom it would be heard of', async () => {
  const { site, author, moderator } = await heldSite();
  const other = await site.addPerson({ name: 'Other', administrator: true });
  const quiet = await site.addPerson({ name: 'Quiet' });
  await site.owner.query(`update account set notice_mail = 'soon' where person_id = $1`, [
    author.id,
  ]);
  await startThread(site, author, '4.1.1.1', { body: 'The first of three that wait here.' });
  await startThread(site, quiet, '4.1.1.2', { body: 'Another, by somebody who wants no mail.' });
  await startThread(site, author, '4.2.1.1', { body: 'A third thing, which is looked at.' });
  const { items } = await queue(site, moderator);
  const [first, second, third] = items.map(({ id }) => id);
  await site.as(other, 'PUT', `/moderation/cases/${third ?? ''}/claim`);
  const tried = async (form: Record<string, unknown>) =>
    Object.fromEntries(
      (await together(site, moderator, { cases: items.map(seen), ...form }, '/preview'))
        .json<BatchView>()
        .lines.map((line) => [line.case, [line.refused, line.told, line.mailed]]),
    );
  expect(
    Object.values(await tried({ action: 'approve' })).flatMap(([, , mailed]) => mailed),
  ).toEqual([false, false, false]);
  // As where mail can be sent; nothing is, by a trial.
  Object.assign(site.app.outbox, { sends: true });
  const passedBy = { [third ?? '']: ['case-claimed', false, false] };
  expect(await tried({ action: 'approve' })).toEqual({
    [first ?? '']: [null, true, true],
    [second ?? '']: [null, true, false],
    ...passedBy,
  });
  expect(await tried({ action: 'refuse', ...why })).toEqual({
    [first ?? '']: [null, true, true],
    [second ?? '']: [null, true, true],
    ...passedBy,
  });
  expect(await tried({ action: 'refuse', reason: 'spam' })).toEqual({
    [first ?? '']: [null, true, false],
    [second ?? '']: [null, true, false],
    ...passedBy,
  });
});

test('a choice is read with the whole of a group; what was decided together is read as it stands', async () => {
  const { site, author, reader, moderator } = await heldSite();
  for (const name of ['Anna', 'Bela', 'Carla'])
    await startThread(site, await site.addPerson({ name }), '4.1.1.1', { body: campaign(name) });
  await startThread(site, author, '4.2.1.1', { body: 'This one stands for itself alone.' });
  const { items } = await queue(site, moderator);
  const group = items.find((each) => each.group !== null)?.group?.key ?? '';
  const single = items.find((each) => each.group === null);
  const asked = `/moderation/choice?case=${single?.id ?? ''}&group=${group}`;
  const choice = (await site.as(moderator, 'GET', asked)).json<ChoiceView>();
  expect(choice.items.map(({ note }) => note.author.name)).toEqual([
    'Author',
    'Anna',
    'Bela',
    'Carla',
  ]);
  expect(choice).toMatchObject({ left: 0, readers: { en: 4, 'zh-Hans': 0 } });
  expect(refusal(await site.as(reader, 'GET', asked))).toEqual([403, 'not-allowed']);
  const done = await together(site, moderator, {
    cases: choice.items.map(seen),
    action: 'refuse',
    ...why,
  });
  const id = done.json<BatchView>().id ?? '';
  const read = async () =>
    (await site.as(moderator, 'GET', `/moderation/batches/${id}`)).json<BatchRecord>();
  const { decisions } = (await site.as(moderator, 'GET', '/moderation/desk')).json<DeskView>();
  expect(decisions.map(({ batch }) => batch)).toEqual([{ id, size: 4 }]);
  const record = await read();
  expect(record).toMatchObject({ id, action: 'refuse', ...why, by: { name: 'Mo' } });
  expect(record.undoUntil).not.toBeNull();
  expect(record.lines.map(({ canUndo, undone }) => [canUndo, undone])).toEqual(
    Array.from({ length: 4 }, () => [true, false]),
  );
  // One is taken back by itself; the others by the batch.
  const [one] = (await site.as(moderator, 'GET', asked)).json<ChoiceView>().items;
  await site.as(moderator, 'POST', `/moderation/decisions/${one?.decision?.id ?? ''}/undo`);
  expect((await read()).lines.filter(({ undone }) => undone)).toHaveLength(1);
  await together(site, moderator, {}, `/${id}/undo`);
  const after = await read();
  expect(after.undoUntil).toBeNull();
  expect(after.lines.map(({ canUndo, undone }) => [canUndo, undone])).toEqual(
    Array.from({ length: 4 }, () => [false, true]),
  );
  expect(refusal(await site.as(reader, 'GET', `/moderation/batches/${id}`))).toEqual([
    403,
    'not-allowed',
  ]);
});

test('of what waits in a work that one does not moderate, a choice and a batch tell nothing', async () => {
  const { site, moderator } = await heldSite();
  const slug = await otherWork(site.owner);
  const elsewhere = await site.addPerson({ name: 'Elsewhere', moderates: slug });
  for (const name of ['Anna', 'Bela'])
    await startThread(site, await site.addPerson({ name }), '4.1.1.1', { body: campaign(name) });
  const [it] = (await queue(site, moderator)).items;
  if (it === undefined) throw new Error('no case');
  const asked = `/moderation/choice?case=${it.id}&group=${it.group?.key ?? ''}`;
  expect((await site.as(elsewhere, 'GET', asked)).json<ChoiceView>()).toEqual({
    items: [],
    left: 0,
    readers: { en: 0, 'zh-Hans': 0 },
  });
  const done = await together(site, moderator, { cases: [seen(it)], action: 'approve' });
  const id = done.json<BatchView>().id ?? '';
  const read = await site.as(elsewhere, 'GET', `/moderation/batches/${id}`);
  expect(refusal(read)).toEqual([404, 'not-found']);
  expect((await site.as(moderator, 'GET', `/moderation/batches/${id}`)).statusCode).toBe(200);
});

test('bad batches are refused with what to do', async () => {
  const { site, author, reader, moderator } = await heldSite();
  await startThread(site, author, '4.1.1.1');
  const { items } = await queue(site, moderator);
  const cases = items.map(seen);
  expect(refusal(await together(site, moderator, { action: 'approve' }))).toEqual([
    400,
    'request-malformed',
  ]);
  expect(refusal(await together(site, moderator, { cases, action: 'refuse' }))).toEqual([
    422,
    'reason-required',
  ]);
  expect(refusal(await together(site, reader, { cases, action: 'approve' }))).toEqual([
    403,
    'not-allowed',
  ]);
  const none = '01999999-0000-7000-8000-000000000000';
  expect((await together(site, moderator, { group: none, action: 'approve' })).statusCode).toBe(
    404,
  );
  expect((await together(site, moderator, {}, `/${none}/undo`)).statusCode).toBe(404);
});
