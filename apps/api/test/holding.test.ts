import type { AnnotationView, CaseView, ThreadPage, ThreadView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  decideOn,
  heldSite,
  oneCase,
  openCases,
  queue,
  refusal,
  replyForm,
  replyTo,
  rootOf,
  startThread,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

const threadsAt = async (site: TestApp, who: Person | null, at: string): Promise<ThreadView[]> => {
  const answer = await site.as(who, 'GET', `/works/ncss-2016/threads?at=${at}`);
  return answer.json<ThreadPage>().items;
};

const readNote = async (site: TestApp, who: Person | null, id: string) =>
  site.as(who, 'GET', `/annotations/${id}`);

const why = { reason: 'unclear', words: 'What do you mean by it?' };

test('a note that waits is its author’s alone, who is told why; approved, it is everybody’s', async () => {
  const { site, author, reader, moderator } = await heldSite();
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  expect(note).toMatchObject({
    state: 'held',
    review: {
      kind: 'held',
      causes: [{ phase: 'newcomer' }, { phase: 'hold-all' }],
      medianMinutes: null,
      answers: null,
    },
    abilities: { edit: true, delete: true, reply: false },
  });
  for (const who of [reader, moderator, null]) {
    expect((await readNote(site, who, note.id)).statusCode).toBe(404);
    expect(await threadsAt(site, who, '4.1.1.1')).toEqual([]);
  }
  const it = await oneCase(site, moderator);
  expect(it.note).toMatchObject({ id: note.id, address: '4.1.1.1', body: 'On 4.1.1.1' });
  expect(refusal(await site.as(reader, 'GET', '/moderation/cases'))).toEqual([403, 'not-allowed']);
  expect((await site.as(reader, 'GET', `/moderation/cases/${it.id}`)).statusCode).toBe(404);
  const done = await decideOn(site, moderator, it, { action: 'approve' });
  expect(done.json()).toMatchObject({ state: 'decided', note: { state: 'published' } });
  const seen = (await readNote(site, null, note.id)).json<AnnotationView>();
  expect(seen).toMatchObject({ state: 'published', review: null });
  expect(Date.parse(seen.created)).toBeGreaterThan(Date.parse(note.created));
  expect(await threadsAt(site, reader, '4.1.1.1')).toHaveLength(1);
  expect((await queue(site, moderator)).items).toEqual([]);
});

test('an answer that waits takes its place under the note it answers', async () => {
  const { site, author, reader, moderator } = await heldSite('publish');
  const root = rootOf(await startThread(site, reader, '4.1.1.2'));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const answer = await replyTo(site, author, root.id, 'An answer');
  expect(answer).toMatchObject({ state: 'held', review: { answers: root.id } });
  expect(await threadsAt(site, reader, '4.1.1.2')).toMatchObject([
    { annotations: [{ id: root.id }] },
  ]);
  expect(await threadsAt(site, author, '4.1.1.2')).toHaveLength(2);
  const it = await oneCase(site, moderator);
  expect(it.note.answers).toBe(root.id);
  expect((await decideOn(site, moderator, it, { action: 'approve' })).statusCode).toBe(200);
  expect(await threadsAt(site, reader, '4.1.1.2')).toMatchObject([
    { annotations: [{ id: root.id }, { id: answer.id, parent: root.id }] },
  ]);
  const { rows } = await site.owner.query(
    `select sum(notes)::integer as notes from tally y join layer l on l.id = y.layer_id
     where l.kind = 'public' and uid = (select uid from unit where path = '4.1.1.2')`,
  );
  expect(rows).toEqual([{ notes: 2 }]);
});

test('a note whose parent has gone cannot be approved, and waits on', async () => {
  const { site, author, reader, moderator } = await heldSite('publish');
  const root = rootOf(await startThread(site, reader, '4.1.1.2'));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  await replyTo(site, author, root.id, 'An answer');
  await site.as(reader, 'DELETE', `/annotations/${root.id}`);
  const it = await oneCase(site, moderator);
  expect(refusal(await decideOn(site, moderator, it, { action: 'approve' }))).toEqual([
    409,
    'parent-gone',
  ]);
  expect((await queue(site, moderator)).items).toHaveLength(1);
});

test('a refused author learns why, mends, and is published', async () => {
  const { site, author, reader, moderator } = await heldSite();
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body: 'Hm.' }));
  const first = await oneCase(site, moderator);
  expect(refusal(await decideOn(site, moderator, first, { action: 'refuse' }))).toEqual([
    422,
    'reason-required',
  ]);
  expect((await decideOn(site, moderator, first, { action: 'refuse', ...why })).statusCode).toBe(
    200,
  );
  const told = (await readNote(site, author, note.id)).json<AnnotationView>();
  expect(told).toMatchObject({
    state: 'refused',
    body: 'Hm.',
    review: { decision: { action: 'refuse', ...why } },
  });
  const edited = await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'The means are left open here.',
    version: 1,
    seen: note.seen,
  });
  expect(edited.json()).toMatchObject({ state: 'held', version: 2 });
  const again = await oneCase(site, moderator);
  expect(again.causes[0]).toEqual({ phase: 'resubmitted' });
  await decideOn(site, moderator, again, { action: 'approve' });
  const [thread] = await threadsAt(site, reader, '4.1.1.1');
  expect(thread?.annotations[0]?.body).toBe('The means are left open here.');
});

test('an edit that waits leaves what was approved for readers to read', async () => {
  const { site, author, reader, moderator } = await heldSite('publish');
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body: 'Approved words' }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const spam = 'Buy https://spam.example and https://more.example';
  const put = await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: spam,
    version: 1,
    seen: note.seen,
  });
  expect(put.json()).toMatchObject({
    version: 1,
    body: 'Approved words',
    review: {
      proposal: { number: 1, state: 'held', body: spam },
    },
  });
  const read = await readNote(site, reader, note.id);
  expect(read.body).not.toContain('spam.example');
  expect(read.json()).toMatchObject({ version: 1, edited: false, review: null });
  const it = await oneCase(site, moderator);
  expect(it.note.stands?.body).toBe('Approved words');
  await decideOn(site, moderator, it, { action: 'refuse', reason: 'spam' });
  expect((await readNote(site, reader, note.id)).body).not.toContain('spam.example');
  // Mended, and approved.
  const mended = await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'Other words, quite another sentence about the clause at hand',
    version: 1,
    proposal: 1,
    seen: note.seen,
  });
  expect(mended.json()).toMatchObject({ review: { proposal: { number: 2, state: 'held' } } });
  const again = await oneCase(site, moderator);
  expect((await decideOn(site, moderator, again, { action: 'approve' })).statusCode).toBe(200);
  expect((await readNote(site, reader, note.id)).json()).toMatchObject({ version: 2 });
});

test('one who loses a race is told what the other decided, also where it is the same; sent twice, it changes nothing', async () => {
  const { site, author, moderator } = await heldSite();
  await startThread(site, author, '4.1.1.1');
  const other = await site.addPerson({ name: 'Other', administrator: true });
  const it = await oneCase(site, moderator);
  expect((await decideOn(site, moderator, it, { action: 'return', ...why })).statusCode).toBe(200);
  const late = await decideOn(site, other, it, { action: 'approve' });
  expect(refusal(late)).toEqual([409, 'case-decided']);
  expect(late.json()).toMatchObject({
    current: { decision: { action: 'return', by: { name: 'Mo' } } },
  });
  const alike = await decideOn(site, other, it, { action: 'return', ...why });
  expect(refusal(alike)).toEqual([409, 'case-decided']);
  expect((await decideOn(site, moderator, it, { action: 'return', ...why })).statusCode).toBe(200);
  const { rows } = await site.owner.query('select count(*)::integer as n from decision');
  expect(rows).toEqual([{ n: 1 }]);
});

test('a decision on words that were changed meanwhile is refused', async () => {
  const { site, author, moderator } = await heldSite();
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  const it = await oneCase(site, moderator);
  await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'Otherwise',
    version: 1,
    seen: note.seen,
  });
  const late = await decideOn(site, moderator, it, { action: 'approve' });
  expect(refusal(late)).toEqual([409, 'version-stale']);
  expect(late.json()).toMatchObject({ current: { note: { body: 'Otherwise', revision: 2 } } });
});

test('nobody decides on their own note, and who is no moderator any more decides nothing', async () => {
  const { site, author, moderator } = await heldSite('publish');
  await site.owner.query('insert into always_held (person_id, given_by) values ($1, $2)', [
    moderator.id,
    author.id,
  ]);
  await startThread(site, moderator, '4.1.1.1');
  const it = await oneCase(site, moderator);
  expect(it.abilities.decide).toBe(false);
  expect(refusal(await decideOn(site, moderator, it, { action: 'approve' }))).toEqual([
    403,
    'not-allowed',
  ]);
  const other = await site.addPerson({ name: 'Other', administrator: true });
  await site.owner.query('delete from site_role where person_id = $1', [other.id]);
  expect((await decideOn(site, other, it, { action: 'approve' })).statusCode).toBe(404);
});

test('a decision is taken back while nobody has been told of it', async () => {
  const { site, author, reader, moderator } = await heldSite();
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  const it = await oneCase(site, moderator);
  const done = (await decideOn(site, moderator, it, { action: 'approve' })).json<CaseView>();
  expect(done.abilities.undo).toBe(true);
  const back = await site.as(
    moderator,
    'POST',
    `/moderation/decisions/${done.decision?.id ?? ''}/undo`,
  );
  expect(back.json()).toMatchObject({ state: 'open', note: { state: 'held' } });
  expect((await readNote(site, reader, note.id)).statusCode).toBe(404);
  expect((await readNote(site, author, note.id)).json()).toMatchObject({ state: 'held' });
  const again = await oneCase(site, moderator);
  const kept = (await decideOn(site, moderator, again, { action: 'approve' })).json<CaseView>();
  await site.owner.query("update decision set due_at = now() - interval '1 second'");
  const late = await site.as(
    moderator,
    'POST',
    `/moderation/decisions/${kept.decision?.id ?? ''}/undo`,
  );
  expect(refusal(late)).toEqual([409, 'undo-too-late']);
});

test('what is answered already cannot wait again; an answer goes back to where it waited', async () => {
  const { site, author, reader, moderator } = await heldSite('publish');
  const root = rootOf(await startThread(site, reader, '4.1.1.2'));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const answer = await replyTo(site, author, root.id, 'An answer');
  const it = await oneCase(site, moderator);
  const done = (await decideOn(site, moderator, it, { action: 'approve' })).json<CaseView>();
  const url = `/moderation/decisions/${done.decision?.id ?? ''}/undo`;
  expect((await site.as(moderator, 'POST', url)).statusCode).toBe(200);
  expect(await threadsAt(site, reader, '4.1.1.2')).toMatchObject([
    { annotations: [{ id: root.id }] },
  ]);
  expect((await readNote(site, author, answer.id)).json()).toMatchObject({
    state: 'held',
    review: { answers: root.id },
  });
  const again = await oneCase(site, moderator);
  const kept = (await decideOn(site, moderator, again, { action: 'approve' })).json<CaseView>();
  await site.owner.query("update hold_rule set mode = 'publish'");
  await replyTo(site, reader, answer.id, 'And again');
  const late = await site.as(
    moderator,
    'POST',
    `/moderation/decisions/${kept.decision?.id ?? ''}/undo`,
  );
  expect(refusal(late)).toEqual([409, 'note-answered']);
});

test.each(['return', 'refuse'] as const)(
  'an edit that was handed back (%s) waits again when that is taken back',
  async (action) => {
    const { site, author, moderator } = await heldSite('publish');
    const note = rootOf(await startThread(site, author, '4.1.1.1', { body: 'What stands' }));
    await site.owner.query("update hold_rule set mode = 'hold-all'");
    const send = (body: string, version = 1) =>
      site.as(author, 'PUT', `/annotations/${note.id}`, { body, version, seen: note.seen });
    await send('What it is to say');
    const it = await oneCase(site, moderator, 'edit');
    const undo = async () => {
      const done = await decideOn(site, moderator, await oneCase(site, moderator, 'edit'), {
        action,
        ...why,
      });
      expect(done.json()).toMatchObject({ abilities: { undo: true } });
      const { decision } = done.json<CaseView>();
      return () => site.as(moderator, 'POST', `/moderation/decisions/${decision?.id ?? ''}/undo`);
    };
    expect((await (await undo())()).statusCode).toBe(200);
    expect(await oneCase(site, moderator, 'edit')).toMatchObject({
      id: it.id,
      note: { body: 'What it is to say', stands: { body: 'What stands' } },
    });
    // Its author has taken it away meanwhile: there is nothing to put back.
    const late = await undo();
    expect((await site.as(author, 'DELETE', `/annotations/${note.id}/proposal`)).statusCode).toBe(
      200,
    );
    expect(refusal(await late())).toEqual([409, 'state-changed']);
    expect(await openCases(site, moderator)).toEqual([]);
  },
);

test('a claim is seen by others, and runs out', async () => {
  const { site, author, moderator } = await heldSite();
  await startThread(site, author, '4.1.1.1');
  const other = await site.addPerson({ name: 'Other', administrator: true });
  const it = await oneCase(site, moderator);
  expect(
    (await site.as(moderator, 'PUT', `/moderation/cases/${it.id}/claim`)).json(),
  ).toMatchObject({
    claim: { by: { name: 'Mo' }, mine: true },
  });
  expect((await oneCase(site, other)).claim).toMatchObject({ mine: false });
  const second = await site.as(other, 'PUT', `/moderation/cases/${it.id}/claim`);
  expect(refusal(second)).toEqual([409, 'case-claimed']);
  await site.owner.query("update moderation_case set claimed_until = now() - interval '1 second'");
  expect((await oneCase(site, other)).claim).toBeNull();
  expect((await site.as(other, 'PUT', `/moderation/cases/${it.id}/claim`)).statusCode).toBe(200);
});

test('who takes a note back that waits leaves nothing to decide; brought back, it waits', async () => {
  const { site, author, moderator } = await heldSite();
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  await site.as(author, 'DELETE', `/annotations/${note.id}`);
  expect((await queue(site, moderator)).items).toEqual([]);
  const back = await site.as(author, 'POST', `/annotations/${note.id}/restore`);
  expect(back.json()).toMatchObject({ state: 'held' });
  expect((await queue(site, moderator)).items).toHaveLength(1);
});

test('a held note whose causes are gone is public without a moderator', async () => {
  const { site, author, moderator } = await heldSite('publish');
  const links = Array.from({ length: 12 }, (_, n) => `https://a${String(n)}.example`).join(' ');
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body: `See ${links}` }));
  expect(note).toMatchObject({ state: 'held', review: { causes: [{ phase: 'links' }] } });
  const edited = await site.as(author, 'PUT', `/annotations/${note.id}`, {
    body: 'See',
    version: 1,
    seen: note.seen,
  });
  expect(edited.json()).toMatchObject({ state: 'published', review: null });
  expect((await queue(site, moderator)).items).toEqual([]);
});

test('newcomers wait until enough of their notes stand', async () => {
  const { site, author, moderator } = await heldSite('hold-newcomers');
  for (let n = 0; n < 3; n += 1) {
    const root = rootOf(await startThread(site, author, '4.1.1.1', { body: `Note ${String(n)}` }));
    expect(root).toMatchObject({
      state: 'held',
      review: { causes: [{ phase: 'newcomer', approved: n }] },
    });
    await decideOn(site, moderator, await oneCase(site, moderator), { action: 'approve' });
  }
  expect(rootOf(await startThread(site, author, '4.1.1.2')).state).toBe('published');
});

test('the same form sent twice makes one note that waits', async () => {
  const { site, author, moderator } = await heldSite();
  const form = threadForm('4.1.1.1');
  const [one, two] = await Promise.all([
    site.as(author, 'POST', '/threads', form),
    site.as(author, 'POST', '/threads', form),
  ]);
  expect([one.statusCode, two.statusCode].toSorted()).toEqual([200, 201]);
  expect(one.json<ThreadView>().id).toBe(two.json<ThreadView>().id);
  expect((await queue(site, moderator)).items).toHaveLength(1);
});

test('the same answer sent twice is one answer that waits', async () => {
  const { site: other, author: writer, reader, moderator } = await heldSite('publish');
  const root = rootOf(await startThread(other, reader, '4.1.1.2'));
  await other.owner.query("update hold_rule set mode = 'hold-all'");
  const answer = replyForm('Twice');
  const url = `/annotations/${root.id}/replies`;
  await other.as(writer, 'POST', url, answer);
  expect((await other.as(writer, 'POST', url, answer)).statusCode).toBe(200);
  expect((await queue(other, moderator)).items).toHaveLength(1);
});

test('a note moved or copied from the notebook to the public waits like any other', async () => {
  const { site, author, reader, moderator } = await heldSite();
  const mine = await startThread(site, author, '4.1.1.1', { layer: 'notebook' });
  const copied = await site.as(author, 'POST', `/annotations/${rootOf(mine).id}/copies`, {
    layer: 'public',
    key: randomUUID(),
  });
  expect(copied.json()).toMatchObject({ layer: 'waiting', annotations: [{ state: 'held' }] });
  const moved = await site.as(author, 'POST', `/threads/${mine.id}/move`, { layer: 'public' });
  expect(moved.json()).toMatchObject({ layer: 'waiting', annotations: [{ state: 'held' }] });
  expect(await threadsAt(site, reader, '4.1.1.1')).toEqual([]);
  const { items } = await queue(site, moderator);
  expect(items).toHaveLength(2);
  for (const it of items) await decideOn(site, moderator, it, { action: 'approve' });
  expect(await threadsAt(site, reader, '4.1.1.1')).toHaveLength(2);
});
