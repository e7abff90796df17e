import type { ThreadView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));

const version = '1.0.0';

async function readingOf(path: string, edition: string): Promise<string> {
  const { rows } = await site.owner.query<{ reading: string }>(
    `select s.reading from segment_text s join unit u on u.uid = s.uid
     join edition_version v on v.id = s.version_id where u.path = $1 and v.edition_id = $2`,
    [path, edition],
  );
  return rows[0]?.reading ?? '';
}

/** The code points from `start` to `end` of a segment, as a browser would describe them. */
async function marked(path: string, edition: string, start: number, end: number) {
  const points = [...(await readingOf(path, edition))];
  const cut = (from: number, to: number) => points.slice(Math.max(0, from), to).join('');
  return {
    edition,
    version,
    at: path,
    start,
    end,
    exact: cut(start, end),
    prefix: cut(start - 32, start),
    suffix: cut(end, end + 32),
  };
}

const post = (person: Person, target: string, pointing: unknown, more = {}) =>
  site.as(person, 'POST', '/api/threads', threadForm(target, { pointing, ...more }));

describe('a range of words', () => {
  test('is kept with what stands around it and read in every language', async () => {
    const locus = await marked('4.3.1.2', 'zh-cac', 4, 10);
    const answer = await post(ada, '4.3.1.2', { kind: 'range', loci: [locus] });
    expect(answer.statusCode, answer.body).toBe(201);
    const { target } = answer.json<ThreadView>();
    expect(target).toMatchObject({ kind: 'range', address: '4.3.1.2', entry: null, about: null });
    expect(target.loci).toHaveLength(1);
    expect(target.loci[0]).toMatchObject({
      edition: 'zh-cac',
      version,
      start: 4,
      end: 10,
      exact: locus.exact,
      prefix: locus.prefix,
      suffix: locus.suffix,
    });
    expect(target.loci[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const page = await site.as(ben, 'GET', '/api/works/ncss-2016/threads?at=4.3.1.2');
    expect(page.json<{ items: ThreadView[] }>().items[0]?.target).toEqual(target);
  });

  test('crosses segments, a row each, and is found on both', async () => {
    const loci = [
      await marked('3.1.1.2', 'en-creemers', 3, 20),
      await marked('3.1.1.3', 'en-creemers', 0, 9),
    ];
    const answer = await post(ada, '3.1.1.2-3.1.1.3', { kind: 'range', loci });
    expect(answer.statusCode, answer.body).toBe(201);
    const thread = answer.json<ThreadView>();
    expect(thread.target.address).toBe('3.1.1.2-3.1.1.3');
    for (const at of ['3.1.1.2', '3.1.1.3']) {
      const page = await site.as(null, 'GET', `/api/works/ncss-2016/threads?at=${at}`);
      expect(page.json<{ items: ThreadView[] }>().items.map(({ id }) => id)).toContain(thread.id);
    }
  });

  test.each([
    ['words that do not stand there', { exact: '别的' }, 'pointing-mismatch'],
    ['words around it that do not', { prefix: '别的' }, 'pointing-mismatch'],
    ['an end beyond the segment', { end: 9_999 }, 'pointing-mismatch'],
    ['an end before the start', { end: 4 }, 'pointing-mismatch'],
    ['another clause than the one addressed', { at: '4.3.1.3' }, 'pointing-outside'],
    ['a version that is not', { version: '9.9.9' }, 'version-unknown'],
    ['an edition that is not', { edition: 'xx' }, 'version-unknown'],
  ])('refuses %s and stores nothing', async (_what, change, code) => {
    const locus = { ...(await marked('4.3.1.2', 'zh-cac', 4, 10)), ...change };
    const before = await site.owner.query('select count(*) from thread');
    const answer = await post(ada, '4.3.1.2', { kind: 'range', loci: [locus] });
    expect(refusal(answer)).toEqual([422, code]);
    expect((await site.owner.query('select count(*) from thread')).rows).toEqual(before.rows);
  });

  test('begins and ends in one language', async () => {
    const loci = [
      await marked('3.1.1.2', 'zh-cac', 0, 3),
      await marked('3.1.1.3', 'en-creemers', 0, 3),
    ];
    expect(refusal(await post(ada, '3.1.1.2-3.1.1.3', { kind: 'range', loci }))).toEqual([
      422,
      'pointing-mismatch',
    ]);
  });

  test('goes forward through the text', async () => {
    const loci = [await marked('3.1.1.3', 'zh-cac', 0, 3), await marked('3.1.1.2', 'zh-cac', 0, 3)];
    expect(refusal(await post(ada, '3.1.1.2-3.1.1.3', { kind: 'range', loci }))).toEqual([
      422,
      'pointing-mismatch',
    ]);
  });

  test('does not lie in a gap', async () => {
    const locus = { ...(await marked('4.3.1.2', 'zh-cac', 0, 4)), edition: 'en-creemers' };
    expect(refusal(await post(ada, '4.3.1.2', { kind: 'range', loci: [locus] }))).toEqual([
      422,
      'pointing-mismatch',
    ]);
  });

  test('has 5,000 characters at most', async () => {
    const locus = await marked('4.3.1.2', 'zh-cac', 0, 4);
    const long = { ...locus, end: 5_004, exact: '网'.repeat(5_001) };
    expect(refusal(await post(ada, '4.3.1.2', { kind: 'range', loci: [long] }))).toEqual([
      422,
      'pointing-too-long',
    ]);
  });
});

describe('the words you mean', () => {
  const words = (text: string, edition = 'zh-cac') => ({
    kind: 'words',
    edition,
    version,
    words: text,
  });

  test('are found where they stand once', async () => {
    const { exact } = await marked('4.3.1.2', 'zh-cac', 6, 14);
    const answer = await post(ada, '4.3.1.2', words(` ${exact} `));
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<ThreadView>().target.loci[0]).toMatchObject({ start: 6, end: 14, exact });
  });

  test.each([
    ['words that stand nowhere', '量子火锅', 'words-absent'],
    ['words that stand often', '，', 'words-ambiguous'],
    ['blanks', '   ', 'words-absent'],
  ])('refuses %s', async (_what, text, code) => {
    expect(refusal(await post(ada, '4.3.1', words(text)))).toEqual([422, code]);
  });
});

describe('a hinge', () => {
  test('joins words of two editions, or the whole of a side', async () => {
    const loci = [
      await marked('3.1.1.2', 'zh-cac', 0, 4),
      { edition: 'en-creemers', version, at: '3.1.1.2' },
    ];
    const answer = await post(ada, '3.1.1.2', { kind: 'hinge', loci }, { kind: 'translation' });
    expect(answer.statusCode, answer.body).toBe(201);
    const thread = answer.json<ThreadView>();
    expect(thread.target.loci.map(({ edition, start }) => [edition, start])).toEqual([
      ['zh-cac', 0],
      ['en-creemers', null],
    ]);
    expect(rootOf(thread).kind).toBe('translation');
  });

  test('joins the words you mean, each standing once in its edition', async () => {
    const zh = (await marked('3.1.1.2', 'zh-cac', 2, 9)).exact;
    const en = (await marked('3.1.1.2', 'en-creemers', 0, 30)).exact;
    const side = (edition: string, words: string) => ({ edition, version, words });
    const join = (left: string, right: string) =>
      post(ada, '3.1.1.2', {
        kind: 'hinge',
        loci: [side('zh-cac', left), side('en-creemers', right)],
      });
    const answer = await join(zh, ` ${en}`);
    expect(answer.statusCode, answer.body).toBe(201);
    const { target } = answer.json<ThreadView>();
    expect(target.kind).toBe('hinge');
    expect(target.loci.map(({ exact, start }) => [exact, start])).toEqual([
      [zh, 2],
      [en.trim(), 0],
    ]);
    expect(refusal(await join(zh, 'quantum hotpot'))).toEqual([422, 'words-absent']);
    expect(refusal(await join('，', en))).toEqual([422, 'words-ambiguous']);
    expect(refusal(await join(zh, 'x'.repeat(5_001)))).toEqual([422, 'pointing-too-long']);
  });

  test('needs two editions', async () => {
    const loci = [await marked('3.1.1.2', 'zh-cac', 0, 4), await marked('3.1.1.2', 'zh-cac', 4, 8)];
    expect(refusal(await post(ada, '3.1.1.2', { kind: 'hinge', loci }))).toEqual([
      422,
      'pointing-mismatch',
    ]);
  });
});

test('an entry of the apparatus takes notes, where it stands and nowhere else', async () => {
  const { rows } = await site.owner.query<{ number: string; path: string }>(
    `select a.number, u.path from apparatus_entry a
     join edition_version v on v.id = a.version_id
     join unit u on u.uid = a.body->'loci'->0->>'uid'
     where v.edition_id = 'zh-cac' order by a.ord limit 1`,
  );
  const [known] = rows;
  if (known === undefined) throw new Error('no apparatus');
  const pointing = { kind: 'entry', edition: 'zh-cac', number: known.number };
  const answer = await post(ada, known.path, pointing);
  expect(answer.statusCode, answer.body).toBe(201);
  expect(answer.json<ThreadView>().target.entry).toEqual({
    edition: 'zh-cac',
    number: known.number,
  });
  const elsewhere = known.path === '4.6.1.1' ? '3.1.1.2' : '4.6.1.1';
  expect(refusal(await post(ada, elsewhere, pointing))).toEqual([422, 'entry-unknown']);
  const none = { ...pointing, number: 'Z999' };
  expect(refusal(await post(ada, known.path, none))).toEqual([422, 'entry-unknown']);
});

describe('a note about a note', () => {
  test('stands where that one does, for the same or a narrower audience', async () => {
    const root = rootOf(await startThread(site, ada, '2.0.5.1'));
    const pointing = { kind: 'note', annotation: root.id };
    const own = await post(ben, '2.0.5.1', pointing, { layer: 'notebook' });
    expect(own.json<ThreadView>().target).toMatchObject({
      kind: 'note',
      about: root.id,
      address: '2.0.5.1',
    });
    expect((await post(ben, '2.0.5.1', pointing)).statusCode).toBe(201);
  });

  test('never tells of a note its readers may not know of', async () => {
    const root = rootOf(await startThread(site, ada, '2.0.5.1', { layer: 'notebook' }));
    const pointing = { kind: 'note', annotation: root.id };
    expect(refusal(await post(ada, '2.0.5.1', pointing))).toEqual([409, 'audience-wider']);
    expect(refusal(await post(ben, '2.0.5.1', pointing))).toEqual([404, 'not-found']);
    const own = await post(ada, '2.0.5.1', pointing, { layer: 'notebook' });
    const thread = own.json<ThreadView>();
    for (const act of [['move', { layer: 'public' }]] as const)
      expect(
        refusal(await site.as(ada, 'POST', `/api/threads/${thread.id}/${act[0]}`, act[1])),
      ).toEqual([409, 'audience-wider']);
  });
});

test('words of a withheld edition are in no thread for those who may not read it', async () => {
  const locus = await marked('3.4.1.2', 'en-creemers', 0, 24);
  const thread = (await post(ada, '3.4.1.2', { kind: 'range', loci: [locus] })).json<ThreadView>();
  const address = '/api/works/ncss-2016/threads?at=3.4.1.2';
  const wordsFor = async (person: Person | null) =>
    (await site.as(person, 'GET', address))
      .json<{ items: ThreadView[] }>()
      .items.find(({ id }) => id === thread.id)?.target.loci[0];
  await site.owner.query("update edition set access = 'signed-in' where id = 'en-creemers'");
  expect((await wordsFor(ben))?.exact).toBe(locus.exact);
  expect(await wordsFor(null)).toMatchObject({ exact: '', prefix: '', suffix: '', sha256: null });
  await site.owner.query("update edition set access = 'withheld' where id = 'en-creemers'");
  expect(await wordsFor(ada)).toMatchObject({ exact: '', prefix: '', suffix: '', sha256: null });
  expect(refusal(await post(ada, '3.4.1.2', { kind: 'range', loci: [locus] }))).toEqual([
    403,
    'edition-withheld',
  ]);
  await site.owner.query("update edition set access = 'public' where id = 'en-creemers'");
});

describe('kinds and tags', () => {
  test('are kept with the note and with each revision', async () => {
    const root = rootOf(
      await startThread(site, ada, '3.2.1.2', {
        kind: 'question',
        tags: ['#Sovereignty', ' sovereignty', '主权'],
      }),
    );
    expect([root.kind, root.tags]).toEqual(['question', ['Sovereignty', '主权']]);
    const edit = { body: 'Another word', version: 1, seen: ['zh-cac:1.0.0'] };
    const url = `/api/annotations/${root.id}`;
    const silent = await site.as(ada, 'PUT', url, edit);
    expect(silent.json<{ tags: string[] }>().tags).toEqual(['Sovereignty', '主权']);
    const said = await site.as(ada, 'PUT', url, { ...edit, version: 2, kind: 'term', tags: [] });
    expect(said.json()).toMatchObject({ kind: 'term', tags: [] });
    const history = await site.as(null, 'GET', `${url}/revisions`);
    expect(
      history
        .json<{ items: { kind: string; tags: string[] }[] }>()
        .items.map(({ kind, tags }) => [kind, tags.length]),
    ).toEqual([
      ['term', 0],
      ['question', 2],
      ['question', 2],
    ]);
  });

  test.each([
    [Array.from({ length: 11 }, (_, n) => `t${String(n)}`)],
    [['x'.repeat(51)]],
    [['a,b']],
    [['a\u0000b']],
  ])('refuses what cannot be kept', async (tags) => {
    const answer = await site.as(ada, 'POST', '/api/threads', threadForm('3.2.1.2', { tags }));
    expect(refusal(answer)).toEqual([422, 'tags-malformed']);
  });

  test('are counted by kind, through edits and states', async () => {
    const count = async () =>
      Object.fromEntries(
        (
          await site.owner.query<{ kind: string; notes: number }>(
            `select t.kind, t.notes from tally t join unit u using (uid) where u.path = '3.3.1.2' and notes > 0`,
          )
        ).rows.map(({ kind, notes }) => [kind, notes]),
      );
    const root = rootOf(await startThread(site, ada, '3.3.1.2', { kind: 'question' }));
    await replyTo(site, ben, root.id, 'An answer');
    expect(await count()).toEqual({ question: 1, comment: 1 });
    await site.as(ada, 'PUT', `/api/annotations/${root.id}`, {
      body: 'x',
      version: 1,
      kind: 'term',
      seen: ['zh-cac:1.0.0'],
    });
    expect(await count()).toEqual({ term: 1, comment: 1 });
    await site.as(ada, 'DELETE', `/api/annotations/${root.id}`);
    expect(await count()).toEqual({ comment: 1 });
    await site.as(ada, 'POST', `/api/annotations/${root.id}/restore`);
    expect(await count()).toEqual({ term: 1, comment: 1 });
  });
});

describe('moving and copying', () => {
  const move = (person: Person, id: string, layer: string) =>
    site.as(person, 'POST', `/api/threads/${id}/move`, { layer });

  test('a thread goes whole, with its places and counts', async () => {
    const thread = await startThread(site, ada, '3.4.1.3', { layer: 'notebook', body: 'Ripe now' });
    expect((await site.as(ben, 'GET', `/api/threads/${thread.id}`)).statusCode).toBe(404);
    expect((await move(ada, thread.id, 'public')).json<ThreadView>().layer).toBe('public');
    expect((await site.as(ben, 'GET', `/api/threads/${thread.id}`)).statusCode).toBe(200);
    const page = await site.as(null, 'GET', '/api/works/ncss-2016/reading?at=3.4.1.3');
    const { tallies, focus } = page.json<{
      tallies: Record<string, number>;
      focus: { uid: string };
    }>();
    expect(tallies[focus.uid]).toBe(1);
    expect((await move(ada, thread.id, 'notebook')).json<ThreadView>().layer).toBe('notebook');
    const after = await site.as(null, 'GET', '/api/works/ncss-2016/reading?at=3.4.1.3');
    expect(after.json<{ tallies: Record<string, number> }>().tallies[focus.uid]).toBeUndefined();
    expect((await site.as(ben, 'GET', `/api/threads/${thread.id}`)).statusCode).toBe(404);
  });

  test('a thread in which others wrote stays; the note is copied instead', async () => {
    const thread = await startThread(site, ada, '3.4.1.4', { tags: ['kept'] });
    const root = rootOf(thread);
    await replyTo(site, ben, root.id, 'Mine');
    expect(refusal(await move(ada, thread.id, 'notebook'))).toEqual([409, 'others-wrote']);
    const key = randomUUID();
    const copies = `/api/annotations/${root.id}/copies`;
    const made = await site.as(ada, 'POST', copies, { layer: 'notebook', key });
    expect(made.statusCode, made.body).toBe(201);
    const copy = made.json<ThreadView>();
    expect([copy.layer, copy.target.address, rootOf(copy).tags]).toEqual([
      'notebook',
      '3.4.1.4',
      ['kept'],
    ]);
    expect(rootOf(copy).copiedFrom).toBe(root.id);
    const again = await site.as(ada, 'POST', copies, { layer: 'notebook', key });
    expect([again.statusCode, again.json<ThreadView>().id]).toEqual([200, copy.id]);
  });

  test('a reply that crosses a move is refused, not taken along', async () => {
    const thread = await startThread(site, ada, '3.4.1.4');
    const own = await startThread(site, ada, '3.4.1.4', { layer: 'notebook' });
    const form = { body: 'Too late', seen: ['zh-cac:1.0.0'], key: randomUUID() };
    await site.owner.query('begin');
    await site.owner.query('select from thread where id = $1 for update', [thread.id]);
    const answer = site.as(ben, 'POST', `/api/annotations/${rootOf(thread).id}/replies`, form);
    await vi.waitFor(async () => {
      const { rows } = await site.pool.query(
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      expect(rows.length).toBeGreaterThan(0);
    });
    await site.owner.query(
      'update thread set layer_id = (select layer_id from thread where id = $2) where id = $1',
      [thread.id, own.id],
    );
    await site.owner.query('commit');
    expect(refusal(await answer)).toEqual([409, 'state-changed']);
    const { rows } = await site.owner.query('select from annotation where thread_id = $1', [
      thread.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  test('where a public copy came from is told only to those who see the source', async () => {
    const source = rootOf(await startThread(site, ada, '3.4.1.4', { layer: 'notebook' }));
    const made = await site.as(ada, 'POST', `/api/annotations/${source.id}/copies`, {
      layer: 'public',
      key: randomUUID(),
    });
    const id = rootOf(made.json<ThreadView>()).id;
    const seenBy = async (person: Person | null) =>
      (await site.as(person, 'GET', `/api/annotations/${id}`)).json<{ copiedFrom: string | null }>()
        .copiedFrom;
    expect(await seenBy(ada)).toBe(source.id);
    expect(await seenBy(ben)).toBeNull();
    expect(await seenBy(null)).toBeNull();
  });
});
