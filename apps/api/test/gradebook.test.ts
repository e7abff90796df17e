import type { Gradebook } from '@glossator/contract';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { mailResults } from '../src/features/grading/tell.ts';
import { assign, handIn } from './support/assigned.ts';
import { classOf } from './support/classes.ts';
import { password, startApp, stopApp, wishMail, type TestApp } from './support/index.ts';
import { member } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const formula = '=HYPERLINK("http://x.example","A")';

async function graded(names = ['Ada', 'Ben']) {
  const otto = await site.addPerson({ name: 'Otto' });
  const people = await Promise.all(names.map((name) => site.addPerson({ name })));
  const course = await classOf(site, otto, ...people);
  const first = await assign(site, course, { title: '-1+1' });
  const second = await assign(site, course, { title: '-1+1', points: 5 });
  const [ada] = people;
  if (ada === undefined) throw new Error('nobody');
  await handIn(site, first, ada);
  await site.as(otto, 'POST', `/assignments/${first}/release`, { students: [ada.id] });
  return { otto, ada, course, first, second, people };
}

test('the book of a class has a row for each student and the same columns for each assignment', async () => {
  const { otto, ada, course } = await graded();
  const answer = await site.as(otto, 'GET', `/classes/${course}/gradebook/file`);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toBe('attachment; filename="gradebook.csv"');
  expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = parse<Record<string, string>>(answer.body, { bom: true, columns: true });
  expect(rows).toHaveLength(2);
  const columns = ['points', 'of', 'counted', 'rubric', 'set', 'released'];
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'name',
    'handle',
    'student',
    'in_class',
    ...columns.map((part) => `1 -1+1 · ${part}`),
    ...columns.map((part) => `2 -1+1 · ${part}`),
  ]);
  expect(rows[0]).toMatchObject({
    name: 'Ada',
    handle: ada.handle,
    '1 -1+1 · points': '5',
    '1 -1+1 · of': '10',
    '2 -1+1 · points': '0',
    '2 -1+1 · of': '5',
    '2 -1+1 · released': '',
  });
  expect(rows[0]?.['1 -1+1 · released']).toMatch(/^\d{4}-/);
});

test.each([formula, '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'])(
  'a spreadsheet calculates nothing of the name %j',
  async (name) => {
    const { otto, first } = await graded([name]);
    const { body } = await site.as(otto, 'GET', `/assignments/${first}/gradebook/file`);
    const [, row] = parse(body, { bom: true });
    expect(row?.[0]).toBe(`'${name}`);
  },
);

test('as JSON it says the same', async () => {
  const { otto, course, ada } = await graded();
  const book = (await site.as(otto, 'GET', `/classes/${course}/gradebook`)).json<Gradebook>();
  expect(book.assignments.map(({ hidden }) => hidden)).toEqual([false, false]);
  expect(book.students[0]).toMatchObject({
    student: ada.id,
    present: true,
    results: [
      { points: 5, of: 10, counted: 5, rubric: null, set: false },
      { points: 0, released: null },
    ],
  });
});

test('mail says that there is a result, once, to who wishes it, and not what', async () => {
  const { otto, course, people } = await graded(['Ada', 'Ben', 'Cleo', 'Dora']);
  const task = await assign(site, course);
  const [ada, ben, cleo, dora] = people;
  if (ada === undefined || ben === undefined || cleo === undefined || dora === undefined)
    throw new Error('nobody');
  for (const each of [ada, cleo, dora]) await wishMail(site, each, 'soon');
  await site.as(otto, 'POST', `/assignments/${task}/release`, { students: null });
  // Whoever has left by then could not open it.
  await site.as(dora, 'DELETE', `/classes/${course}/members/${dora.id}`);
  await site.as(cleo, 'GET', `/assignments/${task}/result`);
  const deps = { transact: makeTransact(site.pool), settings: site.config };
  const sent = async () => {
    while (await mailResults(deps, site.app.outbox));
    const { rows } = await site.owner.query<{ recipient: string; body: string }>(
      "select recipient, body from mail where kind = 'grade' and strpos(body, $1) > 0",
      [task],
    );
    return rows;
  };
  // A wrong release can be taken back before anybody has it in a mailbox.
  expect(await sent()).toEqual([]);
  await site.owner.query('update grade_result set mail_at = now() where mail_at is not null');
  const [first, ...more] = await sent();
  expect([first?.recipient, more]).toEqual([ada.email, []]);
  expect(first?.body).toContain(`/classes/${course}/assignments/${task}/result`);
  expect(first?.body).not.toContain('Think first');
  expect(await sent()).toHaveLength(1);
});

test('what was taken back in time is in no mail', async () => {
  const { otto, ada, first } = await graded();
  await wishMail(site, ada, 'soon');
  await site.as(otto, 'POST', `/assignments/${first}/release/undo`, { students: null });
  const { rows } = await site.owner.query(
    'select from grade_result where assignment_id = $1 and mail_at is not null',
    [first],
  );
  expect(rows).toEqual([]);
});

test('of who deletes their account the book keeps the name and the points, and nothing they said', async () => {
  const otto = await site.addPerson({ name: 'Otto' });
  const zoe = await member(site, 'zoe@x.example', 'Zoe');
  const course = await classOf(site, otto, zoe);
  const task = await assign(site, course);
  await handIn(site, task, zoe, { body: 'What Zoe makes of it' });
  const url = `/assignments/${task}/grades/${zoe.id}`;
  await site.as(otto, 'PUT', url, {
    version: 0,
    chosen: [],
    newRubric: false,
    comment: 'Good, Zoe',
    override: { hundredths: 700, reason: 'Zoe spoke' },
  });
  await site.as(otto, 'POST', `/assignments/${task}/release`, { students: null });
  await site.as(zoe, 'POST', `/assignments/${task}/result/contests`, {
    line: 'set',
    words: 'Why?',
  });
  const gone = await site.as(zoe, 'DELETE', '/account', { password, writing: 'remove' });
  expect(gone.statusCode, gone.body).toBe(200);
  const book = (await site.as(otto, 'GET', `/classes/${course}/gradebook`)).json<Gradebook>();
  expect(book.students).toMatchObject([
    { name: 'Zoe', handle: '', present: false, results: [{ points: 7, of: 10, counted: null }] },
  ]);
  const { rows } = await site.owner.query(
    `select r.grade::text || r.comment || coalesce(c.words, '') as said
     from grade_result r left join grade_contest c on c.result_id = r.id where r.assignment_id = $1`,
    [task],
  );
  expect(JSON.stringify(rows)).not.toMatch(/Zoe|Why|count\//);
});
