import type { SearchView, Snippet } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reindexNotes } from '../src/features/search/reindex.ts';
import { readQuery } from '../src/features/search/read-query.ts';
import { listMatching } from '../src/features/search/matching.ts';
import {
  hideForm,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let keeper: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: '李伟' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  await startThread(site, ada, '4.3.1.2', {
    body: 'Does **all necessary** measures bind? See sovereignty.',
    kind: 'question',
    tags: ['Scope', '范围'],
  });
  await startThread(site, ben, '3.1.1.2', { body: '主权的含義在此：網絡主權。', tags: ['范围'] });
  await startThread(site, ada, '3.2.1.2', { body: 'Reminder: 联合国 Charter, ﬁrst article' });
});
afterAll(() => stopApp(site));

const ask = (query: string, person: Person | null = null) =>
  site.as(person, 'GET', `/api/search?${query}`);
const find = async (query: string, person: Person | null = null): Promise<SearchView> => {
  const answer = await ask(query, person);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const q = (text: string): string => `q=${encodeURIComponent(text)}`;
const places = (view: SearchView): string[] =>
  view.notes.items.map(({ address }) => address).sort();
const marked = (snippet: Snippet): string[] =>
  snippet.filter(({ hit }) => hit).map(({ text }) => text);

describe('notes are found', () => {
  test.each([
    ['by a word', 'measures', ['4.3.1.2']],
    ['by the beginning of a word', 'sovereig', ['4.3.1.2']],
    ['by all words together', 'measures bind', ['4.3.1.2']],
    ['not where one is missing', 'measures charter', []],
    ['by a phrase, through its marks', '"all necessary measures"', ['4.3.1.2']],
    ['not by words of a phrase apart', '"necessary bind"', []],
    ['by one hanzi', '权', ['3.1.1.2']],
    ['by two', '主权', ['3.1.1.2']],
    ['in the other kind of hanzi', '网络主权', ['3.1.1.2']],
    ['by the other kind of hanzi', '含義', ['3.1.1.2']],
    ['by hanzi and letters', '联合国 charter', ['3.2.1.2']],
    ['by a ligature written out', 'first', ['3.2.1.2']],
    ['without what is left out', 'see -measures', []],
    ['by tag', 'tag:scope', ['4.3.1.2']],
    ['by any of two tags', 'tag:scope tag:范围', ['3.1.1.2', '4.3.1.2']],
    ['by kind', 'kind:question', ['4.3.1.2']],
    ['by place', 'work:ncss-2016 in:3.1-3.2', ['3.1.1.2', '3.2.1.2']],
    ['since today', `since:${new Date().toISOString().slice(0, 10)} 主权`, ['3.1.1.2']],
    ['until yesterday', 'until:2020-01-01 主权', []],
    ['where a thread is open', 'is:open measures', ['4.3.1.2']],
  ])('%s: %s', async (_how, words, found) => {
    expect(places(await find(q(words)))).toEqual(found);
  });

  test('by their author’s handle', async () => {
    expect(places(await find(q(`by:@${ben.handle.toUpperCase()}`)))).toEqual(['3.1.1.2']);
  });

  test('inside words, where no whole word is found', async () => {
    const view = await find(q('vereignt'));
    expect([view.inside, places(view)]).toEqual([true, ['4.3.1.2']]);
  });

  test('with the words marked, and the clause in both languages beside them', async () => {
    const [hit] = (await find(q('網絡主權'))).notes.items;
    expect(marked(hit?.snippet ?? [])).toEqual(['網絡主權']);
    expect(hit?.clause.map(({ lang }) => lang)).toEqual(['zh-Hans', 'en']);
  });

  test('as soon as they are written, edited and taken away', async () => {
    const root = rootOf(await startThread(site, ada, '2.0.5.1', { body: 'Quokka one' }));
    expect(places(await find(q('quokka')))).toEqual(['2.0.5.1']);
    const reply = await replyTo(site, ben, root.id, 'Wombat two');
    expect(places(await find(q('wombat')))).toEqual(['2.0.5.1']);
    await site.as(ben, 'PUT', `/api/annotations/${reply.id}`, {
      body: 'Numbat',
      version: 1,
      seen: ['zh-cac:1.0.0'],
    });
    expect([places(await find(q('wombat'))), places(await find(q('numbat')))]).toEqual([
      [],
      ['2.0.5.1'],
    ]);
    await site.as(ben, 'DELETE', `/api/annotations/${reply.id}`);
    expect(places(await find(q('numbat'), ben))).toEqual([]);
  });
});

test('texts are found in either language, with the notes on them in any', async () => {
  const view = await find(`${q('必要措施')}&scope=texts`);
  const hit = view.texts.items.find(({ address }) => address === '4.3.1.2');
  expect(hit).toMatchObject({ edition: 'zh-cac', notes: 1 });
  expect(marked(hit?.snippet ?? [])).toEqual(['必要措施']);
  const english = await find(`${q('"double standards"')}&scope=texts`);
  expect(english.texts.items.map(({ address }) => address)).toEqual(['3.1.1.3']);
});

test('words of a withheld edition are neither found nor shown', async () => {
  await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
  expect((await find(q('"double standards"'))).texts.items).toEqual([]);
  const [hit] = (await find(q('主权'))).notes.items;
  expect(hit?.clause.map(({ lang }) => lang)).toEqual(['zh-Hans']);
  await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
});

test('a notebook is found, counted and listed for its owner alone', async () => {
  await startThread(site, ada, '3.3.1.2', {
    body: 'Pangolin',
    layer: 'notebook',
    tags: ['secret'],
  });
  const own = await find(q('pangolin'), ada);
  expect([own.notes.total, own.facets.layer]).toEqual([
    1,
    [{ value: 'notebook', label: 'notebook', count: 1 }],
  ]);
  for (const person of [null, ben, keeper])
    for (const words of ['pangolin', 'angoli', 'tag:secret', 'layer:notebook'])
      expect((await find(q(words), person)).notes.total, words).toBe(0);
});

test('a hidden note is found by its author and the staff alone', async () => {
  const root = rootOf(await startThread(site, ada, '3.3.1.3', { body: 'Axolotl', tags: ['rare'] }));
  await site.as(keeper, 'POST', `/api/annotations/${root.id}/hide`, hideForm());
  const totals = await Promise.all(
    [null, ben, ada, keeper].map(
      async (person) => (await find(q('axolotl tag:rare'), person)).notes.total,
    ),
  );
  expect(totals).toEqual([0, 0, 1, 1]);
});

test('facets count what is found', async () => {
  const { facets } = await find(q('tag:范围'));
  expect(facets.tag).toContainEqual({ value: '范围', label: '范围', count: 2 });
  expect(facets.by.map(({ value }) => value).sort()).toEqual([ada.handle, ben.handle].sort());
});

test.each([
  ['a word', 'the', 200],
  ['marks alone', '，。！', 422],
  ['nothing but what is left out', '-x', 422],
  ['10,000 characters', '网'.repeat(10_000), 422],
  ['operators of the index', "a & !b | (c:*) <-> 'd' \\", 200],
  ['patterns', '%_%\\\\ .*', 422],
  ['operators in quotes', '"by:ada tag:x"', 200],
  ['an unknown kind', 'kind:nonsense', 422],
  ['a day that is none', 'since:2026-02-31', 422],
  ['a clause that is not there', 'work:ncss-2016 in:9.9', 404],
  ['a clause of no work', 'in:4.3', 422],
  ['a lone quotation mark', '"', 200],
])('%s: an answer or a clear refusal', async (_what, words, status) => {
  expect((await ask(q(words))).statusCode).toBe(status);
});

test('a null byte is refused or harmless', async () => {
  expect((await ask('q=a%00b')).statusCode).toBeLessThan(500);
  expect((await ask('tag=a%00b')).statusCode).toBeLessThan(500);
  expect((await ask('q=%ED%A0%80')).statusCode).toBeLessThan(500);
});

test('a page is followed by the next, each note once', async () => {
  for (let n = 0; n < 25; n += 1)
    await startThread(site, ada, '2.0.1.1', { body: `Capybara ${String(n)}` });
  const first = await find(q('capybara'));
  expect([first.notes.total, first.notes.items.length]).toEqual([25, 20]);
  const second = await find(`${q('capybara')}&cursor=${first.notes.next ?? ''}`);
  expect(new Set([...first.notes.items, ...second.notes.items].map(({ id }) => id)).size).toBe(25);
  expect(second.notes.next).toBeNull();
});

test('all matching notes are listed, newest first', async () => {
  const deps = { db: site.app.db, texts: site.app.texts };
  const reader = { actor: { personId: null, roles: [] }, layers: [1], works: [] };
  const query = readQuery({ q: 'capybara' });
  const first = await listMatching(deps, reader, query, null, 20);
  const rest = await listMatching(deps, reader, query, first.at(-1) ?? null, 20);
  expect([first.length, rest.length]).toEqual([20, 5]);
  expect([...first, ...rest]).toEqual([...first, ...rest].toSorted().reverse());
});

test('tokens of an older kind are made anew', async () => {
  await site.owner.query("update note_search set tokenizer = 0, tokens = ''");
  expect((await find(q('measures'))).notes.total).toBe(0);
  expect(await reindexNotes(site.app.db)).toBeGreaterThan(25);
  expect((await find(q('measures'))).notes.total).toBe(1);
  expect(await reindexNotes(site.app.db)).toBe(0);
});

test('what an erased person wrote is found no more', async () => {
  const gone = await site.addPerson({ name: 'Gone' });
  const root = rootOf(await startThread(site, gone, '2.0.1.1', { body: 'Thylacine' }));
  await site.owner.query("update annotation set state = 'erased' where id = $1", [root.id]);
  const { rows } = await site.owner.query('select from note_search where annotation_id = $1', [
    root.id,
  ]);
  expect(rows).toEqual([]);
});
