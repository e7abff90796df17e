import { parse } from 'csv-parse/sync';
import { once } from 'node:events';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { exportNotes } from '../src/features/export/notes.ts';
import { makeExports } from '../src/features/export/service.ts';
import { readerNow } from '../src/features/sessions/service.ts';
import {
  ownApp,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';
import { clause } from './support/hypothesis.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let rootId: string;
const formula = '=HYPERLINK("http://evil.example/","x")\n"quoted", and ；更多';
const quoted = clause('en-creemers', '3.1.1.2').slice(4, 24);

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: '+Ada *bold* | <b>' });
  ben = await site.addPerson({ name: 'Ben' });
  const later = await startThread(site, ada, '4.1.1.1', { body: '# Not a heading of ours\n\n```' });
  expect(later.id).toBeTruthy();
  const thread = await startThread(site, ada, '3.1.1.2', {
    body: formula,
    kind: 'question',
    tags: ['sovereignty', '@risk'],
    pointing: { kind: 'words', edition: 'en-creemers', version: '1.0.0', words: quoted },
  });
  rootId = rootOf(thread).id;
  const answer = await replyTo(site, ben, rootId, 'An answer');
  await replyTo(site, ada, answer.id, '-1 is not a formula');
  await startThread(site, ada, '3.1.1.2', { layer: 'notebook', body: 'Mine alone' });
  const gone = rootOf(await startThread(site, ben, '3.1.1.2', { body: 'Taken back' }));
  await site.as(ben, 'DELETE', `/api/annotations/${gone.id}`);
});
afterAll(() => stopApp(site));

const file = (person: Person | null, query: string) =>
  site.as(person, 'GET', `/api/export?work=ncss-2016&${query}`);

async function table(person: Person | null, query = ''): Promise<Record<string, string>[]> {
  const answer = await file(person, `format=csv&${query}`);
  expect(answer.statusCode).toBe(200);
  return parse(answer.body, { bom: true, columns: true });
}

interface Item {
  id: string;
  motivation: string[];
  body: { purpose: string; value: string }[];
  target: unknown;
  creator?: { name: string };
}
interface Collection {
  '@context': string;
  type: string;
  total: number;
  first: { type: string; startIndex: number; items: Item[] };
}
const collection = async (person: Person | null, query = ''): Promise<Collection> =>
  JSON.parse((await file(person, `format=w3c&${query}`)).body) as Collection;

describe('CSV', () => {
  test('comes back as it was, save for the apostrophe before what would calculate', async () => {
    const rows = await table(null);
    expect(rows.map((row) => row['text'])).toEqual([
      `'${formula}`,
      'An answer',
      `'-1 is not a formula`,
      '# Not a heading of ours\n\n```',
    ]);
    expect(rows[0]).toMatchObject({
      id: rootId,
      address: '3.1.1.2',
      target: 'range',
      edition: 'en-creemers:1.0.0',
      quote: quoted,
      layer: 'public',
      kind: 'question',
      tags: 'sovereignty, @risk',
      author: `'+Ada *bold* | <b>`,
      permalink: `http://localhost:3000/n/${rootId}`,
    });
    expect(rows.map((row) => row['depth'])).toEqual(['0', '1', '2', '0']);
    expect(rows[1]?.['in_reply_to']).toBe(rootId);
  });

  test('begins with a mark for spreadsheets, and no cell begins a formula', async () => {
    const answer = await file(ada, 'format=csv');
    expect(answer.rawPayload.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="ncss-2016-notes-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const cells: string[][] = parse(answer.body, { bom: true });
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

describe('the filter', () => {
  test.each([
    ['kind=question', 1],
    ['tag=SOVEREIGNTY', 1],
    ['tag=sovereignty&tag=none', 1],
    ['tag=none', 0],
    ['is=open', 4],
    ['is=resolved', 0],
    ['in=4.1', 1],
    ['in=3.1.1.1-4.1.1.1', 4],
    ['layer=notebook', 0],
    ['since=2100-01-01', 0],
    ['until=2100-01-01', 4],
    ['by=nobody', 0],
  ])('%s', async (query, n) => {
    expect(await table(null, query)).toHaveLength(n);
  });

  test('by a person', async () => {
    const { rows } = await site.owner.query<{ handle: string }>(
      'select handle from person where id = $1',
      [ben.id],
    );
    const found = await table(null, `by=${encodeURIComponent(rows[0]?.handle ?? '')}`);
    expect(found.map((row) => row['text'])).toEqual(['An answer']);
  });

  test('knows what it refuses', async () => {
    expect(refusal(await file(null, 'format=csv&in=99.9'))).toEqual([404, 'not-found']);
    expect(refusal(await file(null, 'format=pdf'))).toEqual([400, 'request-malformed']);
    expect(refusal(await file(null, 'format=csv&since=yesterday'))[0]).toBe(400);
    const nowhere = await site.as(null, 'GET', '/api/export?work=none&format=csv');
    expect(refusal(nowhere)).toEqual([404, 'not-found']);
  });
});

test('W3C: a collection with its page inside, which the import reads back', async () => {
  const { total, first, ...head } = await collection(ada);
  expect(head).toMatchObject({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
  });
  expect(first).toMatchObject({ type: 'AnnotationPage', startIndex: 0 });
  expect(total).toBe(first.items.length);
  expect(total).toBe(5);
  const root = first.items.find(({ id }) => id.endsWith(rootId));
  expect(root).toMatchObject({
    type: 'Annotation',
    motivation: ['questioning'],
    target: {
      type: 'SpecificResource',
      source: 'http://localhost:3000/t/ncss-2016@en-creemers:1.0.0/3.1.1.2',
      selector: [
        { type: 'TextQuoteSelector', exact: quoted },
        { type: 'TextPositionSelector', start: 4, end: 24 },
      ],
    },
  });
  expect(first.items.filter((item) => item.motivation.includes('replying'))).toHaveLength(2);
  // JSON Lines hold the same notes, each alone.
  const lines = (await file(ada, 'format=jsonl')).body.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as Item).id)).toEqual(
    first.items.map(({ id }) => id),
  );

  const form = { work: 'ncss-2016', fileName: 'own.jsonld' };
  const opened = await site.as(ben, 'POST', '/api/imports', {
    ...form,
    text: (await file(ada, 'format=w3c')).body,
  });
  expect(opened.json()).toMatchObject({ source: 'w3c', total: 5, waiting: 5, leftOut: 0 });
});

test('Markdown: clauses in document order, their words, threads nested, nothing breaks out', async () => {
  const answer = await file(null, 'format=markdown');
  expect(answer.headers['content-language']).toBe('en');
  const tree = unified().use(remarkParse).parse(answer.body);
  const headings = tree.children.filter((node) => node.type === 'heading');
  expect(
    headings.map(({ depth, children: [text] }) => [depth, text?.type === 'text' && text.value]),
  ).toEqual([
    [1, expect.stringContaining('Notes on ')],
    [2, '3.1.1.2'],
    [2, '4.1.1.1'],
  ]);
  expect(answer.body).toContain('国家');
  expect(tree.children.some((node) => node.type === 'html')).toBe(false);
  expect(answer.body).toMatch(/^> > > -1 is not a formula$/m);
  expect(answer.body).toMatch(/4 notes in this file\.\n$/);
  const chinese = await file(null, 'format=markdown&lang=zh-Hans');
  expect(chinese.headers['content-language']).toBe('zh-Hans');
  expect(chinese.body).toContain('本文件共 4 则注解。');
});

test('words of a withheld edition are in no form', async () => {
  await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
  for (const format of ['markdown', 'csv', 'w3c', 'jsonl']) {
    const { body } = await file(ada, `format=${format}`);
    expect(body.includes(quoted), format).toBe(false);
    expect(body.includes('An answer'), format).toBe(true);
  }
  await site.owner.query("update edition set access = 'signed-in' where id = 'en-creemers'");
  expect((await file(null, 'format=markdown')).body.includes(quoted)).toBe(false);
  expect((await file(ada, 'format=markdown')).body.includes(quoted)).toBe(true);
  await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
});

describe('files under way', () => {
  const visitorOf = (id: string | null) => ({
    ...{ actor: { personId: id, roles: [] }, sessionId: null, layers: [], works: [] },
    person: id === null ? null : { id, name: '', handle: '', email: '', locale: 'en' as const },
  });
  const csv = { format: 'csv', work: 'ncss-2016' } as const;

  test('two for one reader, so that nobody keeps others from theirs', async () => {
    const write = makeExports(site.app.db, site.app.texts, 'http://localhost');
    const begin = async (who: string | null, network = 'n') =>
      (await write(visitorOf(who), network, csv, 'en')).stream;
    const first = await begin('a');
    const all = [first, await begin('a')];
    await expect(begin('a')).rejects.toMatchObject({ code: 'too-many-requests' });
    all.push(await begin(null));
    first.destroy();
    await once(first, 'close');
    all.push(await begin(null));
    await expect(begin(null)).rejects.toMatchObject({ code: 'too-many-requests' });
    all.push(await begin(null, 'another network'));
    await expect(begin('b')).rejects.toMatchObject({ code: 'too-many-requests' });
    for (const stream of all) stream.destroy();
  });

  test('one that is not taken makes place after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const write = makeExports(site.app.db, site.app.texts, 'http://localhost');
    const { stream } = await write(visitorOf('a'), 'n', csv, 'en');
    expect(stream.destroyed).toBe(false);
    vi.advanceTimersByTime(10 * 60_000);
    expect(stream.destroyed).toBe(true);
  });
});

test('a great many notes: few rows at a time, no open transaction, and an end with the rights', async () => {
  const big = await ownApp();
  const max = await big.addPerson({ name: 'Max' });
  const thread = await startThread(big, max, '3.1.1.2');
  await big.owner.query('alter table annotation disable trigger user');
  await big.owner.query(
    `insert into annotation (id, thread_id, parent_id, author_id, post_key, created_at)
     select md5('m' || n)::uuid, $1, $2, $3, md5('k' || n)::uuid, now() + make_interval(secs => n)
     from generate_series(1, 3000) n`,
    [thread.id, rootOf(thread).id, max.id],
  );
  await big.owner.query(
    `insert into revision (annotation_id, number, body, html, renderer, seen)
     select id, 1, 'Long', 'Long', 1, array['zh-cac:1.0.0'] from annotation where thread_id = $1
     on conflict do nothing`,
    [thread.id],
  );
  const { db, texts } = big.app;
  const deps = { db, texts, reader: () => readerNow(db, max.sessionId) };
  const sizes: number[] = [];
  // A job of the app may be inside one of its own for a moment; none is the same all along.
  let open: string[] | null = null;
  for await (const notes of exportNotes(deps, { format: 'csv', work: 'ncss-2016' })) {
    sizes.push(notes.length);
    const { rows } = await big.owner.query<{ transaction: string }>(
      `select pid || ' ' || xact_start as transaction from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'`,
    );
    const now = rows.map(({ transaction }) => transaction);
    open = open === null ? now : open.filter((each) => now.includes(each));
  }
  expect(open).toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(3_001);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);

  const under = exportNotes(deps, { format: 'csv', work: 'ncss-2016' });
  expect((await under.next()).done).toBe(false);
  await big.owner.query('delete from session where id = $1', [max.sessionId]);
  await expect(under.next()).rejects.toMatchObject({ code: 'session-ended' });
});
