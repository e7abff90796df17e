import { randomUUID } from 'node:crypto';
import {
  limits,
  type CurrentDocx,
  type DocxChoice,
  type DocxDone,
  type DocxView,
  type PartSummary,
  type PartView,
  type Problem,
} from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tidy } from '../src/features/upkeep/service.ts';
import {
  addPart,
  entryOn,
  foundCommentary,
  joinCommentary,
  refusal,
  startApp,
  stopApp,
  watched,
  type Person,
  type TestApp,
} from './support/index.ts';
import * as word from './support/word-files.ts';

const { heading, words } = word;

let site: TestApp;
let ada: Person;
let ben: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  id = await foundCommentary(site, ada);
});

const at = (suffix = ''): string => `/commentaries/${id}/docx${suffix}`;
const send = (file: Buffer, by: Person | null = ada) =>
  site.as(by, 'POST', at(), { fileName: 'notes.docx', file: file.toString('base64') });
async function open(file: word.WordFile, by: Person = ada): Promise<DocxView> {
  const answer = await send(await word.wordFile(file), by);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}
async function current(by: Person = ada, query = ''): Promise<DocxView> {
  const { docx } = (await site.as(by, 'GET', `${at()}${query}`)).json<CurrentDocx>();
  if (docx === null) throw new Error('no file waits');
  return docx;
}
const choose = (docx: DocxView, ...choices: readonly DocxChoice[]) =>
  site.as(ada, 'PUT', at('/choices'), { id: docx.id, choices: [...choices] });
const confirm = ({ id: docx, plan }: { readonly id: string; readonly plan: string }) =>
  site.as(ada, 'POST', at('/confirmation'), { id: docx, plan });
async function take(docx: DocxView): Promise<DocxDone> {
  const answer = await confirm(docx);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const outline = async (): Promise<PartSummary[]> =>
  (await site.as(ada, 'GET', `/commentaries/${id}`)).json<{ parts: PartSummary[] }>().parts;
const numberOf = ({ items }: DocxView, said: string): number => {
  const found = items.find((item) => item.heading === said);
  if (found === undefined) throw new Error(`no passage ${said}`);
  return found.n;
};

const book: word.WordFile = {
  children: [
    ...[heading(1, 'Introduction'), words('Why', word.note(1), '.')],
    ...[heading(1, '§ 4.3 The tasks'), words('All of them.')],
    ...[heading(2, '4.3.1.2 On sovereignty'), words(word.italic('Sovereignty'), ' is.')],
    ...[heading(1, 'Conclusion'), words('Enough was said.')],
    ...[heading(1, 'T7 on 4.1: Peace'), words('It is drifting.')],
  ],
  footnotes: { 1: 'Because <b>of it</b>' },
};

describe('a file that was read', () => {
  test('waits as passages, those without a place first, and nothing of it is written', async () => {
    const docx = await open(book);
    expect(docx).toMatchObject({ fileName: 'notes.docx', parts: 5, unplaced: 1, taken: 4 });
    expect(
      docx.items.map(({ heading: said, kind, at: places }) => [said, kind, ...places]),
    ).toEqual([
      ['Conclusion', null],
      ['Introduction', 'introduction'],
      ['§ 4.3 The tasks', 'essay', '4.3'],
      ['4.3.1.2 On sovereignty', 'entry', '4.3.1.2'],
      ['T7 on 4.1: Peace', 'entry', '4.1'],
    ]);
    expect(docx.items[0]).toMatchObject({ problem: 'no-place', opening: 'Enough was said.' });
    expect(Date.parse(docx.ends) - Date.parse(docx.made)).toBe(limits.docxDays * 86_400_000);
    expect(await outline()).toEqual([]);
    expect(await current()).toEqual(docx);
  });

  test('is written by one confirmation, in the order of the file, with its notes', async () => {
    expect(await take(await open(book))).toEqual({ written: 4, leftOut: 1, withoutLabel: 0 });
    const parts = await outline();
    expect(
      parts.map(({ kind, label, title, at: places }) => [kind, label, title, ...places]),
    ).toEqual([
      ['introduction', '', 'Introduction'],
      ['essay', '', 'The tasks', '4.3'],
      ['entry', '', 'On sovereignty', '4.3.1.2'],
      ['entry', 'T7', 'Peace', '4.1'],
    ]);
    const [introduction] = parts;
    const path = `/commentaries/${id}/parts/${introduction?.id ?? ''}`;
    const part = (await site.as(ada, 'GET', path)).json<PartView>();
    expect(part).toMatchObject({
      version: 1,
      body: 'Why[^1].\n\n[^1]: Because \\<b>of it\\</b>',
      author: { name: 'Ada' },
    });
    expect(part.html).toContain('Because &#x3C;b>of it');
    expect((await site.as(ada, 'GET', at())).json()).toEqual({ docx: null });
  });

  test('refers to the clauses that its words name, so that its authors are told of them', async () => {
    await take(await open({ children: [heading(1, '4.3.1.2 Duty'), words('Unlike [[4.1]].')] }));
    const { rows } = await site.owner.query<{ path: string }>(
      `select f.path from commentary_part p
       join commentary_revision r on r.part_id = p.id
       cross join jsonb_array_elements(r.refers) as q(at)
       join unit f on f.uid = q.at ->> 'from' and f.uid = q.at ->> 'to'
       where p.commentary_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ path: '4.1' }]);
  });

  test('is confirmed once', async () => {
    const docx = await open(book);
    await take(docx);
    expect(refusal(await confirm(docx))).toEqual([409, 'docx-changed']);
    expect(await outline()).toHaveLength(4);
  });

  test('is thrown away by its author, or after its days', async () => {
    await open(book);
    expect(refusal(await send(await word.wordFile(book)))).toEqual([409, 'import-open']);
    expect((await site.as(ada, 'DELETE', at())).json()).toEqual({ done: true });
    expect(refusal(await site.as(ada, 'DELETE', at()))).toEqual([404, 'not-found']);
    await open(book);
    const age = `update commentary_docx set made_at = made_at - interval '${String(limits.docxDays)} days'`;
    await site.owner.query(age);
    expect((await site.as(ada, 'GET', at())).json()).toEqual({ docx: null });
    // The old one is not in the way of another, and goes by itself.
    await open(book);
    await site.owner.query(age);
    await tidy(site.app.transact);
    const { rows } = await site.owner.query('select from commentary_docx_part');
    expect(rows).toHaveLength(0);
  });

  test('is seen by whoever brought it alone', async () => {
    await joinCommentary(site, ada, id, ben);
    const docx = await open(book);
    expect((await site.as(ben, 'GET', at())).json()).toEqual({ docx: null });
    const his = { id: docx.id, plan: docx.plan };
    expect(refusal(await site.as(ben, 'POST', at('/confirmation'), his))).toEqual([
      409,
      'docx-changed',
    ]);
    const choices = { id: docx.id, choices: [{ n: 1, kind: 'entry', at: ['4.3'] }] };
    expect(refusal(await site.as(ben, 'PUT', at('/choices'), choices))).toEqual([
      409,
      'docx-changed',
    ]);
    expect(refusal(await site.as(ben, 'DELETE', at()))).toEqual([404, 'not-found']);
    await open(book, ben);
    expect(await current()).toMatchObject({ id: docx.id });
  });

  test('is listed a page at a time', async () => {
    const docx = await open(book);
    const first = await current(ada, '?limit=2');
    const second = await current(ada, `?limit=3&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items]).toEqual(docx.items);
    expect(second).toMatchObject({ next: null, taken: 4, plan: docx.plan });
  });
});

describe('what is chosen', () => {
  test('gives a passage a place, leaves another out, and is kept', async () => {
    const docx = await open(book);
    const answer = await choose(
      docx,
      { n: numberOf(docx, 'Conclusion'), kind: 'entry', at: ['IV(3) ¶1 s. 2', '4.1.1.1'] },
      { n: numberOf(docx, 'Introduction'), kind: null, at: [] },
    );
    expect(answer.statusCode, answer.body).toBe(200);
    const chosen = await current();
    expect(answer.json()).toEqual({ plan: chosen.plan });
    expect(chosen.items[0]).toMatchObject({ kind: 'entry', at: ['4.3.1.2', '4.1.1.1'] });
    expect(refusal(await confirm(docx))).toEqual([409, 'docx-changed']);
    expect(await take(chosen)).toMatchObject({ written: 4, leftOut: 1 });
    expect((await outline()).map(({ title }) => title)).toEqual([
      'The tasks',
      'On sovereignty',
      'Conclusion',
      'Peace',
    ]);
  });

  test('is refused where it cannot be, and the refusal says for which passage', async () => {
    const docx = await open(book);
    for (const [kind, places, status, code] of [
      ['entry', ['9.9.9.9'], 422, 'address-unknown'],
      ['entry', ['somewhere'], 400, 'address-malformed'],
      ['essay', ['4.3.1.2'], 422, 'place-unfit'],
      ['entry', [], 422, 'place-unfit'],
      ['entry', ['4.3\u0000'], 400, 'text-malformed'],
    ] as const) {
      const answer = await choose(docx, { n: 1, kind, at: [...places] });
      expect(refusal(answer)).toEqual([status, code]);
      expect(answer.json<Problem>().current).toEqual({ n: 1 });
    }
    expect(await current()).toEqual(docx);
    expect(refusal(await choose(docx, { n: 77, kind: null, at: [] }))).toEqual([
      409,
      'docx-changed',
    ]);
    const other = { ...docx, id: randomUUID() };
    expect(refusal(await choose(other, { n: 1, kind: null, at: [] }))).toEqual([
      409,
      'docx-changed',
    ]);
  });

  test('cannot be a passage that is longer than a part', async () => {
    const docx = await open({
      children: [heading(1, '4.3.1.2'), words('a'.repeat(limits.partLength + 1))],
    });
    expect(docx.items).toMatchObject([{ kind: null, over: 1, at: ['4.3.1.2'] }]);
    const answer = await choose(docx, { n: 1, kind: 'entry', at: ['4.3.1.2'] });
    expect(refusal(answer)).toEqual([422, 'docx-part-too-long']);
    expect(refusal(await confirm(docx))).toEqual([422, 'docx-empty']);
  });
});

describe('what stands already', () => {
  test('stays, and what comes is placed beside it', async () => {
    const old = await addPart(
      site,
      ada,
      id,
      entryOn('4.3.1.2', { label: 'T7', body: 'Old words' }),
    );
    const docx = await open(book);
    const item = (said: string) => docx.items.find(({ heading: each }) => each === said);
    expect(item('4.3.1.2 On sovereignty')).toMatchObject({ beside: 1 });
    expect(item('T7 on 4.1: Peace')).toMatchObject({ beside: 0, isLabelTaken: true, label: 'T7' });
    expect(await take(docx)).toEqual({ written: 4, leftOut: 1, withoutLabel: 1 });
    expect((await outline()).map(({ title, label }) => [title, label])).toEqual([
      ['Introduction', ''],
      ['Peace', ''],
      ['On 4.3.1.2', 'T7'],
      ['On sovereignty', ''],
      ['The tasks', ''],
    ]);
    const path = `/commentaries/${id}/parts/${old.id}`;
    expect((await site.as(ada, 'GET', path)).json<PartView>()).toMatchObject({
      body: 'Old words',
      version: 1,
    });
  });

  test('is an introduction: the other has to be something else', async () => {
    const docx = await open(book);
    await addPart(site, ada, id, { ...entryOn('4'), kind: 'introduction', places: [] });
    expect(refusal(await confirm(docx))).toEqual([409, 'docx-changed']);
    const now = await current();
    expect(now.obstacle).toBe('introduction');
    expect(refusal(await confirm(now))).toEqual([409, 'introduction-there']);
    await choose(now, { n: numberOf(now, 'Introduction'), kind: 'essay', at: ['4'] });
    expect(await take(await current())).toMatchObject({ written: 4 });
    await open(book);
    expect((await current()).items[0]).toMatchObject({
      kind: null,
      problem: 'second-introduction',
      heading: 'Introduction',
    });
  });

  test('is as many parts as there may be: nothing is written', async () => {
    const docx = await open(book);
    await site.owner.query(
      `insert into commentary_part (id, commentary_id, kind, position, post_key)
       select gen_random_uuid(), $1, 'essay', n, gen_random_uuid() from generate_series(1, $2) n`,
      [id, limits.parts - 3],
    );
    await site.owner.query(
      `insert into commentary_revision (part_id, number, label, title, body, words)
       select id, 1, '', '', '', 0 from commentary_part where commentary_id = $1`,
      [id],
    );
    expect(docx.obstacle).toBeNull();
    const now = await current();
    expect(now.obstacle).toBe('too-many');
    expect(refusal(await confirm(now))).toEqual([409, 'parts-too-many']);
    expect(await outline()).toHaveLength(limits.parts - 3);
  });
});

test('five hundred entries are written by as few statements as five', async () => {
  const xml = (n: number): string =>
    word.documentXml(
      Array.from(
        { length: n },
        (_, i) =>
          `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>4.3.1.2 Entry ${String(i)}</w:t></w:r></w:p><w:p><w:r><w:t>Words ${String(i)}</w:t></w:r></w:p>`,
      ).join(''),
    );
  async function statementsFor(n: number): Promise<number> {
    id = await foundCommentary(site, ada);
    const opened = await send(await word.rawWordFile(xml(n)));
    expect(opened.statusCode, opened.body).toBe(201);
    const { answer, statements } = await watched(site, () => confirm(opened.json<DocxView>()));
    expect(answer.json()).toEqual({ written: n, leftOut: 0, withoutLabel: 0 });
    expect(await outline()).toHaveLength(n);
    return statements.length;
  }
  // A statement is seen as often as its connection was handed out before: a few times, never hundreds.
  expect(await statementsFor(5)).toBeLessThan(100);
  expect(await statementsFor(500)).toBeLessThan(100);
});

test('a file that is none is refused for what it is, and leaves nothing', async () => {
  for (const [bytes, code] of [
    [Buffer.from('Hello'), 'docx-not-word'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'docx-old-format'],
    [await word.rawWordFile('<w:p>'), 'docx-malformed'],
    [await word.rawWordFile(word.documentXml('')), 'docx-empty'],
    [
      await word.rawWordFile(word.documentXml(''), {
        'word/a.xml': Buffer.alloc(17 * 1024 * 1024),
      }),
      'docx-too-large',
    ],
  ] as const)
    expect(refusal(await send(bytes))).toEqual([422, code]);
  expect((await site.as(ada, 'GET', at())).json()).toEqual({ docx: null });
});

test('more than a file may be is refused before it is read', async () => {
  const answer = await site.as(ada, 'POST', at(), {
    fileName: 'a.docx',
    file: 'A'.repeat(50 * 1024 * 1024),
  });
  expect(refusal(answer)).toEqual([413, 'body-too-large']);
});

test('of whoever does not write it no file is taken', async () => {
  const eve = await site.addPerson({ name: 'Eve' });
  const administrator = await site.addPerson({ name: 'Root', administrator: true });
  const file = Buffer.from('Hello');
  expect(refusal(await send(file, null))).toEqual([401, 'sign-in-required']);
  for (const person of [eve, administrator])
    expect(refusal(await send(file, person))).toEqual([404, 'not-found']);
  await site.as(ada, 'POST', `/commentaries/${id}/authors`, { handle: eve.handle });
  expect(refusal(await send(file, eve))).toEqual([403, 'not-allowed']);
  await site.as(ada, 'PUT', `/commentaries/${id}/removal`, { removed: true });
  expect(refusal(await send(file))).toEqual([409, 'commentary-removed']);
});

test('the API answers others while a file is read', async () => {
  const long = word.documentXml(
    Array.from(
      { length: 4_000 },
      (_, n) => `<w:p><w:r><w:t>Line ${String(n)}</w:t></w:r></w:p>`,
    ).join(''),
  );
  const order: string[] = [];
  const reading = send(await word.rawWordFile(long)).then((answer) => {
    order.push('read');
    return answer;
  });
  for (let n = 0; n < 5; n += 1) await site.as(ada, 'GET', `/commentaries/${id}`);
  order.push('answered');
  expect((await reading).statusCode).toBe(201);
  expect(order).toEqual(['answered', 'read']);
});
