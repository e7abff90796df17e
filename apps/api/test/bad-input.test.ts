import type { ImportRowPage, ImportView, Preview, SearchView } from '@glossator/contract';
import { limits } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ownApp,
  refusal,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';
import { asSearch, clause, foreignNote } from './support/hypothesis.ts';

/* What nobody means, at every size and on every way in: answered, or refused with what to do. */

let site: TestApp;
let ada: Person;
let ben: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));

const seek = (q: string) =>
  site.as(null, 'GET', `/api/search?${new URLSearchParams({ q }).toString()}`);
async function found(q: string): Promise<string[]> {
  const answer = await seek(q);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.json<SearchView>().notes.items.map(({ address }) => address);
}

/** Processor time of this process, in milliseconds: others on this machine do not count. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

test('a version that no note can have is refused', async () => {
  const { id } = rootOf(await startThread(site, ada, '2.0.5.1', { body: 'Only once' }));
  const edit = { body: 'Again', version: 3_000_000_000, seen };
  expect(refusal(await site.as(ada, 'PUT', `/api/annotations/${id}`, edit))).toEqual([
    400,
    'request-malformed',
  ]);
});

describe('a search', () => {
  beforeAll(async () => {
    await startThread(site, ben, '2.0.1.1', { body: 'Written as by:ada tag:scope in the guide' });
    await startThread(site, ada, '2.0.2.1', { body: 'The ostrich and the emu', tags: ['scope'] });
    await startThread(site, ada, '2.0.3.1', { body: '权与的' });
    await startThread(site, ada, '2.0.4.1', { body: 'About foo:bar alone' });
  });

  test.each([
    ['one stop word', 'the', ['2.0.1.1', '2.0.2.1']],
    ['one stop word in the other script', '的', ['2.0.3.1']],
    ['one hanzi', '权', ['2.0.3.1']],
    ['operators inside quotation marks are words', '"by:ada tag:scope"', ['2.0.1.1']],
    ['operators inside Chinese quotation marks', '“by:ada tag:scope”', ['2.0.1.1']],
    ['an unknown operator is a word', 'foo:bar', ['2.0.4.1']],
    ['a quotation that is never closed holds to the end', '"ostrich and the', ['2.0.2.1']],
    ['its words stand together', '"the ostrich emu', []],
    ['an operator without a value asks nothing', 'tag: ostrich', ['2.0.2.1']],
    ['an operator with an unclosed value', 'ostrich tag:"scope', ['2.0.2.1']],
    ['a known operator is no word', 'tag:nowhere the', []],
    ['a tag cannot be left out by a sign: it is a word then', '-tag:scope the', ['2.0.2.1']],
  ])('%s: %s', async (_what, q, addresses) => {
    expect((await found(q)).sort()).toEqual(addresses);
  });

  test.each([
    ['hanzi', '网'.repeat(10_000)],
    ['words', 'word '.repeat(2_000)],
    ['quotation marks', '"'.repeat(10_000)],
    ['operators', 'tag:x '.repeat(1_667)],
    ['signs', '-'.repeat(10_000)],
    ['blanks between', `a${' '.repeat(9_998)}b`],
  ])('of 10,000 characters is refused by its length: %s', async (_what, q) => {
    const spent = await cost(async () => {
      expect(refusal(await seek(q))).toEqual([422, 'search-too-long']);
    });
    expect(spent).toBeLessThan(1_000);
  });

  test('of the greatest length, in words and in one, is answered', async () => {
    const longest = '网'.repeat(limits.searchLength);
    expect(await found(longest)).toEqual([]);
    expect(await found(`"${'a '.repeat(limits.searchLength / 2 - 1)}`)).toEqual([]);
    const words = Array.from({ length: limits.searchTerms }, (_, n) => `word${String(n)}`);
    expect(await found(words.join(' '))).toEqual([]);
    expect(refusal(await seek([...words, 'more'].join(' ')))).toEqual([422, 'search-too-long']);
  });
});

const deep = (mark: string, times: number): string => `${mark.repeat(times)} a`;
const table = (columns: number, rows: number): string =>
  `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${`|${'b|'.repeat(columns)}\n`.repeat(rows)}`;
const bombs = {
  'quotes in quotes': deep('>', 19_000),
  'lists in lists': deep('- ', 9_000),
  'brackets in brackets': '['.repeat(9_900) + ']'.repeat(9_900),
  'links in links': '[a]('.repeat(4_900),
  'pictures in pictures': '![a]('.repeat(3_900),
  'emphasis in emphasis': '*a '.repeat(6_600),
  'quotes that lists hold': '> - '.repeat(4_900),
  'a table as wide as the note': table(1_900, 3),
  'a table as long as the note': table(1, 4_000),
  'references in references': '[['.repeat(9_900),
  'people called': '@a '.repeat(6_600),
  footnotes: `${'[^a]'.repeat(4_900)}\n\n[^a]: x`,
} as const;
/** Milliseconds of processor for one, over everything that is done with it. */
const dear = 3_000;
const zh = clause('zh-cac', '3.1.1.2');
const quote = { exact: zh.slice(2, 14), prefix: zh.slice(0, 2), suffix: zh.slice(14, 30) };

describe('Markdown that grows in the parser', () => {
  test.each(Object.entries(bombs))('as a note: %s', async (_name, body) => {
    const spent = await cost(async () => {
      const { html } = rootOf(await startThread(site, ada, '4.1', { body }));
      expect(html?.length).toBeLessThan(20 * limits.noteLength);
    });
    expect(spent).toBeLessThan(dear);
  });

  test.each(Object.entries(bombs))('in the preview: %s', async (_name, body) => {
    const spent = await cost(async () => {
      const answer = await site.as(ada, 'POST', '/api/preview', { work: 'ncss-2016', body });
      expect(answer.statusCode).toBe(200);
      expect(answer.json<Preview>().html.length).toBeLessThan(20 * limits.noteLength);
    });
    expect(spent).toBeLessThan(dear);
  });

  test('in a file, all of them at once', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    const notes = Object.entries(bombs).map(([id, text]) => foreignNote(id, { quote, text }));
    const spent = await cost(async () => {
      const view = await written(eve, asSearch(notes));
      expect(view).toMatchObject({ state: 'done', total: notes.length });
      // One that is too long with its heading is told of; no other is lost.
      expect(view.written + view.leftOut).toBe(notes.length);
      expect(view.written).toBeGreaterThan(notes.length - 3);
    });
    expect(spent).toBeLessThan(dear * notes.length);
  }, 60_000);

  const megabyte = table(100, 5_000);
  test('a table of a megabyte is refused by its size, on each way in', async () => {
    expect(megabyte.length).toBeGreaterThan(1_000_000);
    const form = { work: 'ncss-2016', body: megabyte };
    expect(refusal(await site.as(ada, 'POST', '/api/preview', form))).toEqual([
      413,
      'body-too-large',
    ]);
    const note = rootOf(await startThread(site, ada, '4.1', { body: 'small' }));
    const edit = { body: megabyte, version: 1, seen: ['zh-cac:1.0.0'] };
    expect(refusal(await site.as(ada, 'PUT', `/api/annotations/${note.id}`, edit))).toEqual([
      413,
      'body-too-large',
    ]);
    const draft = { body: megabyte, layer: 'public' };
    expect(refusal(await site.as(ada, 'PUT', '/api/drafts/new:ncss-2016:4.1', draft))).toEqual([
      413,
      'body-too-large',
    ]);
    const max = await site.addPerson({ name: 'Max' });
    const spent = await cost(async () => {
      const view = await opened(max, asSearch([foreignNote('table', { quote, text: megabyte })]));
      expect(view).toMatchObject({ waiting: 0, leftOut: 1 });
      const rows = await site.as(max, 'GET', `/api/imports/${view.id}/rows`);
      expect(rows.json<ImportRowPage>().items[0]?.reason).toBe('too-long');
    });
    expect(spent).toBeLessThan(dear);
  });
});

const upload = (person: Person, text: string, on: TestApp = site) =>
  on.as(person, 'POST', '/api/imports', { work: 'ncss-2016', fileName: 'notes.json', text });

async function opened(person: Person, text: string): Promise<ImportView> {
  const answer = await upload(person, text);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(201);
  return answer.json();
}

/** Confirms, and waits until the queue has worked it off. */
async function written(person: Person, text: string): Promise<ImportView> {
  const { id } = await opened(person, text);
  await site.as(person, 'POST', `/api/imports/${id}/confirmation`);
  for (let tries = 0; tries < 300; tries += 1) {
    const view = (await site.as(person, 'GET', `/api/imports/${id}`)).json<ImportView>();
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the import did not end');
}

describe('a file of notes from elsewhere', () => {
  test('with the same id again and again, and without targets, is told note by note', async () => {
    const zoe = await site.addPerson({ name: 'Zoe' });
    const hostile =
      '<iframe srcdoc="<script>alert(1)</script>"></iframe><a href="javascript:x">y</a>';
    const view = await written(
      zoe,
      asSearch([
        ...Array.from({ length: 500 }, () => foreignNote('same', { quote, text: hostile })),
        ...Array.from({ length: 100 }, (_, n) => foreignNote(`nowhere-${String(n)}`)),
        { ...foreignNote('empty'), target: [] },
        { ...foreignNote('null'), target: null },
        { ...foreignNote('absent'), target: undefined },
        { ...foreignNote('hollow'), target: [{}] },
        { ...foreignNote('list'), target: [[], 7, 'x'] },
      ]),
    );
    expect(view).toMatchObject({ state: 'done', total: 605, written: 1, leftOut: 604 });
    const own = await site.as(zoe, 'GET', '/api/works/ncss-2016/threads?at=3.1.1.2');
    const mine = own
      .json<{ items: { layer: string; annotations: { html: string }[] }[] }>()
      .items.filter(({ layer }) => layer === 'notebook');
    expect(mine).toHaveLength(1);
    expect(mine[0]?.annotations[0]?.html).not.toMatch(/<iframe|<script|javascript:/);
  }, 60_000);

  test('is one at a time for each person: of many at once the others are told so', async () => {
    const ida = await site.addPerson({ name: 'Ida' });
    const text = asSearch([foreignNote('one', { quote })]);
    const answers = await Promise.all(Array.from({ length: 100 }, () => upload(ida, text)));
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    for (const answer of answers)
      if (answer.statusCode !== 201) expect(refusal(answer)).toEqual([409, 'import-open']);
    const { rows } = await site.owner.query<{ n: number }>(
      'select count(*)::integer as n from note_import where person_id = $1',
      [ida.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  }, 60_000);

  test('ten thousand times over is held back by the budget, which says when to come again', async () => {
    const strict = await ownApp({
      config: {
        rateLimits: {
          read: 9,
          write: 9,
          drafts: 9,
          moderation: 9,
          exchange: 20,
          search: 9,
          credentials: 9,
        },
      },
    });
    const eager = await strict.addPerson();
    const statuses = new Map<number, number>();
    let patience = 0;
    for (let n = 0; n < 100; n += 1) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => upload(eager, '{"rows":[]}', strict)),
      );
      for (const answer of answers) {
        statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
        patience = Math.max(patience, Number(answer.headers['retry-after'] ?? 0));
      }
    }
    expect(statuses.get(429)).toBeGreaterThanOrEqual(9_900);
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(patience).toBeGreaterThan(0);
  }, 120_000);
});
