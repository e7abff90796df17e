import { MarksView, targetKinds, type MarkRow, type ThreadView } from '@glossator/contract';
import { noteKinds, resolutions } from '@glossator/domain';
import { brotliDecompressSync } from 'node:zlib';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  ben = await site.addPerson({ name: 'Ben' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

async function marksFor(person: Person | null, query = ''): Promise<MarksView> {
  const answer = await site.as(person, 'GET', `/api/works/ncss-2016/marks${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  const view: unknown = answer.json();
  expect(Value.Errors(MarksView, view)).toEqual([]);
  return view as MarksView;
}

/** A row in words. */
function told(view: MarksView, row: MarkRow) {
  const [id, layer, target, from, to, resolution, notes, newest, kind, author, tags, loci] = row;
  return {
    id,
    layer: view.layers[layer],
    target: targetKinds[target],
    from: view.uids[from],
    to: view.uids[to],
    resolution: resolutions[resolution],
    notes,
    newest,
    kind: kind === -1 ? null : noteKinds[kind],
    author: author === -1 ? null : view.people[author]?.name,
    tags: tags.map((tag) => view.tags[tag]),
    loci: Array.from({ length: loci.length / 3 }, (_each, n) => ({
      segment: view.segments[loci[n * 3] ?? -1],
      start: loci[n * 3 + 1],
      end: loci[n * 3 + 2],
    })),
  };
}
const find = async (person: Person | null, id: string, query = '') => {
  const view = await marksFor(person, query);
  const row = view.threads.find(([each]) => each === id);
  return row === undefined ? null : told(view, row);
};

const range = (target: string, edition: string, exact: string, start: number) => ({
  pointing: {
    kind: 'range',
    loci: [
      {
        edition,
        version: '1.0.0',
        at: target,
        start,
        end: start + [...exact].length,
        exact,
        prefix: '',
        suffix: '',
      },
    ],
  },
});

async function onWords(person: Person, more = {}): Promise<ThreadView> {
  const { rows } = await site.owner.query<{ reading: string }>(
    `select s.reading from segment_text s join unit u on u.uid = s.uid
     join edition_version v on v.id = s.version_id
     where u.path = '3.2.1.1' and v.edition_id = 'en-creemers'`,
  );
  const [{ reading } = { reading: '' }] = rows;
  const exact = [...reading].slice(3, 12).join('');
  const { pointing } = range('3.2.1.1', 'en-creemers', exact, 3);
  const [locus] = pointing.loci;
  const around = {
    prefix: [...reading].slice(0, 3).join(''),
    suffix: [...reading].slice(12, 44).join(''),
  };
  return startThread(site, person, '3.2.1.1', {
    pointing: { ...pointing, loci: [{ ...locus, ...around }] },
    ...more,
  });
}

test('a thread is told with its place, its root and what it points at', async () => {
  const thread = await onWords(ada, { kind: 'question', tags: ['Sovereignty', '主权'] });
  await replyTo(site, ben, rootOf(thread).id, 'An answer');
  const mark = await find(null, thread.id);
  expect(mark).toMatchObject({
    layer: 'public',
    target: 'range',
    resolution: 'open',
    notes: 2,
    kind: 'question',
    author: 'Ada',
    tags: ['Sovereignty', '主权'],
    loci: [{ segment: { edition: 'en-creemers', version: '1.0.0' }, start: 3, end: 12 }],
  });
  expect(mark?.from).toBe(mark?.to);
  expect(mark?.loci[0]?.segment?.digest).toMatch(/^[0-9a-f]{16}$/);
  expect(JSON.stringify(await marksFor(null))).not.toContain('An answer');
});

describe('offsets in words that a reader may not read', () => {
  test.each([
    ['withheld', 0, 0],
    ['signed-in', 0, 1],
  ] as const)('%s: are not told', async (access, visitor, member) => {
    const thread = await onWords(ada);
    await site.owner.query("update edition set access = $1 where id = 'en-creemers'", [access]);
    const [outside, inside] = [await find(null, thread.id), await find(ben, thread.id)];
    await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
    expect([outside?.loci.length, inside?.loci.length]).toEqual([visitor, member]);
    expect(outside?.target).toBe('range');
  });
});

test('a notebook is told to its owner alone', async () => {
  const thread = await startThread(site, ada, '2.0.1.1', { layer: 'notebook', tags: ['mine'] });
  for (const person of [null, ben, keeper]) {
    expect(await find(person, thread.id)).toBeNull();
    expect((await marksFor(person)).layers).not.toContain('notebook');
    expect((await marksFor(person)).tags).not.toContain('mine');
  }
  expect(await find(ada, thread.id)).toMatchObject({ layer: 'notebook', notes: 1 });
});

describe('a note that was taken away', () => {
  test('is not told of while nothing readable answers it', async () => {
    const thread = await startThread(site, ada, '2.0.2.1', { tags: ['gone'] });
    await site.as(ada, 'DELETE', `/api/annotations/${rootOf(thread).id}`);
    for (const person of [null, ben, ada, keeper]) expect(await find(person, thread.id)).toBeNull();
  });

  test.each(['hide', 'delete'] as const)(
    '%s: its author, kind and tags are not told',
    async (what) => {
      const thread = await startThread(site, ada, '2.0.2.1', { kind: 'dispute', tags: ['odd'] });
      const { id } = rootOf(thread);
      await replyTo(site, ben, id, 'Against it');
      if (what === 'hide') await site.as(keeper, 'POST', `/api/annotations/${id}/hide`, hideForm());
      else await site.as(ada, 'DELETE', `/api/annotations/${id}`);
      const blank = { kind: null, author: null, tags: [], notes: 1 };
      expect(await find(null, thread.id)).toMatchObject(blank);
      expect(await find(ben, thread.id)).toMatchObject(blank);
      expect((await marksFor(ben)).tags).not.toContain('odd');
      for (const query of ['?kind=dispute', '?tag=odd', `?by=${ada.handle}`])
        expect(await find(ben, thread.id, query), query).toBeNull();
      expect(await find(keeper, thread.id)).toMatchObject(
        what === 'hide' ? { kind: 'dispute', author: 'Ada', notes: 1 } : blank,
      );
    },
  );
});

describe('a filter', () => {
  test.each([
    ['?layer=public', true],
    ['?layer=notebook', false],
    ['?kind=term', true],
    ['?kind=question&kind=term', true],
    ['?kind=question', false],
    ['?tag=CYBER', true],
    ['?tag=%23cyber', true],
    ['?tag=else', false],
    ['?is=open', true],
    ['?is=resolved', false],
    ['?since=2000-01-01', true],
    ['?until=2000-01-01', false],
    ['?in=3.3', true],
    ['?in=4', false],
    ['?in=3&kind=term&tag=cyber&layer=public&is=open', true],
  ])('%s', async (query, isTold) => {
    const thread = await startThread(site, ada, '3.3.1.1', { kind: 'term', tags: ['Cyber'] });
    expect((await find(ben, thread.id, query)) !== null).toBe(isTold);
  });

  test('finds a thread by an answer in it, and counts the notes that match', async () => {
    const thread = await startThread(site, ada, '3.3.1.2');
    await replyTo(site, ben, rootOf(thread).id, 'One');
    await replyTo(site, ben, rootOf(thread).id, 'Two');
    expect(await find(null, thread.id, `?by=${ben.handle}`)).toMatchObject({
      notes: 2,
      author: 'Ada',
    });
    expect(await find(null, thread.id, `?by=@${ada.handle.toUpperCase()}`)).toMatchObject({
      notes: 1,
    });
    expect(await find(null, thread.id, '?by=nobody')).toBeNull();
  });

  test.each([
    ['?kind=nonsense', 400],
    ['?since=yesterday', 400],
    ['?unknown=1', 400],
    ['?tag=a%00b', 400],
    ['?in=9.9.9', 404],
  ])('%s is refused', async (query, status) => {
    const answer = await site.as(null, 'GET', `/api/works/ncss-2016/marks${query}`);
    expect(answer.statusCode).toBe(status);
  });
});

describe('the reader’s page under a filter', () => {
  test.each(['?kind=source', '?tag=ledger', '?kind=source&is=open'])(
    'lists and counts what matches: %s',
    async (query) => {
      const own = await site.addPerson({ name: 'Own' });
      const thread = await startThread(site, own, '4.4.1.1', { kind: 'source', tags: ['ledger'] });
      await startThread(site, own, '4.4.1.1');
      type Page = { tallies: Record<string, number>; threads: { items: ThreadView[] } };
      const read = async (more: string): Promise<Page> =>
        (await site.as(null, 'GET', `/api/works/ncss-2016/reading${more}`)).json();
      const page = await read(`${query}&at=4.4.1.1&by=${own.handle}`);
      expect(page.threads.items.map(({ id }) => id)).toEqual([thread.id]);
      expect(Object.values(page.tallies)).toEqual([1]);
      const uid = Object.keys(page.tallies)[0] ?? '';
      const all = await read('?at=4.4.1.1');
      expect((await read(`${query}&at=4.4.1.1`)).tallies[uid]).toBeLessThan(all.tallies[uid] ?? 0);
      expect((await read('?at=4.4.1.1&kind=term')).threads.items).toEqual([]);
    },
  );

  test('threads that are named stand first, of this work and layer alone', async () => {
    const old = await startThread(site, ada, '4.5.1.1');
    await startThread(site, ada, '4.5.1.1');
    const mine = await startThread(site, ada, '4.5.1.1', { layer: 'notebook' });
    const page = await site.as(
      ben,
      'GET',
      `/api/works/ncss-2016/reading?at=4.5.1.1&thread=${old.id}&thread=${mine.id}`,
    );
    const ids = page.json<{ threads: { items: ThreadView[] } }>().threads.items.map(({ id }) => id);
    expect(ids[0]).toBe(old.id);
    expect(ids).not.toContain(mine.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('threads are read by their ids, fifty at most', async () => {
  const [one, two] = [
    await startThread(site, ada, '4.6.1.1'),
    await startThread(site, ben, '4.6.1.1'),
  ];
  const answer = await site.as(
    null,
    'GET',
    `/api/works/ncss-2016/threads?ids=${two.id}&ids=${one.id}`,
  );
  expect(answer.json<{ items: ThreadView[] }>().items.map(({ id }) => id)).toEqual([
    two.id,
    one.id,
  ]);
  const many = Array.from({ length: 51 }, () => `ids=${one.id}`).join('&');
  expect((await site.as(null, 'GET', `/api/works/ncss-2016/threads?${many}`)).statusCode).toBe(400);
});

test('the same answer is not sent twice, another reader’s is another', async () => {
  await startThread(site, ada, '4.6.1.1', { layer: 'notebook' });
  const ask = (person: Person | null, headers: Record<string, string>) =>
    site.app.inject({
      url: '/api/works/ncss-2016/marks',
      headers: { ...(person === null ? {} : { cookie: person.cookie }), ...headers },
    });
  const first = await ask(null, { 'accept-encoding': 'br' });
  expect(first.headers['cache-control']).toBe('private, no-cache');
  const tag = String(first.headers.etag);
  const again = await ask(null, { 'if-none-match': tag });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await ask(ada, { 'if-none-match': tag })).statusCode).toBe(200);
  await startThread(site, ada, '4.6.1.1');
  expect((await ask(null, { 'if-none-match': tag })).statusCode).toBe(200);
  for (let n = 0; n < 30; n += 1) await startThread(site, ada, '4.6.1.1');
  const packed = await ask(null, { 'accept-encoding': 'gzip, br' });
  expect(packed.headers['content-encoding']).toBe('br');
  const plain = await ask(null, {});
  expect(brotliDecompressSync(packed.rawPayload)).toEqual(plain.rawPayload);
});
