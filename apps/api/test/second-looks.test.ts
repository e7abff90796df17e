import type { BatchView, CaseView, SecondLookView } from '@glossator/contract';
import { expect, test } from 'vitest';
import {
  decidedNote,
  decideOn,
  drawShare,
  giveLook,
  lookedAt,
  looks,
  oneCase,
  oneLook,
  openCases,
  otherWork,
  readLook,
  refusal,
  replyTo,
  rootOf,
  seen,
  startThread,
  timePasses,
  unclear,
} from './support/index.ts';

const edit = (body: string, version: number) => ({ body, version, seen, tags: [] });

test('somebody else sees the case as it was, says what they would have decided, and reads both', async () => {
  const { site, first, second, note, decided } = await decidedNote();
  const log = async () =>
    (await site.owner.query<{ rows: number }>('select count(*)::integer as rows from decision_log'))
      .rows[0]?.rows;
  const before = await log();
  const id = await oneLook(site, second);
  const read = await site.as(second, 'GET', `/moderation/second-looks/${id}`);
  expect(read.json()).toMatchObject({
    id,
    work: 'ncss-2016',
    kind: 'held',
    address: '4.1.1.1',
    causes: [{ phase: 'newcomer' }, { phase: 'hold-all' }],
    author: { name: 'Author' },
    note: { body: 'On a clause', tags: ['then'], kind: 'comment' },
    stood: null,
    around: [],
    before: [],
    result: null,
  });
  expect(
    read
      .json<SecondLookView>()
      .words.map(({ edition }) => edition)
      .sort(),
  ).toEqual(['en-creemers', 'zh-cac']);
  for (const hidden of ['Firstling', first.id, 'Quuxly', decided.id, decided.decision?.id ?? '-'])
    expect(read.body).not.toContain(hidden);

  const given = await giveLook(site, second, id, { action: 'refuse', reason: 'off-topic' });
  expect(given.json<SecondLookView>().result).toMatchObject({
    first: { action: 'refuse', ...unclear },
    own: { action: 'refuse', reason: 'off-topic' },
    sameAction: true,
    sameReason: false,
    case: decided.id,
  });
  expect(await log()).toEqual(before);
  expect((await site.as(second, 'GET', `/annotations/${note.id}`)).statusCode).toBe(404);
  expect(await looks(site, second)).toMatchObject({
    waiting: [],
    given: [{ id, address: '4.1.1.1', sameAction: true, sameReason: false }],
  });
  expect((await readLook(site, second, id)).result).not.toBeNull();
  const late = await giveLook(site, second, id, { action: 'approve' });
  expect(refusal(late)).toEqual([409, 'look-given']);
  const again = await giveLook(site, second, id, { action: 'refuse', reason: 'off-topic' });
  expect(again.statusCode).toBe(200);
});

test('nobody is asked about a note or a decision of their own, nor about other works; one answer is enough', async () => {
  const { site, author, reader, first, second } = await decidedNote();
  const third = await site.addPerson({ name: 'Third', administrator: true });
  const elsewhere = await site.addPerson({ moderates: await otherWork(site.owner) });
  await site.owner.query('insert into moderator (person_id) values ($1)', [author.id]);
  const id = await oneLook(site, second);
  expect(await oneLook(site, third)).toBe(id);
  for (const who of [author, first, elsewhere])
    expect((await looks(site, who)).waiting).toEqual([]);
  const list = await site.as(reader, 'GET', '/moderation/second-looks');
  expect(refusal(list)).toEqual([403, 'not-allowed']);
  for (const who of [author, first, elsewhere, reader]) {
    const path = `/moderation/second-looks/${id}`;
    expect((await site.as(who, 'GET', path)).statusCode).toBe(404);
    expect((await giveLook(site, who, id, { action: 'approve' })).statusCode).toBe(404);
  }
  expect((await giveLook(site, second, id, { action: 'approve' })).statusCode).toBe(200);
  expect((await site.as(third, 'GET', `/moderation/second-looks/${id}`)).statusCode).toBe(404);
  const late = await giveLook(site, third, id, { action: 'approve' });
  expect(refusal(late)).toEqual([409, 'look-given']);
});

test.each([
  [{ action: 'keep' }, 'action-unfit'],
  [{ action: 'refuse' }, 'reason-required'],
])('%o is refused as %s', async (form, code) => {
  const { site, second } = await decidedNote();
  const answer = await giveLook(site, second, await oneLook(site, second), form);
  expect(refusal(answer)).toEqual([422, code]);
});

test('until it is given the decision is kept from who may give it, on every path of moderators', async () => {
  const { site, author, first, second, decided } = await decidedNote();
  await drawShare(site, 0);
  const readCase = (who = second) => site.as(who, 'GET', `/moderation/cases/${decided.id}`);
  const kept = (await readCase()).json<CaseView>();
  expect(kept).toMatchObject({
    state: 'decided',
    kept: true,
    decision: null,
    note: { state: 'held' },
    abilities: { undo: false },
  });
  expect((await readCase(first)).json()).toMatchObject({
    kept: false,
    decision: { action: 'refuse' },
    note: { state: 'refused' },
  });
  // Whoever decides the same meanwhile is not told that it was the same.
  for (const form of [{ action: 'refuse', ...unclear }, { action: 'approve' }]) {
    const answer = await decideOn(site, second, { ...decided, version: 1 }, form);
    expect(refusal(answer)).toEqual([409, 'case-decided']);
    expect(answer.body).not.toContain('Quuxly');
  }
  await startThread(site, author, '4.1.1.2', { body: 'Another that waits' });
  const { id: other } = await oneCase(site, second);
  const tells = [
    `/moderation/cases/${decided.id}/context`,
    `/moderation/cases/${other}/context`,
    '/moderation/cases',
    '/moderation/desk',
  ];
  for (const path of tells) {
    const { body } = await site.as(second, 'GET', path);
    expect(body, path).not.toContain('Quuxly');
    expect(body, path).not.toContain('"refuse"');
    expect(body, path).not.toContain('"refused":1');
  }
  const record = `/moderation/people/${author.id}/decisions`;
  expect((await site.as(second, 'GET', record)).json()).toMatchObject({ refused: 0 });
  expect((await site.as(first, 'GET', record)).json()).toMatchObject({ refused: 1 });

  await giveLook(site, second, await oneLook(site, second), { action: 'approve' });
  expect((await readCase()).json()).toMatchObject({ kept: false, decision: { action: 'refuse' } });
  expect((await site.as(second, 'GET', record)).json()).toMatchObject({ refused: 1 });
  const { body } = await site.as(second, 'GET', `/moderation/cases/${other}/context`);
  expect(body).toContain('Quuxly');
});

test('before the decision is final nobody is asked; taken back, nobody ever is', async () => {
  const { site, author, first, second } = await lookedAt();
  await startThread(site, author, '4.1.1.1');
  const done = await decideOn(site, first, await oneCase(site, first), { action: 'approve' });
  expect((await looks(site, second)).waiting).toEqual([]);
  const { decision, id } = done.json<CaseView>();
  expect((await site.as(second, 'GET', `/moderation/cases/${id}`)).json()).toMatchObject({
    kept: true,
    decision: null,
  });
  await site.as(first, 'POST', `/moderation/decisions/${decision?.id ?? ''}/undo`);
  await timePasses(site);
  expect((await looks(site, second)).waiting).toEqual([]);
  expect((await site.as(second, 'GET', `/moderation/cases/${id}`)).json()).toMatchObject({
    kept: false,
    state: 'open',
  });
});

type World = Awaited<ReturnType<typeof decidedNote>>;
const leavings: readonly (readonly [
  string,
  Record<string, unknown>,
  (at: World) => Promise<unknown>,
])[] = [
  [
    'its author deletes the note',
    { action: 'approve' },
    ({ site, author, note }) => site.as(author, 'DELETE', `/annotations/${note.id}`),
  ],
  [
    'its author takes it into the notebook',
    { action: 'approve' },
    async ({ site, author, note }) =>
      site.as(author, 'POST', `/threads/${note.thread}/move`, { layer: 'notebook' }),
  ],
  [
    'its author withdraws the revision',
    { action: 'approve' },
    async ({ site, author, note }) => {
      await site.owner.query("update hold_rule set mode = 'publish'");
      await site.as(author, 'PUT', `/annotations/${note.id}`, edit('Harmless now', 1));
      return site.as(author, 'POST', `/annotations/${note.id}/revisions/1/withdrawal`, {
        reason: '',
      });
    },
  ],
  [
    'its author sends other words in',
    { action: 'return', ...unclear },
    ({ site, author, note }) =>
      site.as(author, 'PUT', `/annotations/${note.id}`, edit('Clear by now', 1)),
  ],
  [
    'its author appeals',
    { action: 'refuse', ...unclear },
    ({ site, author, note, decided }) =>
      site.as(author, 'POST', `/annotations/${note.id}/appeal`, {
        decision: decided.decision?.id,
        words: 'Why?',
      }),
  ],
  [
    'two weeks have passed',
    { action: 'approve' },
    ({ site }) =>
      site.owner.query(`update second_look set drawn_at = drawn_at - interval '14 days'`),
  ],
];

test.each(leavings)(
  'it waits no more when %s, and nothing is kept then',
  async (_what, decision, happens) => {
    const world = await decidedNote(decision);
    const { site, second, decided } = world;
    const id = await oneLook(site, second);
    const done = await happens(world);
    if (done !== null && typeof done === 'object' && 'statusCode' in done)
      expect(done.statusCode).toBe(200);
    expect((await looks(site, second)).waiting).toEqual([]);
    const read = await site.as(second, 'GET', `/moderation/second-looks/${id}`);
    expect(read.statusCode).toBe(404);
    expect((await giveLook(site, second, id, { action: 'approve' })).statusCode).toBe(404);
    expect((await site.as(second, 'GET', `/moderation/cases/${decided.id}`)).json()).toMatchObject({
      kept: false,
      decision: { action: decision['action'] },
    });
  },
);

test('what its author takes back after the answer is not shown with it', async () => {
  const { site, author, second, note } = await decidedNote({ action: 'approve' }, 'Plover');
  const id = await oneLook(site, second);
  await giveLook(site, second, id, { action: 'approve' });
  expect((await readLook(site, second, id)).note).toMatchObject({ body: 'Plover' });
  await site.as(author, 'DELETE', `/annotations/${note.id}`);
  const read = await site.as(second, 'GET', `/moderation/second-looks/${id}`);
  expect(read.json()).toMatchObject({ note: null, result: { sameReason: true } });
  expect(read.body).not.toContain('Plover');
});

test('the words are those that were decided on, whatever became of them', async () => {
  const { site, author, second, note } = await decidedNote({ action: 'approve' }, 'As it was');
  await site.owner.query("update hold_rule set mode = 'publish'");
  const changed = await site.as(author, 'PUT', `/annotations/${note.id}`, edit('As it is', 1));
  expect(changed.statusCode, changed.body).toBe(200);
  const read = await readLook(site, second);
  expect(read.note).toMatchObject({ body: 'As it was', tags: ['then'] });
  expect(JSON.stringify(read)).not.toContain('As it is');
});

test.each([
  [{ action: 'approve' }, 'became a revision'],
  [{ action: 'refuse', ...unclear }, 'did not'],
])('of an edit both are shown, where it %s', async (decision, _what) => {
  const { site, author, first, second } = await lookedAt('publish');
  await drawShare(site, 0);
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body: 'What stood' }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  await site.as(author, 'PUT', `/annotations/${note.id}`, edit('Entirely other words', 1));
  await drawShare(site);
  const done = await decideOn(site, first, await oneCase(site, first, 'edit'), decision);
  expect(done.statusCode, done.body).toBe(200);
  await timePasses(site);
  expect(await readLook(site, second)).toMatchObject({
    kind: 'edit',
    note: { body: 'Entirely other words' },
    stood: { body: 'What stood' },
  });
});

test('an answer stands under what it answered, in the words of then', async () => {
  const { site, author, reader, first, second } = await lookedAt('publish');
  const root = rootOf(await startThread(site, reader, '4.1.1.1', { body: 'Asked then' }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  await replyTo(site, author, root.id, 'It is answered');
  await decideOn(site, first, await oneCase(site, first, 'held'), { action: 'approve' });
  await timePasses(site);
  await site.owner.query("update hold_rule set mode = 'publish'");
  await site.as(reader, 'PUT', `/annotations/${root.id}`, edit('Asked since', 1));
  const read = await readLook(site, second);
  expect(read).toMatchObject({
    note: { body: 'It is answered' },
    around: [{ author: { name: 'Reader' } }],
  });
  expect(read.around[0]?.html).toContain('Asked then');
});

test('of a report the reasons are shown and not what came of it; who reported is not asked', async () => {
  const { site, author, reader, first, second } = await lookedAt('publish');
  const note = rootOf(await startThread(site, author, '4.1.1.1'));
  for (const who of [reader, second])
    await site.as(who, 'PUT', `/annotations/${note.id}/flag`, { reason: 'abusive', words: 'See' });
  const it = await oneCase(site, first, 'flagged');
  await decideOn(site, first, it, { action: 'hide', reason: 'abusive', words: 'Quuxly' });
  await timePasses(site);
  const third = await site.addPerson({ name: 'Third', moderates: null });
  expect((await looks(site, second)).waiting).toEqual([]);
  const read = await readLook(site, third);
  expect(read).toMatchObject({ kind: 'flagged', flags: [{ reason: 'abusive', words: 'See' }, {}] });
  expect(JSON.stringify(read)).not.toMatch(/upheld|Quuxly/);
  const kept = await site.as(third, 'GET', `/moderation/cases/${it.id}`);
  expect(kept.body).not.toMatch(/upheld|Quuxly/);
});

test('an appeal is looked at again by who decided on neither', async () => {
  const { site, author, first, second, note, decided } = await decidedNote();
  await site.as(author, 'POST', `/annotations/${note.id}/appeal`, {
    decision: decided.decision?.id,
    words: 'It is as plain as can be.',
  });
  await decideOn(site, second, await oneCase(site, second, 'appeal'), { action: 'overturn' });
  await timePasses(site);
  const third = await site.addPerson({ name: 'Third', moderates: null });
  for (const who of [first, second]) expect((await looks(site, who)).waiting).toEqual([]);
  const id = await oneLook(site, third);
  expect(await readLook(site, third, id)).toMatchObject({
    kind: 'appeal',
    appeal: { words: 'It is as plain as can be.', against: { action: 'refuse' } },
    before: [{ action: 'refuse', ...unclear }],
  });
  const given = await giveLook(site, third, id, { action: 'uphold', reason: 'unclear' });
  expect(given.json<SecondLookView>().result).toMatchObject({
    first: { action: 'overturn', reason: '' },
    sameAction: false,
    sameReason: false,
  });
});

test('a share is drawn by the digest of the log; what was decided together counts once', async () => {
  const { site, author, first, second } = await lookedAt();
  await drawShare(site, 50);
  const bodies = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
  for (const body of bodies) await startThread(site, author, '4.1.1.1', { body });
  for (const it of await openCases(site, first))
    await decideOn(site, first, it, { action: 'approve' });
  const { rows } = await site.owner.query<{ hash: string; drawn: boolean }>(
    `select l.hash, s.id is not null as drawn from decision d
     join decision_log l on l.seq = d.log_seq left join second_look s on s.decision_id = d.id`,
  );
  expect(rows).toHaveLength(bodies.length);
  for (const { hash, drawn } of rows) expect(drawn).toBe(parseInt(hash.slice(0, 8), 16) % 100 < 50);

  await site.owner.query('delete from second_look');
  await drawShare(site);
  for (const body of ['Sold', 'Bought']) await startThread(site, author, '4.1.1.2', { body });
  const cases = (await openCases(site, first)).map(({ id, version, note }) => ({
    id,
    version,
    revision: note.revision,
  }));
  expect(cases).toHaveLength(2);
  const batch = { cases, action: 'approve' };
  const made = await site.as(first, 'POST', '/moderation/batches', batch);
  expect(made.statusCode, made.body).toBe(200);
  const { rowCount } = await site.owner.query('select from second_look');
  expect(rowCount).toBe(1);
  const together = `/moderation/batches/${made.json<BatchView>().id ?? ''}`;
  expect((await site.as(first, 'GET', together)).statusCode).toBe(200);
  expect((await site.as(second, 'GET', together)).statusCode).toBe(404);
});

test('an administrator says how many of a hundred, for each work', async () => {
  const { site, second } = await lookedAt();
  const keeper = await site.addPerson({ administrator: true });
  const set = (who: typeof keeper, percent: number, work = 'ncss-2016') =>
    site.as(who, 'PUT', `/moderation/second-looks/shares/${work}`, { percent });
  await site.owner.query('delete from second_look_share');
  expect((await looks(site, second)).shares).toMatchObject([{ work: 'ncss-2016', percent: 10 }]);
  expect(refusal(await set(second, 0))).toEqual([403, 'not-allowed']);
  expect(refusal(await set(keeper, 101))).toEqual([422, 'number-outside']);
  expect((await set(keeper, 5, 'none-such')).statusCode).toBe(404);
  expect((await set(keeper, 0)).json()).toMatchObject({ shares: [{ percent: 0 }] });
  expect((await set(keeper, 25)).json()).toMatchObject({ shares: [{ percent: 25 }] });
});
