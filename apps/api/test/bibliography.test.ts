import { randomUUID } from 'node:crypto';
import type {
  BibliographyItemView,
  BibliographyPasted,
  BibliographyPreview,
  PartView,
  Problem,
  ProofPart,
} from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addPart,
  entryOn,
  foundCommentary,
  joinCommentary,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let eve: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  id = await foundCommentary(site, ada);
  await joinCommentary(site, ada, id, ben);
});

const hart = `@book{hart1961,
  author = {Hart, H. L. A.}, title = {The Concept of Law}, year = 1961,
  publisher = {Clarendon Press}, address = {Oxford}
}`;
const fuller = `@article{fuller, author = {Fuller, Lon L.}, title = {Positivism and Fidelity to Law},
  journal = {Harvard Law Review}, year = 1958, doi = {10.2307/1338226}}`;

const at = (suffix = '') => `/commentaries/${id}/bibliography${suffix}`;
const preview = async (text: string, by = ada): Promise<BibliographyPreview> => {
  const answer = await site.as(by, 'POST', at('/preview'), { text });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const take = (text: string, choices: readonly object[] = [], by = ada) =>
  site.as(by, 'POST', at(), { text, choices });
const taken = async (
  text: string,
  choices: readonly object[] = [],
): Promise<BibliographyPasted> => {
  const answer = await take(text, choices);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const list = async (query = ''): Promise<{ items: BibliographyItemView[]; next: string | null }> =>
  (await site.as(ben, 'GET', at(query))).json();
const found = async (key: string): Promise<BibliographyItemView> => {
  const { items } = await list();
  const item = items.find((each) => each.key === key && each.removed === null);
  if (item === undefined) throw new Error(`no ${key}`);
  return item;
};
const change = ({ id: item, ...view }: BibliographyItemView, more: object, by = ada) =>
  site.as(by, 'PUT', at(`/${item}`), {
    ...{ key: view.key, item: view.item, version: view.version },
    ...more,
  });
const remove = (item: BibliographyItemView, removed = true, by = ada) =>
  site.as(by, 'PUT', at(`/${item.id}/removal`), { removed });

describe('what is pasted', () => {
  test('is told entry by entry, with what was not understood and where; nothing is stored', async () => {
    const read = await preview(`${hart}\n\nwords\n@book{x, title = {Open\n\n@book{y, title = {Y}}`);
    expect(read.form).toBe('bibtex');
    expect(read.entries.map(({ key, line, standing }) => [key, line, standing])).toEqual([
      ['hart1961', 1, 'new'],
      ['y', 9, 'new'],
    ]);
    expect(read.entries[0]?.text).toBe(
      'Hart, H. L. A. 1961. The Concept of Law. Oxford: Clarendon Press.',
    );
    expect(read.unread.map(({ problem, line }) => [problem, line])).toEqual([
      ['outside', 4],
      ['unclosed', 7],
    ]);
    expect((await list()).items).toEqual([]);
  });

  test('is taken, once however often it is sent', async () => {
    expect(await taken(`${hart}\n${fuller}`)).toMatchObject({ added: ['hart1961', 'fuller'] });
    expect(await taken(`${hart}\n${fuller}`)).toMatchObject({ added: [], there: 2, skipped: 0 });
    expect((await list()).items.map(({ key, version }) => [key, version])).toEqual([
      ['fuller', 1],
      ['hart1961', 1],
    ]);
  });

  test('tells what is there by its key or its DOI, and leaves it as it is unless that is chosen', async () => {
    await taken(`${hart}\n${fuller}`);
    const other = '@book{hart1961, title = {Another}}';
    const twin = '@misc{f2, title = {Fidelity}, doi = {https://doi.org/10.2307/1338226}}';
    const read = await preview(`${other}\n${twin}`);
    expect(read.entries.map(({ standing, there }) => [standing, there?.key])).toEqual([
      ['key', 'hart1961'],
      ['doi', 'fuller'],
    ]);
    expect(await taken(`${other}\n${twin}`)).toMatchObject({ added: [], skipped: 2 });
    const version = read.entries[0]?.there?.version;
    expect(
      await taken(`${other}\n${twin}`, [
        { n: 1, take: 'replace', version },
        { n: 2, take: 'add' },
      ]),
    ).toMatchObject({ added: ['f2'], replaced: ['hart1961'] });
    expect((await found('hart1961')).item.title).toBe('Another');
    const stale = await take('@book{hart1961, title = {Third}}', [
      { n: 1, take: 'replace', version },
    ]);
    expect(refusal(stale)).toEqual([409, 'version-stale']);
  });

  test('a key that no citation can be written with is made into one, and said', async () => {
    const read = await preview('10.1002/(sici)1097[x]@y;z\n@book{x, title = {X}}');
    expect(read.entries.map(({ key }) => key)).toContain('x');
    const csl = JSON.stringify([
      { id: 'a b; [c]', type: 'book', title: 'A' },
      { id: 'a-b-c', type: 'book', title: 'B' },
      { id: '§', type: 'book', title: 'C' },
    ]);
    expect((await preview(csl)).entries.map(({ key, called }) => [key, called])).toEqual([
      ['a-b-c', 'a b; [c]'],
      ['a-b-c-2', 'a-b-c'],
      ['item', '§'],
    ]);
  });

  test('five thousand entries: as many as are read at once, and the rest is handed back', async () => {
    const entry = (n: number) => `@book{k${String(n)}, title = {T${String(n)}}}\n`;
    const text = Array.from({ length: 5_000 }, (_, n) => entry(n)).join('');
    const read = await preview(text);
    expect(read.entries).toHaveLength(2_000);
    expect(read.unread.map(({ problem, line }) => [problem, line])).toEqual([['too-many', 2_001]]);
    expect(read.unread[0]?.text).toBe(text.slice(text.indexOf('@book{k2000,')));
    expect((await taken(text)).added).toHaveLength(2_000);
    expect(refusal(await take(entry(9_999)))).toEqual([409, 'bibliography-full']);
    const first = await list('?limit=200');
    expect(first.items).toHaveLength(200);
    expect(first.next).not.toBeNull();
  });

  test.each([
    ['nothing', '', 0],
    ['no known form', 'Hart, The Concept of Law', 1],
    ['controls', '@book{x, title = {a\u0000b\u202e}}', 0],
    ['ten thousand braces', `@book{x, title = {${'{'.repeat(10_000)}`, 1],
    ['a lone surrogate', '@book{x, title = {a\ud800b}}', 0],
    ['one that is longer than can be kept', `@book{x, title = {${'y'.repeat(30_000)}}}`, 1],
  ])('%s', async (_, text, unread) => {
    expect((await preview(text)).unread).toHaveLength(unread);
    expect((await take(text)).statusCode).toBe(200);
  });

  test('HTML in a title is words, wherever it is shown', async () => {
    await taken(
      JSON.stringify([{ id: 'x', type: 'book', title: '<script>alert(1)</script> <i>Lex</i>' }]),
    );
    const part = await addPart(site, ada, id, entryOn('4.3', { label: 'T1', body: 'So [@x].' }));
    expect(part.html).toContain('“&#x3C;script>alert(1)&#x3C;/script> Lex” n.d.');
    expect(part.html).not.toContain('<script');
  });
});

describe('a work', () => {
  test('is changed over the version that one has seen', async () => {
    await taken(hart);
    const item = await found('hart1961');
    const title = 'The Concept of Law, again';
    const saved = await change(item, { item: { ...item.item, title } });
    expect(saved.json<BibliographyItemView>()).toMatchObject({ version: 2, item: { title } });
    const late = await change(item, { key: 'mine' }, ben);
    expect(refusal(late)).toEqual([409, 'version-stale']);
    expect(late.json<Problem>().current).toMatchObject({ version: 2, item: { title } });
  });

  test.each([
    ['a key with a space', { key: 'a b' }, 422, 'citation-key-malformed'],
    ['a key that is taken', { key: 'fuller' }, 409, 'citation-key-taken'],
    ['no DOI', { item: { type: 'book', title: 'X', DOI: 'x' } }, 422, 'item-malformed'],
    ['no address', { item: { type: 'book', URL: 'javascript:x' } }, 422, 'item-malformed'],
    ['nothing', { item: { type: 'book', title: ' ' } }, 422, 'item-malformed'],
    [
      'a thirtieth month',
      { item: { type: 'book', title: 'X', issued: { 'date-parts': [[2020, 30]] } } },
      422,
      'item-malformed',
    ],
    ['too much', { item: { type: 'book', title: 'x'.repeat(19_999) } }, 422, 'item-malformed'],
    [
      'a field that nobody knows',
      { item: { type: 'book', script: 'x' } },
      400,
      'request-malformed',
    ],
  ] as const)('%s is refused', async (_, more, status, code) => {
    await taken(`${hart}\n${fuller}`);
    expect(refusal(await change(await found('hart1961'), more))).toEqual([status, code]);
  });

  test('is not removed and gets no other key while it is cited; else it can be brought back', async () => {
    await taken(hart);
    const part = await addPart(site, ada, id, entryOn('4.3', { label: 'T1', body: '[@hart1961]' }));
    const item = await found('hart1961');
    expect(item.cited).toEqual([{ id: part.id, label: 'T1', title: 'On 4.3' }]);
    expect(refusal(await remove(item))).toEqual([409, 'item-cited']);
    expect(refusal(await change(item, { key: 'hart' }))).toEqual([409, 'item-cited']);
    await site.as(ben, 'PUT', `/commentaries/${id}/parts/${part.id}`, {
      ...{ label: 'T1', title: part.title, body: 'No more.', version: part.version },
    });
    const gone = (await remove(item)).json<BibliographyItemView>();
    expect(gone.removed).not.toBeNull();
    expect(refusal(await change(gone, { key: 'hart' }))).toEqual([409, 'version-stale']);
    await taken('@book{hart1961, title = {Another}}');
    expect(refusal(await remove(gone, false))).toEqual([409, 'citation-key-taken']);
    await remove(await found('hart1961'));
    expect((await remove(gone, false)).json<BibliographyItemView>().removed).toBeNull();
  });

  test('to whoever does not write the commentary there is none', async () => {
    await taken(hart);
    const item = await found('hart1961');
    for (const answer of [
      await site.as(eve, 'GET', at()),
      await site.as(eve, 'GET', at(`/${item.id}`)),
      await take(hart, [], eve),
      await change(item, {}, eve),
      await remove(item, true, eve),
    ])
      expect(refusal(answer)).toEqual([404, 'not-found']);
    const other = await foundCommentary(site, eve);
    const stray = await site.as(eve, 'GET', `/commentaries/${other}/bibliography/${item.id}`);
    expect(refusal(stray)).toEqual([404, 'not-found']);
    expect(refusal(await site.as(ada, 'GET', at(`/${randomUUID()}`)))).toEqual([404, 'not-found']);
  });
});

describe('citations in what is written', () => {
  const body =
    'As was said [see @hart1961, p. 12; -@fuller], also by **Fuller** [-@fuller].\n\nAnd [@nobody].';

  test('read by author and date, lead to the list at the end, and what nobody knows stays', async () => {
    await taken(`${hart}\n${fuller}`);
    const part = await addPart(site, ada, id, entryOn('4.3', { label: 'T1', body }));
    expect(part.html).toMatch(
      /\(see <a href="#(n[0-9a-f]+-cited-1)">Hart 1961<\/a>, p\. 12; <a href="#n[0-9a-f]+-cited-2">1958<\/a>\)/,
    );
    expect(part.html).toContain('And [@nobody].');
    expect(part.unresolved).toEqual(['@nobody']);
    expect(part.html).toMatch(
      /<li id="n[0-9a-f]+-cited-2">Fuller, Lon L\. 1958\. “Positivism and Fidelity to Law\.” <em>Harvard Law Review<\/em>\. <a href="https:\/\/doi\.org\/10\.2307\/1338226"/,
    );
    expect(part.html.match(/-cited-1"/g)).toHaveLength(2);
    const proof = (await site.as(ben, 'GET', `/commentaries/${id}/proof`)).json<{
      items: ProofPart[];
    }>();
    // There the part itself has a heading above it.
    expect(proof.items[0]?.html).toBe(part.html.replaceAll('h2>', 'h3>'));
  });

  test('read in the language of the commentary', async () => {
    id = await foundCommentary(site, ada, { language: 'zh-Hans' });
    await taken(hart);
    const part = await addPart(site, ada, id, entryOn('4.3', { body: '参见[@hart1961, 第3页]。' }));
    expect(part.html).toMatch(/参见（<a [^>]+>Hart 1961<\/a>, 第3页）。/);
    expect(part.html).toContain('引用文献');
    await taken('@book{li, author = {李, 伟}, title = {网络主权}}');
    const chinese = await addPart(site, ada, id, entryOn('4.3', { body: '参见[@li]。' }));
    expect(chinese.html).toMatch(/<li id="[^"]+" lang="zh">李伟\. 无日期\. 《网络主权》\.<\/li>/);
  });

  test('by the year alone, of a key that looks like an address of mail', async () => {
    await taken('@book{hart.b, author = {Hart, H. L. A.}, title = {The Concept}, year = 1961}');
    const part = await addPart(site, ada, id, entryOn('4.3', { body: 'Hart [cf. -@hart.b] says' }));
    expect(part.html).toMatch(/Hart \(cf\. <a href="#[^"]+">1961<\/a>\) says/);
  });

  test('are none in code, in links, and in notes', async () => {
    await taken(hart);
    const part = await addPart(
      site,
      ada,
      id,
      entryOn('4.3', { body: '`[@hart1961]` [@hart1961](https://example.org)' }),
    );
    expect(part.html).not.toContain('Hart 1961');
    expect(part.unresolved).toEqual([]);
    const { cited } = await found('hart1961');
    expect(cited).toEqual([]);
  });

  test('as they change so does who cites a work; an earlier revision cites again', async () => {
    await taken(hart);
    const part = await addPart(site, ada, id, entryOn('4.3', { label: 'T1', body: '[@hart1961]' }));
    const path = `/commentaries/${id}/parts/${part.id}`;
    const saved = await site.as(ada, 'PUT', path, {
      ...{ label: 'T1', title: '', body: 'None', version: 1 },
    });
    expect((await found('hart1961')).cited).toEqual([]);
    await site.as(ada, 'POST', `${path}/restoration`, {
      number: 1,
      version: saved.json<PartView>().version,
    });
    expect((await found('hart1961')).cited).toHaveLength(1);
  });
});
