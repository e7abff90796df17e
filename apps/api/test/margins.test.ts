import { randomUUID } from 'node:crypto';
import type { CommentaryReview, MarginThreadView, PartView } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  joinCommentary,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';
import {
  beginMargin,
  marginForm,
  reviewRound,
  type Method,
  type ReviewRound,
} from './support/review-round.ts';

let site: TestApp;
let rex: Person;
let rita: Person;
let it: ReviewRound;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  rex = await site.addPerson({ name: 'Rex Reviewer' });
  rita = await site.addPerson({ name: 'Rita Reviewer' });
  it = await reviewRound(site);
});

async function begun(names: 'open' | 'closed' = 'closed', ...people: readonly Person[]) {
  await it.submit();
  await it.open(names);
  for (const each of people) await it.invite(each);
}
const threads = async (who: Person, n = 1): Promise<MarginThreadView[]> =>
  (await it.proof(who, n)).items.flatMap((part) => part.threads);
const saidTo = async (who: Person, n = 1): Promise<string[]> =>
  (await threads(who, n)).flatMap(({ notes }) => notes.map(({ html }) => html));
const one = async (answer: ReturnType<ReviewRound['ask']>): Promise<MarginThreadView> => {
  const { statusCode, body } = await answer;
  expect(statusCode, body).toBe(200);
  return JSON.parse(body) as MarginThreadView;
};
const answerIn = (who: Person, thread: string, body: string, key: string = randomUUID()) =>
  it.ask(who, 'POST', `/margin/${thread}/answers`, { body, key });
const settle = (who: Person, thread: string, settled: boolean) =>
  it.ask(who, 'PUT', `/margin/${thread}/settlement`, { settled });
const firstOf = ({ notes }: MarginThreadView) => {
  const [note] = notes;
  if (note === undefined) throw new Error('a thread without notes');
  return note;
};
const change = (who: Person, note: string, more: Record<string, unknown> = {}) =>
  it.ask(who, 'PUT', `/margin-notes/${note}`, { body: 'Changed.', version: 1, ...more });
const remove = (who: Person, note: string, removed: boolean) =>
  it.ask(who, 'PUT', `/margin-notes/${note}/removal`, { removed });
const count = async (who: Person) =>
  (await it.ask(who, 'GET', '/review')).json<CommentaryReview>().rounds.map(({ notes }) => notes);

describe('writing in the margin', () => {
  test('on a part as a whole, or on words of it, which are anchored to what was handed in', async () => {
    await begun('closed', rex);
    const whole = await beginMargin(it, rex, { body: 'See **all** of it, and [[4.3.1.2]].' });
    expect(whole).toMatchObject({ words: null, round: 1, revision: 1, reviewer: 1, settled: null });
    expect(firstOf(whole).html).toContain('<strong>all</strong>');
    expect(firstOf(whole).html).toContain('href="/t/ncss-2016/4.3.1.2"');
    const some = await beginMargin(it, rex, { words: '  stands   at ' });
    expect(some.words).toEqual({
      ...{ start: 5, end: 14, exact: 'stands at' },
      ...{ prefix: 'What ', suffix: ' 4.3.1.2.' },
    });
    // The whole part first, then the words in their order.
    expect((await threads(rex)).map(({ words }) => words?.exact ?? '')).toEqual(['', 'stands at']);
    expect(await count(rex)).toEqual([{ all: 2, open: 2 }]);
  });

  test('words that stand twice are told apart by what is around them, else refused', async () => {
    const [part] = (await it.ask(it.ada, 'GET', '/proof')).json<{ items: { id: string }[] }>()
      .items;
    const view = (await it.ask(it.ada, 'GET', `/parts/${part?.id ?? ''}`)).json<PartView>();
    const { label, title, version } = view;
    const body = 'The *law* of the sea.\n\nThe **law** of nations 网络主权，网络安全。';
    await it.ok(it.ask(it.ada, 'PUT', `/parts/${view.id}`, { label, title, body, version }));
    await begun('closed', rex);
    const form = (more: Record<string, unknown>) =>
      it.ask(rex, 'POST', '/rounds/1/threads', marginForm(view.id, more));
    expect(refusal(await form({ words: 'law' }))).toEqual([422, 'words-ambiguous']);
    expect(refusal(await form({ words: 'lawless' }))).toEqual([422, 'words-absent']);
    // As the page shows it: marks of Markdown are no words.
    expect(refusal(await form({ words: '**law**' }))).toEqual([422, 'words-absent']);
    const sent = { words: 'law', prefix: 'The ', suffix: ' of nations' };
    expect((await one(form(sent))).words).toMatchObject({ start: 24, end: 27, exact: 'law' });
    expect((await one(form({ words: '安全' }))).words).toMatchObject({
      prefix: ' sea. The law of nations 网络主权，网络',
      suffix: '。',
    });
    const across = await one(form({ words: 'sea.\n\nThe law' }));
    expect(across.words).toMatchObject({ exact: 'sea. The law' });
  });

  test('by reviewers who have come and by editors, while the round is open', async () => {
    await it.submit();
    await it.open('open');
    const form = marginForm((await it.partOf()).id);
    const write = (who: Person | null, n = 1, more: Record<string, unknown> = {}) =>
      it.ask(who, 'POST', `/rounds/${String(n)}/threads`, { ...form, ...more });
    await it.ok(it.ask(it.eve, 'POST', '/rounds/1/reviewers', { who: rex.handle, dueOn: null }));
    expect(refusal(await write(rex))).toEqual([403, 'not-allowed']);
    await it.ok(it.ask(rex, 'PUT', '/rounds/1/answer', { accepts: true }));
    expect((await write(rex)).statusCode).toBe(200);
    expect((await write(it.eve)).statusCode).toBe(200);
    expect(refusal(await write(it.ada))).toEqual([403, 'not-allowed']);
    expect(refusal(await write(rita))).toEqual([404, 'not-found']);
    expect(refusal(await write(rex, 2))).toEqual([404, 'not-found']);
    expect(refusal(await write(rex, 1, { part: randomUUID(), key: randomUUID() }))).toEqual([
      404,
      'not-found',
    ]);
    await it.decide();
    expect(refusal(await write(rex, 1, { key: randomUUID() }))).toEqual([409, 'round-closed']);
    expect(refusal(await write(it.eve, 1, { key: randomUUID() }))).toEqual([409, 'round-closed']);
  });

  test('sent twice it is written once; the key of others’ words is refused', async () => {
    await begun('closed', rex);
    const key = randomUUID();
    const first = await beginMargin(it, rex, { key });
    expect((await beginMargin(it, rex, { key })).id).toBe(first.id);
    const form = marginForm((await it.partOf()).id, { key, body: 'Something else.' });
    expect(refusal(await it.ask(rex, 'POST', '/rounds/1/threads', form))).toEqual([
      409,
      'key-reused',
    ]);
    const answerKey = randomUUID();
    await one(answerIn(rex, first.id, 'More.', answerKey));
    expect((await one(answerIn(rex, first.id, 'More.', answerKey))).notes).toHaveLength(2);
  });

  test('what cannot be kept is refused, and nothing is written', async () => {
    await begun('closed', rex);
    const { id: part } = await it.partOf();
    const write = (more: Record<string, unknown>) =>
      it.ask(rex, 'POST', '/rounds/1/threads', marginForm(part, more));
    for (const body of ['', '  \n ', 'a\u0000b', 'x'.repeat(5_001), '\ud800'])
      expect(refusal(await write({ body }))).toEqual([400, 'text-malformed']);
    for (const more of [{ audience: 'everybody' }, { part: 'x' }, { key: 'x' }, { who: 'x' }])
      expect(refusal(await write(more))).toEqual([400, 'request-malformed']);
    for (const words of ['a\u0000b', '\ud800', 'x'.repeat(5_001)])
      expect(refusal(await write({ words }))[0]).toBe(422);
    const hostile = await one(write({ body: '<script>alert(1)</script> <b onclick=x>y</b>' }));
    expect(firstOf(hostile).html).not.toMatch(/<script|onclick|<b/);
    const { id } = hostile;
    expect(refusal(await answerIn(rex, id, 'x'.repeat(5_001)))).toEqual([400, 'text-malformed']);
    const big = { body: 'y', version: 3_000_000_000 };
    expect(refusal(await change(rex, firstOf(hostile).id, big))[0]).toBe(400);
    expect(await threads(rex)).toHaveLength(1);
  });

  test('is changed, taken away and brought back by whoever wrote it, until somebody is told', async () => {
    await begun('closed', rex);
    const thread = await beginMargin(it, rex);
    const note = firstOf(thread);
    expect(note.abilities).toEqual({ change: true, remove: true, restore: false });
    const changed = await one(change(rex, note.id, { audience: 'editors' }));
    expect(changed).toMatchObject({
      audience: 'editors',
      notes: [{ version: 2, body: 'Changed.' }],
    });
    expect(refusal(await change(rex, note.id))).toEqual([409, 'version-stale']);
    expect(refusal(await change(it.eve, note.id))).toEqual([403, 'not-allowed']);
    await one(remove(rex, note.id, true));
    expect(await threads(it.eve)).toEqual([]);
    expect(await count(it.eve)).toEqual([{ all: 0, open: 0 }]);
    expect(await threads(rex)).toMatchObject([{ notes: [{ abilities: { restore: true } }] }]);
    await one(remove(rex, note.id, false));
    expect(await threads(it.eve)).toHaveLength(1);
    // An editor has answered to editors alone: it is not for the reviewer to tell authors.
    await one(answerIn(it.eve, thread.id, 'Between us.'));
    expect(refusal(await change(rex, note.id, { version: 2, audience: 'authors' }))).toEqual([
      409,
      'audience-wider',
    ]);
    await one(remove(rex, note.id, true));
    const [left] = await threads(it.eve);
    expect(left?.notes.map(({ html, removed }) => [html, removed === null])).toEqual([
      ['', false],
      ['<p>Between us.</p>', true],
    ]);
    await it.decide();
    expect(refusal(await remove(rex, note.id, false))).toEqual([409, 'round-closed']);
  });
});

describe('who reads it', () => {
  test('reviewers their own; others’ once they have said what they advise, never those for editors', async () => {
    await begun('open', rex, rita);
    await beginMargin(it, rex, { body: 'Rex to all.' });
    await beginMargin(it, rex, { body: 'Rex to editors.', audience: 'editors' });
    await beginMargin(it, it.eve, { body: 'Eve to all.' });
    expect(await saidTo(rita)).toEqual([]);
    expect(await count(rita)).toEqual([{ all: 0, open: 0 }]);
    await it.recommend(rita);
    expect(await saidTo(rita)).toEqual(['<p>Rex to all.</p>', '<p>Eve to all.</p>']);
    const seen = await threads(rita);
    // Reviewers are told of nobody, whatever the authors are told.
    expect(JSON.stringify(seen)).not.toMatch(new RegExp([rex.id, rex.name, it.eve.name].join('|')));
    expect(seen.map(({ reviewer, abilities }) => [reviewer, abilities.answer])).toEqual([
      [1, false],
      [null, false],
    ]);
    expect(refusal(await answerIn(rita, seen[0]?.id ?? '', 'I agree.'))).toEqual([
      403,
      'not-allowed',
    ]);
    expect(await saidTo(it.eve)).toHaveLength(3);
    expect((await threads(it.eve))[0]?.notes[0]?.person?.name).toBe(rex.name);
  });

  test.each(['open', 'closed'] as const)(
    'authors what is for them, once an editor has decided; names are %s',
    async (names) => {
      await begun(names, rex);
      const told = await beginMargin(it, rex, { body: 'To the authors.' });
      const kept = await beginMargin(it, rex, { body: 'To the editors.', audience: 'editors' });
      await one(answerIn(it.eve, told.id, 'I think so too.'));
      expect(await saidTo(it.ada)).toEqual([]);
      expect(refusal(await answerIn(it.ada, told.id, 'How?'))).toEqual([404, 'not-found']);
      expect(refusal(await settle(it.ada, told.id, true))).toEqual([404, 'not-found']);
      await it.decide();
      expect(await saidTo(it.ada)).toEqual(['<p>To the authors.</p>', '<p>I think so too.</p>']);
      expect(refusal(await answerIn(it.ada, kept.id, 'How?'))).toEqual([404, 'not-found']);
      const [thread] = await threads(it.ada);
      expect(thread).toMatchObject({
        reviewer: 1,
        notes: [
          { as: 'reviewer', person: names === 'open' ? { name: rex.name } : null },
          { as: 'editor', person: { name: it.eve.name } },
        ],
      });
      const all = JSON.stringify(await it.proof(it.ada));
      for (const trace of [rex.id, rex.handle, rex.name])
        expect(all.includes(trace), trace).toBe(names === 'open');
      expect(refusal(await change(rex, told.notes[0]?.id ?? ''))).toEqual([409, 'state-changed']);
    },
  );

  test('what authors were told stays told when the decision is taken back; what comes after waits', async () => {
    await begun('closed', rex);
    const thread = await beginMargin(it, rex, { body: 'Told.' });
    await it.decide('decline');
    await it.undo();
    await beginMargin(it, rex, { body: 'Written since.' });
    await one(answerIn(rex, thread.id, 'And this since.'));
    expect(await saidTo(it.ada)).toEqual(['<p>Told.</p>']);
    expect(refusal(await change(rex, firstOf(thread).id))).toEqual([409, 'state-changed']);
    await it.decide('accept');
    expect((await saidTo(it.ada)).sort()).toEqual([
      '<p>And this since.</p>',
      '<p>Told.</p>',
      '<p>Written since.</p>',
    ]);
  });

  test('taking a submission back, or opening a round, tells authors of nothing', async () => {
    await begun('closed', rex);
    const thread = await beginMargin(it, rex, { body: 'Never decided on.' });
    const { seen } = (await it.ask(it.ada, 'GET', '/review')).json<CommentaryReview>();
    await it.ok(it.ask(it.ada, 'POST', '/steps', { kind: 'recall', seen }));
    expect(await saidTo(it.ada)).toEqual([]);
    await it.submit();
    await it.open('closed');
    await it.invite(rita, 2);
    await beginMargin(it, rita, {}, 2);
    await it.decide();
    expect(await saidTo(it.ada, 1)).toEqual([]);
    expect(await saidTo(it.ada, 2)).toEqual(['<p>Say where it comes from.</p>']);
    expect(refusal(await answerIn(it.ada, thread.id, 'What?'))).toEqual([404, 'not-found']);
  });

  test('an editor who has written in it reads as its authors do, and writes nothing', async () => {
    await joinCommentary(site, it.ada, it.id, rita);
    await it.ok(it.ask(it.ada, 'GET', ''));
    const [part] = (await it.ask(rita, 'GET', '/proof')).json<{ items: { id: string }[] }>().items;
    const view = (await it.ask(rita, 'GET', `/parts/${part?.id ?? ''}`)).json<PartView>();
    await it.ok(
      it.ask(rita, 'PUT', `/parts/${view.id}`, {
        ...{ label: '', title: 'Mine', body: 'By Rita.', version: view.version },
      }),
    );
    await it.ask(rita, 'DELETE', `/authors/${rita.id}`);
    await site.owner.query("insert into site_role (person_id, role) values ($1, 'editor')", [
      rita.id,
    ]);
    await begun('closed', rex);
    const thread = await beginMargin(it, rex);
    expect(await saidTo(rita)).toEqual([]);
    const form = marginForm((await it.partOf()).id);
    expect(refusal(await it.ask(rita, 'POST', '/rounds/1/threads', form))).toEqual([
      403,
      'not-allowed',
    ]);
    await it.decide();
    const [read] = await threads(rita);
    expect(read).toMatchObject({ abilities: { answer: false, settle: false, reopen: false } });
    expect(firstOf(read ?? thread).person).toBeNull();
    expect(refusal(await answerIn(rita, thread.id, 'So?'))).toEqual([403, 'not-allowed']);
  });

  test('nobody who was asked no more, or has stopped', async () => {
    await begun('closed', rex);
    const thread = await beginMargin(it, rex);
    await it.ok(it.ask(rex, 'PUT', '/rounds/1/answer', { accepts: false }));
    const tries: readonly [Method, string, Record<string, unknown>?][] = [
      ['GET', '/rounds/1/proof'],
      ['POST', `/margin/${thread.id}/answers`, { body: 'x', key: randomUUID() }],
      ['PUT', `/margin/${thread.id}/settlement`, { settled: false }],
      ['PUT', `/margin-notes/${firstOf(thread).id}`, { body: 'x', version: 1 }],
      ['PUT', `/margin-notes/${firstOf(thread).id}/removal`, { removed: true }],
    ];
    for (const [method, path, body] of tries)
      expect(refusal(await it.ask(rex, method, path, body))).toEqual([404, 'not-found']);
  });

  test('a thread of one commentary is none of another', async () => {
    await begun('closed', rex);
    const thread = await beginMargin(it, rex);
    const other = await reviewRound(site);
    await other.submit();
    await other.open('closed');
    await other.invite(rex);
    const answer = { body: 'x', key: randomUUID() };
    for (const [path, body] of [
      [`/margin/${thread.id}/settlement`, { settled: true }],
      [`/margin-notes/${firstOf(thread).id}`, { body: 'x', version: 1 }],
    ] as const)
      expect(refusal(await other.ask(rex, 'PUT', path, body))).toEqual([404, 'not-found']);
    expect(refusal(await other.ask(rex, 'POST', `/margin/${thread.id}/answers`, answer))).toEqual([
      404,
      'not-found',
    ]);
    const foreign = marginForm((await other.partOf()).id);
    expect(refusal(await it.ask(rex, 'POST', '/rounds/1/threads', foreign))).toEqual([
      404,
      'not-found',
    ]);
  });
});

describe('from one round to the next', () => {
  async function rewrite(body: string): Promise<void> {
    const { id: part } = await it.partOf();
    const view = (await it.ask(it.ada, 'GET', `/parts/${part}`)).json<PartView>();
    const { title, label, version } = view;
    await it.ok(it.ask(it.ada, 'PUT', `/parts/${part}`, { title, label, body, version }));
  }

  test('authors answer and deal with it; the reviewer sees the answers, and what became of the part', async () => {
    await begun('closed', rex);
    const thread = await beginMargin(it, rex, { words: 'stands at' });
    await it.decide();
    await one(answerIn(it.ada, thread.id, 'It is named now.'));
    const settled = await one(settle(it.ada, thread.id, true));
    expect(settled).toMatchObject({ abilities: { answer: true, settle: false, reopen: true } });
    expect(await count(it.ada)).toEqual([{ all: 1, open: 0 }]);
    // No round is open: reviewers and editors wait.
    expect(refusal(await answerIn(rex, thread.id, 'Good.'))).toEqual([409, 'round-closed']);
    expect(refusal(await settle(it.eve, thread.id, false))).toEqual([409, 'round-closed']);
    await rewrite('What is said at 4.3.1.2, and why.');
    await it.submit();
    await it.open('closed');
    await it.invite(rita, 2);
    await it.invite(rex, 2);
    const [part] = (await it.proof(rex, 2)).items;
    expect(part).toMatchObject({
      revision: 2,
      before: { round: 1, body: 'What stands at 4.3.1.2.' },
      threads: [
        {
          ...{ id: thread.id, round: 1, revision: 1 },
          notes: [{ isOwn: true }, { as: 'author', person: null, html: '<p>It is named now.</p>' }],
        },
      ],
    });
    expect(part?.threads[0]?.settled).not.toBeNull();
    // Whoever comes in the second round was not in the first.
    expect((await it.proof(rita, 2)).items).toMatchObject([{ before: null, threads: [] }]);
    await one(answerIn(rex, thread.id, 'Not quite.'));
    await one(settle(rex, thread.id, false));
    expect(await saidTo(it.ada)).toEqual([
      '<p>Say where it comes from.</p>',
      '<p>It is named now.</p>',
    ]);
    await it.decide();
    expect((await saidTo(it.ada, 2)).at(-1)).toBe('<p>Not quite.</p>');
    expect((await threads(it.ada, 2))[0]?.reviewer).toBe(1);
    expect(await count(it.ada)).toEqual([
      { all: 0, open: 0 },
      { all: 1, open: 1 },
    ]);
  });

  test('of whoever goes, what they wrote stays in the thread, by nobody', async () => {
    await begun('open', rex);
    await beginMargin(it, rex);
    const answer = await site.as(rex, 'GET', '/account/export');
    expect(answer.json()).toMatchObject({
      review_notes: [{ body: 'Say where it comes from.', round: 1, written_as: 'reviewer' }],
    });
    await it.recommend(rex);
    const { eraseFromCommentaries } = await import('../src/features/commentaries/erase.ts');
    const { makeDb } = await import('../src/db/client.ts');
    await eraseFromCommentaries(makeDb(site.pool), rex.id);
    expect(await threads(it.eve)).toMatchObject([{ reviewer: 1, notes: [{ person: null }] }]);
  });
});
