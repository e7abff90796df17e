import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  annotation,
  container,
  establish,
  member,
  origin,
  password,
  pinned,
  program,
  programOf,
  quote,
  refusal,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Json,
  type Person,
  type Program,
  type TestApp,
} from './support/index.ts';

/*
 * What the Web Annotation Data Model and Vocabulary of 23 February 2017 allow in an annotation, each by
 * its section: it is told again as it was sent, or refused by name.
 */

let site: TestApp;
let ada: Person;
let mine: Program;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  await establish(site, ada);
  mine = await programOf(site, ada);
});
afterAll(() => stopApp(site));
// Else the same words in the next test would be words that their author has written lately.
afterEach(() =>
  site.owner.query("update annotation set created_at = created_at - interval '2 days'"),
);

const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
const note = async (url: string): Promise<Json> =>
  (await site.as(null, 'GET', `/annotations/${idOf(url)}`)).json();
/** Sent, told at once, read by anybody, put back and read again: always the same. */
async function survives(more: Json): Promise<string> {
  const sent = annotation(more);
  const { url, told } = await mine.add(sent);
  const expected = JSON.stringify(
    Object.fromEntries(Object.keys(more).map((key) => [key, more[key]])),
  );
  const kept = (value: Json) =>
    JSON.stringify(Object.fromEntries(Object.keys(more).map((key) => [key, value[key]])));
  expect(kept(told)).toBe(expected);
  const read = await program(site, null, url);
  expect(kept(read.json())).toBe(expected);
  const other = { ...read.json<Json>(), rights: 'https://rights.example/other' };
  const put = await mine.put(url, other, String(read.headers.etag));
  expect(put.statusCode, put.body).toBe(200);
  const { rights: _, ...rest } = more;
  const again: Json = (await program(site, null, url)).json();
  for (const key of Object.keys(rest)) expect(again[key], key).toEqual(rest[key]);
  return url;
}

const bodies = [
  {
    type: 'TextualBody',
    value: '**Bold** words',
    format: 'text/markdown',
    language: 'en',
    purpose: 'questioning',
  },
  { purpose: 'tagging', value: 'Scope', type: 'TextualBody' },
  'https://example.org/post/1',
  { id: 'https://example.org/film', type: 'Video', format: 'video/mp4' },
  { type: 'SpecificResource', source: 'https://example.org/concept', purpose: 'classifying' },
  {
    type: 'TextualBody',
    value: '第二段 *不是* 标记',
    format: 'text/plain',
    language: ['zh-Hans'],
    textDirection: 'ltr',
    creator: 'https://example.org/me',
    created: '2016-12-27T00:00:00Z',
  },
];

describe('model §3.1–3.2 bodies', () => {
  test('§3.2.1–3.2.5 several bodies of every sort come back byte for byte', async () => {
    const url = await survives({
      motivation: ['questioning', 'https://example.org/why'],
      body: bodies,
    });
    expect(await note(url)).toMatchObject({
      kind: 'question',
      tags: ['Scope'],
      body: '**Bold** words\n\n<https://example.org/post/1>\n\n<https://example.org/film>\n\n<https://example.org/concept>\n\n第二段 \\*不是\\* 标记',
    });
  });
  test('§3.2.5 a bodyValue, and one body that is no list', async () => {
    const url = await survives({ bodyValue: 'Two\n\nparagraphs' });
    expect((await note(url))['body']).toBe('Two\n\nparagraphs');
    await survives({ body: { type: 'TextualBody', value: 'Alone' } });
  });
  test('§3.2.4 text that is not Markdown is shown as it is, whatever it holds', async () => {
    const value = '# no title\n1. *no* list\n<b>no</b> ~~no~~ `no` a_b_c\n\n> no quote';
    const { url } = await mine.add(annotation({ bodyValue: value }));
    const html = String((await note(url))['html']);
    expect(html).not.toMatch(/<(h1|ol|li|em|b|del|code|blockquote|a)\b/);
    const text = html
      .replaceAll(/<br>\n?/g, '\n')
      .replaceAll(/<\/p>\n<p>/g, '\n\n')
      .replaceAll(/<[^>]+>/g, '');
    expect(text.replaceAll('&#x3C;', '<').trim()).toBe(value);
  });
  test('§3.2.4 clauses are referred to in it as in every note', async () => {
    const { url } = await mine.add(annotation({ bodyValue: 'See [[4.3]].' }));
    expect((await note(url))['html']).toContain('href="/t/ncss-2016/4.3"');
  });
  test('§3.2.4 a purpose says what the note is where no motivation does', async () => {
    const body = { type: 'TextualBody', value: 'Why?', purpose: 'questioning' };
    const { url, told } = await mine.add(annotation({ body }));
    expect([(await note(url))['kind'], told['motivation']]).toEqual(['question', ['questioning']]);
  });
  test('§3.3.5 a body without purpose is a tag where tagging is the motivation', async () => {
    const sent = annotation({
      motivation: 'tagging',
      body: [{ type: 'TextualBody', value: 'tag' }],
    });
    expect(refusal(await mine.post(sent))).toEqual([400, 'text-malformed']);
    const words = { type: 'TextualBody', value: 'words', purpose: 'commenting' };
    const { url } = await mine.add({
      ...sent,
      body: [{ type: 'TextualBody', value: 'tag' }, words],
    });
    expect(await note(url)).toMatchObject({ body: 'words', tags: ['tag'] });
  });
  test.each([
    ['none', { body: undefined }],
    ['an empty list', { body: [] }],
    ['tags alone', { body: [{ type: 'TextualBody', purpose: 'tagging', value: 'alone' }] }],
  ])('%s is no note: its rules are those of the form', async (_name, more) => {
    expect(refusal(await mine.post(annotation(more)))).toEqual([400, 'text-malformed']);
  });
  test('tags obey the rules of the form', async () => {
    const body = [
      { type: 'TextualBody', value: 'words' },
      { type: 'TextualBody', purpose: 'tagging', value: 'a, b' },
    ];
    expect(refusal(await mine.post(annotation({ body })))).toEqual([422, 'tags-malformed']);
  });
});

describe('model §3.3 what is said of an annotation', () => {
  const creator = {
    id: 'https://example.org/user1',
    type: 'Person',
    name: 'My Pseudonym',
    nickname: 'pseudo',
    email_sha1: '58bad08927902ff9307b621c54716dcc5083e339',
  };
  const generator = {
    id: 'https://example.org/client1',
    type: 'Software',
    name: 'Code v2.1',
    homepage: 'https://example.org/client1/home',
  };
  test('§3.3.1–3.3.3 and §3.3.6–3.3.7 creator, generator, moments, rights, canonical and via', async () => {
    await survives({
      creator,
      created: '2016-12-27T09:00:00Z',
      generator,
      generated: '2016-12-28T09:00:00.5Z',
      rights: 'https://creativecommons.org/licenses/by/4.0/',
      canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
      via: ['https://one.example/1', 'https://two.example/2'],
    });
    await survives({
      creator: ['https://example.org/a', creator],
      rights: ['https://a.example/r', 'https://b.example/r'],
    });
  });
  test('§3.3.2 a creator is data: the author is the account, and is told beside', async () => {
    const { url, told } = await mine.add(annotation({ creator }));
    expect(told['dcterms:publisher']).toEqual({
      type: 'Person',
      name: 'Ada',
      nickname: ada.handle,
    });
    expect(await note(url)).toMatchObject({ author: { id: ada.id, name: 'Ada' } });
  });
  test('§3.3.2 told back, the account is not taken for a creator', async () => {
    const { url, etag, told } = await mine.add(annotation());
    const put = await mine.put(url, { ...told, bodyValue: 'Changed', body: undefined }, etag);
    expect(put.json()).not.toHaveProperty('dcterms:publisher');
    expect(put.json<Json>()['creator']).toEqual(told['creator']);
  });
  test('§3.3.1 modified is what a copy says, until it is changed here', async () => {
    const modified = '2016-12-29T00:00:00Z';
    const { url, etag, told } = await mine.add(annotation({ modified }));
    expect(told['modified']).toBe(modified);
    const put = await mine.put(url, annotation({ bodyValue: 'x', modified }), etag);
    expect(put.json<Json>()['modified']).not.toBe(modified);
  });
  test('an edit on the site makes bodies of its words, and leaves the rest as it was', async () => {
    const rest = { creator, rights: 'https://a.example/r', canonical: 'https://a.example/1' };
    const { url } = await mine.add(annotation({ ...rest, body: bodies }));
    const { seen } = await note(url);
    const edit = { body: 'Edited by hand', tags: ['hand'], version: 1, seen };
    const edited = await site.as(ada, 'PUT', `/annotations/${idOf(url)}`, edit);
    expect(edited.statusCode, edited.body).toBe(200);
    const told: Json = (await mine.ask(url)).json();
    expect(told).toMatchObject(rest);
    expect(told['body']).toEqual([
      {
        type: 'TextualBody',
        format: 'text/markdown',
        purpose: 'commenting',
        value: 'Edited by hand',
      },
      { type: 'TextualBody', purpose: 'tagging', value: 'hand' },
    ]);
  });
  test('a copy of the note keeps what was said, in its own layer', async () => {
    const { url } = await mine.add(annotation({ creator, body: bodies }));
    const key = crypto.randomUUID();
    const copy = await site.as(ada, 'POST', `/annotations/${idOf(url)}/copies`, {
      layer: 'notebook',
      key,
    });
    expect(copy.statusCode, copy.body).toBe(201);
    const file = await site.as(ada, 'GET', '/export?work=ncss-2016&format=jsonl&layer=notebook');
    const [line] = file.body.split('\n');
    expect(JSON.parse(line ?? '')).toMatchObject({ creator, body: bodies });
  });
});

describe('model §4 and §4.2 targets', () => {
  const words = (selector: unknown, at = '3.2.1.3') =>
    annotation({ target: { source: pinned(at), selector } });
  const targetOf = async (body: unknown): Promise<Json> =>
    (await mine.add(body)).told['target'] as Json;
  const position = { type: 'TextPositionSelector', start: 0, end: 4 };

  test.each([
    ['a clause in a frozen version', pinned('4.3.1.2')],
    ['a clause as such', 'uid'],
    ['a section', `${origin}/t/ncss-2016/4.3`],
    ['a span', `${origin}/t/ncss-2016/4.3.1.2-4.3.2.1`],
    ['two languages at once', `${origin}/t/ncss-2016@zh-cac:1.0.0,en-creemers:1.0.0/4.3.1.2`],
    ['a resource around an address', { type: 'SpecificResource', source: pinned('4.3.1.2') }],
  ])('§3.2.1 %s', async (_name, target) => {
    const { rows } = await site.owner.query<{ uid: string }>(
      "select uid from unit where path = '4.3.1.2'",
    );
    await survives({ target: target === 'uid' ? `${origin}/id/${rows[0]?.uid ?? ''}` : target });
  });
  test('§4.2.4 and §4.2.5 either selector finds the words, and both are told', async () => {
    const byQuote = await targetOf(words(quote));
    expect(byQuote['source']).toBe(pinned('3.2.1.3'));
    const [told, place] = byQuote['selector'] as [Json, Json];
    expect(told).toMatchObject(quote);
    expect(await targetOf(words(place))).toEqual(byQuote);
    expect(await targetOf(words([quote, place]))).toEqual(byQuote);
    expect(await targetOf(words([place, told]))).toEqual(byQuote);
  });
  test('§4.2.4 a section may be named where the words stand once in it', async () => {
    const found = await targetOf(words(quote, '3.2'));
    expect(found['source']).toBe(pinned('3.2.1.3'));
  });
  test('§4.2.5 positions count characters, not units of UTF-16', async () => {
    const { told } = await mine.add(words(position));
    const [told0] = (told['target'] as { selector: Json[] }).selector;
    expect([...String(told0?.['exact'])]).toHaveLength(4);
  });
  test('several targets are words in a row, or a hinge between two languages', async () => {
    const row = [
      { source: pinned('4.3.1.1'), selector: position },
      { source: pinned('4.3.1.2'), selector: position },
    ];
    expect((await mine.add(annotation({ target: row }))).told['target']).toHaveLength(2);
    const hinge = [pinned('3.2.1.3'), `${origin}/t/ncss-2016@en-creemers:1.0.0/3.2.1.3`];
    await survives({ target: hinge });
  });
  test('§3.3.5 replying: the target is the note that is answered', async () => {
    const root = rootOf(await startThread(site, ada, '4.3.1.2'));
    for (const target of [`${origin}${container}${root.id}`, `${origin}/n/${root.id}`]) {
      const { url, told } = await mine.add(annotation({ motivation: ['replying'], target }));
      expect(told['target']).toBe(`${origin}${container}${root.id}`);
      expect(await note(url)).toMatchObject({ parent: root.id, kind: 'answer' });
    }
  });
  test('another motivation: a note about the note, in a thread of its own', async () => {
    const root = rootOf(await startThread(site, ada, '4.3.1.2'));
    const target = `${origin}${container}${root.id}`;
    const { url, told } = await mine.add(annotation({ motivation: 'commenting', target }));
    expect([told['target'], (await note(url))['parent']]).toEqual([target, null]);
  });
  test('an entry of the apparatus', async () => {
    const target = `${origin}/t/ncss-2016/app/zh-cac/G1`;
    const { told } = await mine.add(annotation({ target }));
    expect(told['target']).toBe(target);
  });

  test.each([
    ['another site', 'https://elsewhere.example/t/ncss-2016/4.3.1.2'],
    ['another work', `${origin}/t/other/4.3.1.2`],
    ['an unknown clause', pinned('9.9.9.9')],
    ['an unknown version', `${origin}/t/ncss-2016@zh-cac:9.9.9/4.3.1.2`],
    ['an unknown uid', `${origin}/id/s-00000000`],
    ['the work itself', `${origin}/t/ncss-2016`],
    ['a query', `${pinned('4.3.1.2')}?at=1`],
    ['a fragment', `${pinned('4.3.1.2')}#c-4-3-1-2`],
    ['an unknown entry', `${origin}/t/ncss-2016/app/zh-cac/Z99`],
    ['an unknown note', `${origin}${container}${crypto.randomUUID()}`],
    ['a container of another work', `${origin}/api/w3c/other/x`],
    ['a broken escape', `${origin}/t/ncss-2016/%E0%A4%A`],
  ])('%s does not resolve: 422, and nothing is stored', async (_name, target) => {
    const count = async () =>
      (await site.owner.query<{ n: string }>('select count(*) as n from annotation')).rows[0]?.n;
    const before = await count();
    expect(refusal(await mine.post(annotation({ target })))).toEqual([422, 'target-unresolved']);
    expect(await count()).toBe(before);
  });
  test('nobody learns of a note that they may not read by pointing at it', async () => {
    const hidden = rootOf(await startThread(site, ada, '4.3.1.2', { layer: 'notebook' }));
    const bens = await programOf(site, await site.addPerson({ name: 'Ben' }));
    for (const motivation of ['replying', 'commenting']) {
      const at = (id: string) => annotation({ motivation, target: `${origin}${container}${id}` });
      const real = await bens.post(at(hidden.id));
      const fake = await bens.post(at(crypto.randomUUID()));
      expect([real.statusCode, real.body]).toEqual([fake.statusCode, fake.body]);
      // Nor is what is answered in a notebook published, by its owner or anybody.
      expect((await mine.post(at(hidden.id))).statusCode).toBe(422);
    }
  });
  test.each([
    ['words that are not there', quote, '4.3.1.2', 'words-absent'],
    ['words with other words around them', { ...quote, prefix: '甲' }, '3.2.1.3', 'words-absent'],
    [
      'words that stand more than once',
      { type: 'TextQuoteSelector', exact: '网络' },
      '4.3',
      'words-ambiguous',
    ],
    ['a position beyond the end', { ...position, end: 100_000 }, '3.2.1.3', 'pointing-mismatch'],
    ['a position in a section', position, '3.2', 'pointing-mismatch'],
    ['selectors that disagree', [quote, position], '3.2.1.3', 'pointing-mismatch'],
  ])('%s: 422, nothing guessed', async (_name, selector, at, code) => {
    expect(refusal(await mine.post(words(selector, at)))).toEqual([422, code]);
  });
  test('words of no edition, or of two, are not sought', async () => {
    for (const source of [
      `${origin}/t/ncss-2016/3.2.1.3`,
      `${origin}/t/ncss-2016@zh-cac:1.0.0,en-creemers:1.0.0/3.2.1.3`,
    ])
      expect(refusal(await mine.post(annotation({ target: { source, selector: quote } })))).toEqual(
        [422, 'target-unresolved'],
      );
  });
  test('words of a withheld edition are refused, and told to nobody', async () => {
    const { url } = await mine.add(words(quote));
    await site.owner.query("update edition set access = 'withheld' where id = 'zh-cac'");
    try {
      expect(refusal(await mine.post(words(quote)))).toEqual([403, 'edition-withheld']);
      expect((await mine.ask(url)).body).not.toContain('求同存异');
    } finally {
      await site.owner.query("update edition set access = 'public' where id = 'zh-cac'");
    }
  });
  test('a reply to a clause is none', async () => {
    const reply = annotation({ motivation: 'replying' });
    expect(refusal(await mine.post(reply))).toEqual([422, 'target-unresolved']);
  });
});

describe('downloads, erasure', () => {
  test('a download tells by the same mapping, under the addresses of notes', async () => {
    const sent = { body: bodies, creator: 'https://example.org/me', rights: 'https://a.example/r' };
    const { url } = await mine.add(annotation({ ...sent, target: pinned('1.1.1.1') }));
    for (const format of ['w3c', 'jsonl']) {
      const file = await site.as(null, 'GET', `/export?work=ncss-2016&format=${format}&in=1.1.1.1`);
      const lines: Json[] =
        format === 'w3c'
          ? file.json<{ first: { items: Json[] } }>().first.items
          : file.body
              .trim()
              .split('\n')
              .map((line) => JSON.parse(line) as Json);
      expect(lines).toContainEqual(
        expect.objectContaining({
          ...sent,
          id: `${origin}/n/${idOf(url)}`,
          target: pinned('1.1.1.1'),
        }),
      );
    }
  });
  test.each(['anonymise', 'remove'] as const)(
    'whoever leaves (%s) takes along what their programs said beside the words',
    async (writing) => {
      const eve = await member(site, `eve-${writing}@x.org`, 'Eve');
      const program = await programOf(site, eve);
      const secret = `https://unmistakable.example/${writing}`;
      const sent = annotation({
        creator: secret,
        via: secret,
        body: [{ type: 'TextualBody', value: 'Eve’s words' }, secret],
      });
      const { url } = await program.add(sent);
      const gone = await site.as(eve, 'DELETE', '/account', { password, writing });
      expect(gone.statusCode, gone.body).toBe(200);
      const { rows } = await site.owner.query(
        'select from web_annotation where annotation_id = $1',
        [idOf(url)],
      );
      expect(rows).toEqual([]);
      const left = await mine.ask(url);
      if (writing === 'remove') expect(left.statusCode).toBe(410);
      else {
        expect(left.json()).not.toHaveProperty('creator');
        expect(left.json()).not.toHaveProperty('via');
      }
    },
  );
  test('words that are taken out of a revision are not kept beside it', async () => {
    const { url, etag } = await mine.add(annotation({ bodyValue: 'Unmistakable once' }));
    await mine.put(url, annotation({ bodyValue: 'Later words' }), etag);
    const id = idOf(url);
    const taken = await site.as(ada, 'POST', `/annotations/${id}/revisions/1/withdrawal`, {
      reason: '',
    });
    expect(taken.statusCode, taken.body).toBeLessThan(300);
    const { rows } = await site.owner.query<{ words: unknown }>(
      'select words from web_annotation where annotation_id = $1 order by number',
      [id],
    );
    expect(rows[0]?.words).toEqual({});
    expect((await mine.ask(url)).json()).toMatchObject({ bodyValue: 'Later words' });
  });
  test('look-ups are served by their keys', async () => {
    await site.owner.query('analyze');
    await site.owner.query('set enable_seqscan = off');
    const { besideStatement, namedStatement } = await import('../src/features/w3c/said.ts');
    const plan = async (text: string) =>
      (await site.owner.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`)).rows
        .map((row) => row['QUERY PLAN'])
        .join('\n');
    const beside = await plan(besideStatement.text);
    expect(beside).toContain('using web_annotation_name_of');
    expect(beside).toMatch(/Index Scan Backward using web_annotation_pkey/);
    expect(await plan(namedStatement.text)).toContain('using web_annotation_name_pkey');
  });
});
