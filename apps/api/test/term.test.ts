import type {
  AssignmentForm,
  Problem,
  TermChange,
  TermRefusal,
  TermRow,
  TermView,
} from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  assignmentForm,
  assignmentIn,
  classOf,
  draftIn,
  inDays,
  publish,
  readAssignment,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let tess: Person;
let ada: Person;
let theClass: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  tess = await site.addPerson({ name: 'Tess' });
  ada = await site.addPerson({ name: 'Ada' });
  theClass = await classOf(site, tess, ada);
});

const term = async (by = tess): Promise<TermRow[]> => {
  const answer = await site.as(by, 'GET', `/classes/${theClass}/term`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<TermView>().items;
};
const rowOf = async (id: string): Promise<TermChange> => {
  const found = (await term()).find((row) => row.id === id);
  if (found === undefined) throw new Error(`no ${id} in the term`);
  const { version, title, ranges, opens, due, closes, gateAt } = found;
  const asRange = (address: string) => {
    const [from = '', to = from] = address.split('-');
    return { from, to };
  };
  return {
    id,
    version,
    title,
    ranges: ranges.map(asRange),
    opens,
    due,
    closes,
    gateAt,
    publish: false,
  };
};
const save = (changes: readonly TermChange[], made: readonly AssignmentForm[] = [], by = tess) =>
  site.as(by, 'PUT', `/classes/${theClass}/term`, { changes, made, try: false });
const refusedRows = (answer: Awaited<ReturnType<typeof save>>) =>
  (answer.json<Problem>().current as TermRefusal).rows;
const appoint = (who: Person, role: string) =>
  site.as(tess, 'PUT', `/classes/${theClass}/members/${who.id}`, { role });

describe('a term', () => {
  test('stands in the order in which it opens, drafts among them', async () => {
    const late = await draftIn(site, tess, theClass, { title: 'Late', opens: inDays(5) });
    const early = await assignmentIn(site, tess, theClass, { title: 'Early' });
    const items = await term();
    expect(items.map(({ id }) => id)).toEqual([early, late]);
    expect(items[0]).toMatchObject({ title: 'Early', ranges: ['4.3.1.2-4.3.1.3'], gateAt: null });
    expect(items[1]?.published).toBeNull();
  });

  test('is told to the staff, and changed by those who instruct', async () => {
    const id = await draftIn(site, tess, theClass);
    const row = await rowOf(id);
    expect((await site.as(ada, 'GET', `/classes/${theClass}/term`)).statusCode).toBe(403);
    expect((await save([row], [], ada)).statusCode).toBe(403);
    await appoint(ada, 'assistant');
    expect((await term(ada)).length).toBe(1);
    expect((await save([row], [], ada)).statusCode).toBe(403);
    await site.as(tess, 'PUT', `/classes/${theClass}/archive`, { archived: true });
    expect((await save([row])).json<Problem>().code).toBe('class-archived');
  });

  test('is changed, filled and published at once; what a row does not tell stays', async () => {
    const one = await draftIn(site, tess, theClass, {
      title: 'One',
      gate: { kind: 'time', at: inDays(3) },
    });
    const two = await draftIn(site, tess, theClass, { title: 'Two' });
    const before = await readAssignment(site, tess, one);
    const gateAt = inDays(4);
    const answer = await save(
      [
        { ...(await rowOf(one)), title: 'First', gateAt, publish: true },
        { ...(await rowOf(two)), ranges: [{ from: '4.1', to: '4.1' }], closes: null },
      ],
      [assignmentForm({ title: 'Three', opens: inDays(30), due: null, closes: null })],
    );
    expect(answer.statusCode, answer.body).toBe(200);
    const items = answer.json<TermView>().items;
    expect(items.map(({ title }) => title).sort()).toEqual(['First', 'Three', 'Two']);
    expect(items.find(({ title }) => title === 'Three')?.published).toBeNull();
    const after = await readAssignment(site, tess, one);
    expect(after).toMatchObject({ title: 'First', question: before.question, notes: before.notes });
    expect(Date.parse(after.gate.kind === 'time' ? after.gate.at : '')).toBe(Date.parse(gateAt));
    expect(after.published).not.toBeNull();
    // Students learn of what was published and of nothing else.
    const list = await site.as(ada, 'GET', `/classes/${theClass}/assignments`);
    expect(list.json<{ items: { title: string }[] }>().items.map(({ title }) => title)).toEqual([
      'First',
    ]);
    expect(await readAssignment(site, tess, two)).toMatchObject({ closes: null, published: null });
  });
});

describe('nothing of a term is saved', () => {
  test('where it is only tried', async () => {
    const id = await draftIn(site, tess, theClass, { title: 'One' });
    const row = { ...(await rowOf(id)), title: 'Changed', publish: true };
    const tried = (change: TermChange) =>
      site.as(tess, 'PUT', `/classes/${theClass}/term`, {
        changes: [change],
        made: [assignmentForm()],
        try: true,
      });
    const answer = await tried(row);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json<TermView>().items.map(({ title }) => title)).toEqual(['One']);
    expect(await readAssignment(site, tess, id)).toMatchObject({ title: 'One', published: null });
    expect((await tried({ ...row, due: inDays(-4) })).json<Problem>().code).toBe('due-before-open');
  });

  test('where one row is wrong, and each that is wrong is told of', async () => {
    const one = await draftIn(site, tess, theClass, { title: 'One' });
    const two = await draftIn(site, tess, theClass, { title: 'Two' });
    const begun = await assignmentIn(site, tess, theClass, { title: 'Begun' });
    const answer = await save(
      [
        { ...(await rowOf(one)), title: 'Changed' },
        { ...(await rowOf(two)), ranges: [{ from: '9.9.9.9', to: '9.9.9.9' }] },
        { ...(await rowOf(begun)), opens: inDays(2) },
      ],
      [assignmentForm({ due: inDays(-3) })],
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().code).toBe('clause-elsewhere');
    expect(refusedRows(answer)).toMatchObject([
      { of: 'changes', n: 1, code: 'clause-elsewhere' },
      { of: 'changes', n: 2, code: 'assignment-fixed', fixed: ['opens'] },
      { of: 'made', n: 0, code: 'due-before-open' },
    ]);
    expect((await readAssignment(site, tess, one)).title).toBe('One');
    expect((await term()).length).toBe(3);
  });

  test('where another has changed or deleted a row meanwhile, whose values are told', async () => {
    const one = await draftIn(site, tess, theClass, { title: 'One' });
    const two = await draftIn(site, tess, theClass, { title: 'Two' });
    const gone = await draftIn(site, tess, theClass, { title: 'Gone' });
    const rows = [await rowOf(two), await rowOf(one), await rowOf(gone)];
    const mine = rows.map((row) => ({ ...row, title: `${row.title} by me`, publish: true }));
    const [, theirs] = rows;
    if (theirs === undefined) throw new Error('no row');
    expect((await save([{ ...theirs, title: 'One by others' }])).statusCode).toBe(200);
    await site.as(tess, 'DELETE', `/assignments/${gone}`);
    const answer = await save(mine);
    expect(answer.statusCode).toBe(409);
    expect(answer.json<Problem>().code).toBe('version-stale');
    expect(refusedRows(answer)).toMatchObject([
      { n: 1, code: 'version-stale', now: { title: 'One by others', version: 2 } },
      { n: 2, code: 'not-found', now: null },
    ]);
    expect(await readAssignment(site, tess, two)).toMatchObject({ title: 'Two', published: null });
  });

  test('where more time of a student would end before it opens, there as on its own page', async () => {
    const id = await assignmentIn(site, tess, theClass, {
      opens: inDays(1),
      due: inDays(2),
      closes: null,
    });
    await site.as(tess, 'PUT', `/assignments/${id}/extensions/${ada.id}`, {
      due: inDays(3),
      closes: null,
    });
    const row = { ...(await rowOf(id)), opens: inDays(5), due: inDays(9) };
    const answer = await save([row]);
    expect(answer.statusCode).toBe(409);
    expect(refusedRows(answer)).toMatchObject([{ n: 0, code: 'extension-ends-early' }]);
    const whole = assignmentForm({ opens: row.opens, due: row.due, closes: null });
    const alone = await site.as(tess, 'PUT', `/assignments/${id}`, {
      ...whole,
      version: row.version,
    });
    expect(alone.json<Problem>().code).toBe('extension-ends-early');
    // As long as it is worth something it stands in nobody's way.
    expect((await save([{ ...row, opens: inDays(2.5) }])).statusCode).toBe(200);
  });

  test('of another class, or of a gate that no time opens', async () => {
    const elsewhere = await classOf(site, tess);
    const other = await draftIn(site, tess, elsewhere);
    const id = await draftIn(site, tess, theClass);
    const row = await rowOf(id);
    expect(refusedRows(await save([{ ...row, id: other }]))).toMatchObject([
      { code: 'not-found', now: null },
    ]);
    expect((await save([{ ...row, gateAt: inDays(2) }])).json<Problem>().code).toBe(
      'state-changed',
    );
    expect((await save([{ ...row, id: 'no id' }])).statusCode).toBe(400);
    expect((await save(Array.from({ length: 201 }, () => row))).statusCode).toBe(400);
  });
});

test('a draft that is published by two at once is published once', async () => {
  const id = await draftIn(site, tess, theClass);
  const row = await rowOf(id);
  await publish(site, tess, id);
  const answer = await save([{ ...row, publish: true }]);
  expect(answer.statusCode).toBe(409);
});

test('two who save the same rows the other way round both come through', async () => {
  const ids = [await draftIn(site, tess, theClass), await draftIn(site, tess, theClass)];
  const rows = await Promise.all(ids.map(rowOf));
  const answers = await Promise.all([save(rows), save(rows.toReversed())]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
});
