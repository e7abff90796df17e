import type { ImportRowPage, ImportView, ThreadPage } from '@glossator/contract';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchSize, workBatch } from '../src/features/exchange/work-off.ts';
import { refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';
import { asExport, asSearch, clause, foreignNote } from './support/hypothesis.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));

const upload = (person: Person, text: string) =>
  site.as(person, 'POST', '/api/imports', { work: 'ncss-2016', fileName: 'notes.json', text });

async function opened(person: Person, text: string): Promise<ImportView> {
  const answer = await upload(person, text);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(201);
  return answer.json();
}

async function rows(person: Person, id: string): Promise<ImportRowPage['items']> {
  const answer = await site.as(person, 'GET', `/api/imports/${id}/rows?limit=200`);
  return answer.json<ImportRowPage>().items;
}

const read = async (person: Person, id: string): Promise<ImportView> =>
  (await site.as(person, 'GET', `/api/imports/${id}`)).json();

/** Confirms, and waits until the queue has worked it off. */
async function written(person: Person, id: string): Promise<ImportView> {
  await site.as(person, 'POST', `/api/imports/${id}/confirmation`);
  for (let tries = 0; tries < 200; tries += 1) {
    const view = await read(person, id);
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the import did not end');
}

const notebook = async (person: Person, at: string): Promise<ThreadPage['items']> => {
  const answer = await site.as(person, 'GET', `/api/works/ncss-2016/threads?at=${at}`);
  return answer.json<ThreadPage>().items.filter(({ layer }) => layer === 'notebook');
};

const zh = clause('zh-cac', '3.1.1.2');
const quote = { exact: zh.slice(2, 14), prefix: zh.slice(0, 2), suffix: zh.slice(14, 30) };
const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> **bold**';

const real = () => [
  foreignNote('root-1', { quote, text: hostile, tags: ['sovereignty', 'a, b', 'x'.repeat(80)] }),
  foreignNote('answer-2', { references: ['root-1', 'answer-1'], text: 'Deeper' }),
  foreignNote('answer-1', { references: ['root-1'], user: 'acct:zhou`@hypothes.is' }),
  foreignNote('page', {}),
  foreignNote('gone', { quote: { exact: 'Words that stand nowhere at all' } }),
  foreignNote('twice', { quote: { exact: '网络' } }),
  foreignNote('orphan', { references: ['nobody'] }),
  foreignNote('root-1', { quote, text: 'The same id again' }),
];

describe.each([
  ['the answer of the API', asSearch],
  ['the export of the client', asExport],
])('%s', (_name, form) => {
  test('is shown, confirmed, written once, and what is left out is told', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    const preview = await opened(eve, form(real()));
    expect(preview).toMatchObject({ state: 'preview', total: 8, waiting: 3, leftOut: 5, cut: 1 });
    expect(
      (await rows(eve, preview.id)).map((row) => [row.foreignId, row.outcome, row.reason]),
    ).toEqual([
      ['root-1', 'waiting', null],
      ['page', 'left-out', 'page-note'],
      ['gone', 'left-out', 'not-found'],
      ['twice', 'left-out', 'ambiguous'],
      ['orphan', 'left-out', 'parent-missing'],
      ['answer-1', 'waiting', null],
      ['answer-2', 'waiting', null],
      ['root-1', 'left-out', 'duplicate'],
    ]);
    expect(await notebook(eve, '3.1.1.2')).toEqual([]);

    const done = await written(eve, preview.id);
    expect(done).toMatchObject({ state: 'done', written: 3, leftOut: 5, waiting: 0 });
    const [thread] = await notebook(eve, '3.1.1.2');
    expect(thread?.target.loci[0]).toMatchObject({
      edition: 'zh-cac',
      exact: quote.exact,
      start: 2,
    });
    const [root, first, second] = thread?.annotations ?? [];
    expect(root?.body).toContain('`acct:li.wei@hypothes.is` on 2024-03-05');
    expect(root?.tags).toEqual(['sovereignty']);
    expect(root?.html).not.toMatch(/<script|<img|onerror=/);
    expect(root?.html).toContain('<strong>bold</strong>');
    expect(root?.author?.name).toBe('Eve');
    expect([first?.parent, second?.parent]).toEqual([root?.id, first?.id]);

    // Rows that were written are gone; the list of the others can be taken away.
    expect((await rows(eve, preview.id)).map((row) => row.outcome)).toEqual(
      Array(5).fill('left-out'),
    );
    const csv = await site.as(eve, 'GET', `/api/imports/${preview.id}/left-out`);
    const table: string[][] = parse(csv.body, { bom: true });
    expect(table.map((row) => row[1])).toEqual([
      'reason',
      'page-note',
      'not-found',
      'ambiguous',
      'parent-missing',
      'duplicate',
    ]);

    // The same file again makes nothing twice, also where a note was edited or deleted since.
    await site.as(eve, 'DELETE', `/api/annotations/${second?.id ?? ''}`);
    const again = await opened(eve, form(real()));
    expect(again).toMatchObject({ waiting: 0, known: 3, leftOut: 5 });
    expect(await written(eve, again.id)).toMatchObject({ state: 'done', written: 0, known: 3 });
    expect(await notebook(eve, '3.1.1.2')).toHaveLength(1);
    const { rows: sources } = await site.owner.query(
      'select foreign_id, author from import_source where person_id = $1 order by foreign_id',
      [eve.id],
    );
    expect(sources).toEqual([
      { foreign_id: 'answer-1', author: 'acct:zhou`@hypothes.is' },
      { foreign_id: 'answer-2', author: 'acct:li.wei@hypothes.is' },
      { foreign_id: 'root-1', author: 'acct:li.wei@hypothes.is' },
    ]);
  });
});

test('a file of another kind, too large, too deep or too full is refused with a reason', async () => {
  for (const text of ['not JSON', '[]', '{"a":1}', '{"rows":{}}', 'null', '{"rows":[', '"\\ud800"'])
    expect(refusal(await upload(ada, text)), text).toEqual([422, 'import-unreadable']);
  const deep = `{"rows":[${'['.repeat(5_000)}${']'.repeat(5_000)}]}`;
  expect(refusal(await upload(ada, deep))).toEqual([422, 'import-unreadable']);
  const many = asSearch(Array.from({ length: 10_001 }, () => 0));
  expect(refusal(await upload(ada, many))).toEqual([422, 'import-too-many']);
  expect(refusal(await upload(ada, `{"rows":["${'x'.repeat(17 * 1024 * 1024)}"]}`))).toEqual([
    413,
    'body-too-large',
  ]);
  expect(refusal(await upload(ada, 'x'.repeat(25 * 1024 * 1024)))).toEqual([413, 'body-too-large']);
  expect((await site.as(ada, 'GET', '/api/imports/current')).json()).toEqual({ import: null });
});

test('hostile notes are left out one by one, and the others are taken', async () => {
  const bad: [unknown, string][] = [
    [null, 'malformed'],
    [[], 'malformed'],
    [{ text: 'no id' }, 'malformed'],
    [{ id: 7, text: 'x' }, 'malformed'],
    [foreignNote('a\u0000b', { quote }), 'malformed'],
    [foreignNote('types', { text: { a: 1 } }), 'malformed'],
    [foreignNote('refs', { references: [{}] }), 'malformed'],
    [foreignNote('tags', { tags: 'one' }), 'malformed'],
    [foreignNote('nul', { quote, text: 'a\u0000b' }), 'characters'],
    [foreignNote('half', { quote, text: 'a\ud800b' }), 'characters'],
    [foreignNote('long', { quote, text: 'x'.repeat(1_000_000) }), 'too-long'],
    [foreignNote('empty', { quote, text: '  \n' }), 'no-text'],
    [foreignNote('halfquote', { quote: { exact: '\ud800' } }), 'not-found'],
    [foreignNote('longquote', { quote: { exact: '网'.repeat(200_000) } }), 'not-found'],
    [{ ...foreignNote('notarget'), target: 7 }, 'page-note'],
    [foreignNote('ring-1', { references: ['ring-2'] }), 'reply-loop'],
    [foreignNote('ring-2', { references: ['ring-1'] }), 'reply-loop'],
    [foreignNote('self', { references: ['self'] }), 'reply-loop'],
  ];
  const good = foreignNote('good', { quote, text: '<b onclick=x>as written</b>' });
  const view = await opened(ada, asSearch([...bad.map(([note]) => note), good]));
  expect(view).toMatchObject({ waiting: 1, leftOut: bad.length });
  const reasons = (await rows(ada, view.id)).flatMap(({ reason }) => reason ?? []);
  expect(reasons.sort()).toEqual(bad.map(([, reason]) => reason).sort());

  // One at a time, and nobody else's.
  expect(refusal(await upload(ada, asSearch([good])))).toEqual([409, 'import-open']);
  for (const [method, suffix] of [
    ['GET', ''],
    ['GET', '/rows'],
    ['GET', '/left-out'],
    ['POST', '/confirmation'],
    ['DELETE', ''],
  ] as const)
    expect(refusal(await site.as(ben, method, `/api/imports/${view.id}${suffix}`))).toEqual([
      404,
      'not-found',
    ]);
  expect((await site.as(ada, 'DELETE', `/api/imports/${view.id}`)).statusCode).toBe(200);
  expect((await site.as(ada, 'GET', '/api/imports/current')).json()).toEqual({ import: null });
});

test('words of a withheld edition are not sought', async () => {
  const en = clause('en-creemers', '3.1.1.2');
  await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
  const view = await opened(ben, asSearch([foreignNote('en', { quote: { exact: en } })]));
  expect((await rows(ben, view.id))[0]?.reason).toBe('not-found');
  await site.as(ben, 'DELETE', `/api/imports/${view.id}`);
  await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
  const open = await opened(ben, asSearch([foreignNote('en', { quote: { exact: en } })]));
  expect((await rows(ben, open.id))[0]).toMatchObject({ reason: null, address: '3.1.1.2' });
  await site.as(ben, 'DELETE', `/api/imports/${open.id}`);
});

describe('ten thousand notes', () => {
  test('are staged; a run that ends in the middle goes on where it was; a cancel keeps what is there', async () => {
    const max = await site.addPerson({ name: 'Max' });
    const notes = Array.from({ length: 10_000 }, (_, n) =>
      foreignNote(`n-${String(n)}`, { quote, text: `Number ${String(n)}` }),
    );
    const { id, ...view } = await opened(max, asExport(notes));
    expect(view).toMatchObject({ total: 10_000, waiting: 10_000 });
    await site.owner.query("update note_import set state = 'running' where id = $1", [id]);

    expect(await workBatch(site.app.imports, id)).toBe(true);
    // A process that dies after a note was written and before its row was settled.
    await site.owner.query(
      "update note_import_row set outcome = 'waiting' where import_id = $1 and n <= 20",
      [id],
    );
    // Two workers at once, as after a restart.
    await Promise.all([workBatch(site.app.imports, id), workBatch(site.app.imports, id)]);
    const { rows: kept } = await site.owner.query<{ n: number }>(
      'select count(*)::integer as n from annotation where author_id = $1',
      [max.id],
    );
    const now = await read(max, id);
    expect(now.written + now.known).toBe(kept[0]?.n);
    expect(kept[0]?.n).toBeGreaterThanOrEqual(batchSize);
    expect(now.waiting).toBe(10_000 - now.written - now.known);

    await site.as(max, 'DELETE', `/api/imports/${id}`);
    expect(await workBatch(site.app.imports, id)).toBe(false);
    const ended = await read(max, id);
    expect(ended).toMatchObject({ state: 'cancelled', waiting: 0, leftOut: now.waiting });
    expect(ended.written + ended.known).toBe(now.written + now.known);
  }, 60_000);
});

test('an import that was under way when the process ended goes on at the next start', async () => {
  const max = await site.addPerson({ name: 'Mia' });
  const { id } = await opened(max, asSearch([foreignNote('left', { quote })]));
  // As a process leaves it that dies before its job is done.
  await site.owner.query("update note_import set state = 'running' where id = $1", [id]);
  const { buildApp } = await import('../src/app.ts');
  const next = await buildApp({ config: site.config, pool: site.pool });
  await next.ready();
  for (let tries = 0; tries < 100 && (await read(max, id)).state === 'running'; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  await next.close();
  expect(await read(max, id)).toMatchObject({ state: 'done', written: 1 });
});

test('who leaves takes along what waits and where notes came from', async () => {
  const { rows: before } = await site.owner.query<{ n: number }>(
    'select count(*)::integer as n from note_import_row',
  );
  expect(before[0]?.n).toBeGreaterThan(0);
  await site.owner.query("update note_import set changed_at = now() - interval '8 days'");
  const { tidyImports } = await import('../src/features/exchange/erase.ts');
  await site.app.transact(tidyImports);
  const { rows } = await site.owner.query<{ n: number }>(
    'select count(*)::integer as n from note_import_row',
  );
  expect(rows[0]?.n).toBe(0);
});
