import type { AnnotationView, CaseView } from '@glossator/contract';
import { expect, test } from 'vitest';
import {
  decideOn,
  oneCase,
  openCases,
  ownApp,
  refusal,
  rootOf,
  startThread,
  type Person,
  type TestApp,
} from './support/index.ts';

const why = { reason: 'unclear', words: 'What do you mean by it?' };
const said = 'It names the clause and the word; what is unclear in it?';

async function world() {
  const site = await ownApp();
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const author = await site.addPerson({ name: 'Author' });
  const reader = await site.addPerson({ name: 'Reader' });
  const first = await site.addPerson({ name: 'First', moderates: 'ncss-2016' });
  const second = await site.addPerson({ name: 'Second', moderates: 'ncss-2016' });
  return { site, author, reader, first, second };
}

/** A note that was refused. */
async function refused(action: 'refuse' | 'return' = 'refuse') {
  const all = await world();
  const { site, author, first } = all;
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  const done = await decideOn(site, first, await oneCase(site, first), { action, ...why });
  expect(done.statusCode, done.body).toBe(200);
  return { ...all, note, decided: done.json<CaseView>() };
}

const read = async (site: TestApp, who: Person | null, id: string): Promise<AnnotationView> =>
  (await site.as(who, 'GET', `/annotations/${id}`)).json();

async function appeal(site: TestApp, who: Person | null, id: string, words = said) {
  const { rows } = await site.owner.query<{ id: string }>(
    `select id from decision where annotation_id = $1 and action not in ('keep', 'uphold')
     order by at desc limit 1`,
    [id],
  );
  return site.as(who, 'POST', `/annotations/${id}/appeal`, { decision: rows[0]?.id, words });
}

test('an author appeals and wins before somebody else than who refused', async () => {
  const { site, author, reader, first, second, note } = await refused();
  const told = await read(site, author, note.id);
  expect(told.review).toMatchObject({
    appealable: { decision: told.review?.decision?.id },
    appeal: null,
  });
  const made = await appeal(site, author, note.id);
  expect(made.statusCode, made.body).toBe(200);
  expect(made.json<AnnotationView>().review).toMatchObject({
    appealable: null,
    appeal: { state: 'open', words: said, overdue: false, alone: false },
  });
  expect((await site.as(reader, 'GET', `/annotations/${note.id}`)).statusCode).toBe(404);
  const mine = await oneCase(site, first, 'appeal');
  expect(mine.abilities.decide).toBe(false);
  expect(refusal(await decideOn(site, first, mine, { action: 'overturn' }))).toEqual([
    403,
    'not-allowed',
  ]);
  const it = await oneCase(site, second, 'appeal');
  expect(it).toMatchObject({
    priority: 30,
    causes: [{ phase: 'appealed' }],
    abilities: { decide: true },
    appeal: { words: said, overdue: false, against: { action: 'refuse', ...why } },
  });
  expect((await decideOn(site, second, it, { action: 'overturn' })).statusCode).toBe(200);
  expect(await read(site, null, note.id)).toMatchObject({ state: 'published', review: null });
  expect(await openCases(site, second)).toEqual([]);
});

test('upheld, it stays refused, the author is told why, and it is not appealed again', async () => {
  const { site, author, second, note } = await refused('return');
  await appeal(site, author, note.id);
  const it = await oneCase(site, second, 'appeal');
  expect(refusal(await decideOn(site, second, it, { action: 'uphold' }))).toEqual([
    422,
    'reason-required',
  ]);
  const answer = { action: 'uphold', reason: 'unclear', words: 'I cannot follow it either.' };
  expect((await decideOn(site, second, it, answer)).statusCode).toBe(200);
  expect(await read(site, author, note.id)).toMatchObject({
    state: 'returned',
    review: { appeal: { state: 'upheld' }, appealable: null, decision: answer },
  });
  expect(refusal(await appeal(site, author, note.id, 'Once more'))).toEqual([409, 'appeal-made']);
});

test('an appeal sent twice is one; another text is refused; others do not appeal', async () => {
  const { site, author, reader, second, first, note, decided } = await refused();
  expect(refusal(await appeal(site, null, note.id))).toEqual([401, 'sign-in-required']);
  for (const who of [reader, first])
    expect(refusal(await appeal(site, who, note.id))).toEqual([404, 'not-found']);
  const answers = await Promise.all([appeal(site, author, note.id), appeal(site, author, note.id)]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  await oneCase(site, second, 'appeal');
  expect(refusal(await appeal(site, author, note.id, 'Else'))).toEqual([409, 'appeal-made']);
  const url = `/annotations/${note.id}/appeal`;
  const form = { decision: decided.id, words: said };
  expect(refusal(await site.as(author, 'POST', url, form))).toEqual([409, 'state-changed']);
  for (const bad of [{ words: said }, { decision: 'x', words: said }, { ...form, more: 1 }])
    expect((await site.as(author, 'POST', url, bad)).statusCode).toBe(400);
  for (const words of ['   ', 'a\u0000b', 'x'.repeat(4_001)])
    expect(refusal(await appeal(site, author, note.id, words))).toEqual([400, 'text-malformed']);
});

test('after six months it is too late', async () => {
  const { site, author, note } = await refused();
  await site.owner.query("update decision set at = now() - interval '7 months'");
  expect((await read(site, author, note.id)).review).toMatchObject({ appealable: null });
  expect(refusal(await appeal(site, author, note.id))).toEqual([409, 'appeal-late']);
});

test('a hidden note is shown again on appeal', async () => {
  const { site, author, reader, first, second } = await world();
  await site.owner.query("update hold_rule set mode = 'publish'");
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  await site.as(reader, 'PUT', `/annotations/${note.id}/flag`, { reason: 'abusive' });
  await decideOn(site, first, await oneCase(site, first), { action: 'hide', ...why });
  // A reader sees that something was taken away, and appeals nothing.
  expect(refusal(await appeal(site, reader, note.id))).toEqual([403, 'not-allowed']);
  expect((await appeal(site, author, note.id)).statusCode).toBe(200);
  const it = await oneCase(site, second, 'appeal');
  const done = (await decideOn(site, second, it, { action: 'overturn' })).json<CaseView>();
  expect(await read(site, null, note.id)).toMatchObject({ state: 'published' });
  const url = `/moderation/decisions/${done.decision?.id ?? ''}/undo`;
  expect((await site.as(second, 'POST', url)).statusCode).toBe(200);
  expect(await read(site, author, note.id)).toMatchObject({
    state: 'hidden',
    review: { appeal: { state: 'open' } },
  });
});

test('a refused edit is published on appeal, and that cannot be taken back', async () => {
  const { site, author, first, second } = await world();
  await site.owner.query("update hold_rule set mode = 'publish'");
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body: 'Approved words' }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'Other words of the same note',
    version: 1,
    seen: note.seen,
  });
  await decideOn(site, first, await oneCase(site, first), { action: 'refuse', ...why });
  expect((await appeal(site, author, note.id)).statusCode).toBe(200);
  const it = await oneCase(site, second, 'appeal');
  expect(it.note).toMatchObject({ body: 'Other words of the same note', stands: {} });
  const done = (await decideOn(site, second, it, { action: 'overturn' })).json<CaseView>();
  expect(await read(site, null, note.id)).toMatchObject({
    version: 2,
    body: 'Other words of the same note',
  });
  expect(done.abilities.undo).toBe(false);
  const url = `/moderation/decisions/${done.decision?.id ?? ''}/undo`;
  expect(refusal(await site.as(second, 'POST', url))).toEqual([409, 'state-changed']);
});

test('what the appeal is about changes: it closes', async () => {
  const { site, author, first, second, note, decided } = await refused();
  await appeal(site, author, note.id);
  // Taken away, and brought back.
  await site.as(author, 'DELETE', `/annotations/${note.id}`);
  expect(await openCases(site, second)).toEqual([]);
  await site.as(author, 'POST', `/annotations/${note.id}/restore`);
  await oneCase(site, second, 'appeal');
  // The decision is taken back.
  const undone = await site.as(
    first,
    'POST',
    `/moderation/decisions/${decided.decision?.id ?? ''}/undo`,
  );
  expect(undone.statusCode, undone.body).toBe(200);
  expect((await openCases(site, second)).map(({ kind }) => kind)).toEqual(['held']);
  // Refused again, appealed, and sent in again with other words.
  await decideOn(site, first, await oneCase(site, first), { action: 'refuse', ...why });
  expect((await appeal(site, author, note.id)).statusCode).toBe(200);
  await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'The means are left open here.',
    version: 1,
    seen: note.seen,
  });
  expect((await openCases(site, second)).map(({ kind }) => kind)).toEqual(['held']);
  expect(await read(site, author, note.id)).toMatchObject({
    state: 'held',
    review: { appeal: { state: 'closed' }, appealable: null },
  });
});

test('where nobody else may decide the author is told so, and administrators are written to', async () => {
  const { site, author, first, second, note } = await refused();
  const head = await site.addPerson({ name: 'Head', administrator: true });
  await site.owner.query('delete from site_role where person_id = $1', [head.id]);
  await site.owner.query('delete from moderator where person_id = $1', [second.id]);
  await site.owner.query("insert into site_role (person_id, role) values ($1, 'administrator')", [
    first.id,
  ]);
  const made = (await appeal(site, author, note.id)).json<AnnotationView>();
  expect(made.review?.appeal).toMatchObject({ state: 'open', alone: true });
  const { rows } = await site.owner.query<{ recipient: string; body: string }>(
    "select recipient, body from mail where kind = 'appeal-alone'",
  );
  expect(rows.map(({ recipient }) => recipient)).toEqual([first.email]);
  expect(rows[0]?.body).not.toContain(said);
  await site.owner.query("insert into site_role (person_id, role) values ($1, 'administrator')", [
    head.id,
  ]);
  expect((await read(site, author, note.id)).review?.appeal).toMatchObject({ alone: false });
  await site.owner.query("update appeal set due_at = now() - interval '1 day'");
  expect((await read(site, author, note.id)).review?.appeal).toMatchObject({ overdue: true });
  const it = await oneCase(site, head, 'appeal');
  expect(it).toMatchObject({ appeal: { overdue: true }, abilities: { decide: true } });
});
