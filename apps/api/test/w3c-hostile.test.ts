import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  annotation,
  annotationContext,
  container,
  establish,
  origin,
  pinned,
  program,
  programOf,
  refusal,
  startApp,
  stopApp,
  type Json,
  type Program,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let mine: Program;
beforeAll(async () => {
  site = await startApp();
  const ada = await site.addPerson({ name: 'Ada' });
  await establish(site, ada);
  mine = await programOf(site, ada);
});
afterAll(() => stopApp(site));
// Else the same words in the next test would be words that their author has written lately.
afterEach(() =>
  site.owner.query("update annotation set created_at = created_at - interval '2 days'"),
);

const stored = async (): Promise<string | undefined> =>
  (await site.owner.query<{ n: string }>('select count(*) as n from annotation')).rows[0]?.n;
const text = (value: string, more: Json = {}): Json => ({ type: 'TextualBody', value, ...more });

async function isRefused(body: unknown, status: number, code: string): Promise<string> {
  const before = await stored();
  const answer = await mine.post(body);
  expect(refusal(answer)).toEqual([status, code]);
  expect(await stored()).toBe(before);
  return answer.json<{ detail?: string }>().detail ?? '';
}

describe('what is no annotation is refused by 400, with what is wrong', () => {
  test.each([
    ['a list', [annotation()], 'request-malformed'],
    ['a text', '"text"', 'request-malformed'],
    ['null', 'null', 'request-malformed'],
    ['no JSON', '{"type":', 'body-not-json'],
    ['nothing', '', 'body-not-json'],
    ['no context', annotation({ '@context': undefined }), 'annotation-malformed'],
    ['no type', annotation({ type: undefined }), 'annotation-malformed'],
    ['another type', annotation({ type: 'Note' }), 'annotation-malformed'],
    ['a type more', annotation({ type: ['Annotation', 'Note'] }), 'annotation-malformed'],
    ['no target', annotation({ target: undefined }), 'annotation-malformed'],
    ['an empty target', annotation({ target: [] }), 'annotation-malformed'],
    ['null as target', annotation({ target: null }), 'annotation-malformed'],
    ['a number as target', annotation({ target: 7 }), 'annotation-malformed'],
    ['lists in lists', annotation({ target: [[pinned('4.3.1.2')]] }), 'annotation-malformed'],
    [
      'a list as source',
      annotation({ target: { source: [pinned('4.3.1.2')] } }),
      'annotation-malformed',
    ],
    [
      'a list as body’s value',
      annotation({ body: { type: 'TextualBody', value: ['x'] } }),
      'annotation-malformed',
    ],
    ['lists of bodies', annotation({ body: [[text('x')]] }), 'annotation-malformed'],
    ['a body without value', annotation({ body: { type: 'TextualBody' } }), 'annotation-malformed'],
    ['a body in two ways', { ...annotation(), bodyValue: 'x' }, 'annotation-malformed'],
    ['a creator that is a number', annotation({ creator: 7 }), 'annotation-malformed'],
    [
      'a creator’s name that is an object',
      annotation({ creator: { name: {} } }),
      'annotation-malformed',
    ],
    ['a day that is no moment', annotation({ created: '2016-12-27' }), 'annotation-malformed'],
    [
      'a moment without its zone',
      annotation({ created: '2016-12-27T00:00:00' }),
      'annotation-malformed',
    ],
    [
      'a moment that never was',
      annotation({ created: '2016-13-99T00:00:00Z' }),
      'annotation-malformed',
    ],
    ['an id that is no IRI', annotation({ id: 'seven' }), 'annotation-malformed'],
    ['a relative IRI', annotation({ rights: '/rights' }), 'annotation-malformed'],
    [
      'positions the wrong way round',
      annotation({
        target: {
          source: pinned('4.3.1.2'),
          selector: { type: 'TextPositionSelector', start: 4, end: 4 },
        },
      }),
      'annotation-malformed',
    ],
    [
      'positions that are no numbers',
      annotation({
        target: {
          source: pinned('4.3.1.2'),
          selector: { type: 'TextPositionSelector', start: '0', end: 4 },
        },
      }),
      'annotation-malformed',
    ],
  ])('%s', async (_name, body, code) => {
    await isRefused(body, 400, code);
  });
});

describe('what cannot be kept is refused by its name, never dropped', () => {
  const target = (more: Json): Json =>
    annotation({ target: { source: pinned('3.2.1.3'), ...more } });
  test.each([
    ['stylesheet', annotation({ stylesheet: 'https://a.example/s.css' })],
    ['audience', annotation({ audience: { type: 'Audience' } })],
    ['schema:keywords', annotation({ 'schema:keywords': 'x' })],
    ['@graph', annotation({ '@graph': [] })],
    ['dcterms:publisher', annotation({ 'dcterms:publisher': { type: 'Person', name: 'Ben' } })],
    ['body.style', annotation({ body: text('x', { style: 'y' }) })],
    ['body.format', annotation({ body: text('<b>x</b>', { format: 'text/html' }) })],
    ['body.selector', annotation({ body: { source: 'https://a.example/', selector: {} } })],
    ['body.type', annotation({ body: { type: 'Choice', items: [] } })],
    ['body.textDirection', annotation({ body: text('x', { textDirection: 'up' }) })],
    ['creator.age', annotation({ creator: { name: 'X', age: '7' } })],
    ['creator.type', annotation({ creator: { type: 'Robot' } })],
    ['motivation', annotation({ motivation: 'sabotaging' })],
    ['target.scope', target({ scope: 'https://a.example/' })],
    ['target.state', target({ state: {} })],
    ['target.styleClass', target({ styleClass: 'red' })],
    ['target.annotation', target({ annotation: 'https://a.example/another' })],
    ['target.type', target({ type: 'List' })],
    [
      'target.selector.refinedBy',
      target({ selector: { type: 'TextQuoteSelector', exact: 'x', refinedBy: {} } }),
    ],
    ['target.selector.type', target({ selector: { type: 'XPathSelector', value: '/p' } })],
    [
      'target.selector.type',
      target({ selector: [0, 1].map(() => ({ type: 'TextQuoteSelector', exact: '求' })) }),
    ],
  ])('%s', async (name, body) => {
    expect(await isRefused(body, 422, 'property-unsupported')).toContain(name);
  });
  test('a property of the prototype is no property of ours', async () => {
    const body = JSON.stringify(annotation()).replace('{', '{"__proto__":{"target":"x"},');
    expect((await mine.post(body)).statusCode).toBe(400);
    const named = JSON.stringify(annotation()).replace('{', '{"constructor":"x",');
    expect(await isRefused(named, 422, 'property-unsupported')).toContain('constructor');
  });
});

describe('addresses that a browser would run are refused wherever they stand', () => {
  const bad = 'javascript:alert(1)';
  test.each([
    ['id', annotation({ id: bad })],
    ['via', annotation({ via: ['https://a.example/', bad] })],
    ['canonical', annotation({ canonical: bad })],
    ['rights', annotation({ rights: bad })],
    ['creator', annotation({ creator: bad })],
    ['creator.id', annotation({ creator: { id: bad } })],
    ['creator.homepage', annotation({ creator: { homepage: bad } })],
    [
      'generator',
      annotation({
        generator: { id: 'data:text/html,<script>alert(1)</script>'.replaceAll(/[<>]/g, '') },
      }),
    ],
    ['motivation', annotation({ motivation: bad })],
    ['body', annotation({ body: bad })],
    ['body.id', annotation({ body: { id: bad } })],
    ['body.source', annotation({ body: { type: 'SpecificResource', source: 'vbscript:x' } })],
    ['target', annotation({ target: bad })],
    ['target.source', annotation({ target: { source: 'file:///etc/passwd' } })],
  ])('%s', async (name, body) => {
    expect(await isRefused(body, 422, 'iri-refused')).toContain(name);
  });
  test.each([
    'https://a.example/<script>',
    'https://a.example/a b',
    'https://a.example/"x',
    'http://',
  ])('%s is no IRI', async (iri) => {
    await isRefused(annotation({ body: [text('x'), iri] }), 400, 'annotation-malformed');
  });
});

describe('sizes', () => {
  test('a body beyond the limit of requests is not read', async () => {
    await isRefused(annotation({ bodyValue: 'x'.repeat(300_000) }), 413, 'body-too-large');
  });
  test('a note is as long as a note of the form at most', async () => {
    await isRefused(annotation({ bodyValue: 'x'.repeat(20_001) }), 400, 'text-malformed');
    expect((await mine.post(annotation({ bodyValue: 'x'.repeat(20_000) }))).statusCode).toBe(201);
  });
  test('twenty bodies, and not one more', async () => {
    const bodies = (n: number) => Array.from({ length: n }, (_, at) => text(`Body ${String(at)}`));
    expect((await mine.post(annotation({ body: bodies(20) }))).statusCode).toBe(201);
    await isRefused(annotation({ body: bodies(21) }), 400, 'annotation-malformed');
  });
  test.each([
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects', `${'{"body":'.repeat(25_000)}1${'}'.repeat(25_000)}`],
  ])('%s in each other to any depth are refused, not followed', async (_name, deep) => {
    const body = JSON.stringify(annotation({ creator: 0 })).replace(
      '"creator":0',
      `"creator":${deep}`,
    );
    const answer = await mine.post(body);
    expect([400, 422]).toContain(answer.statusCode);
    expect((await mine.ask(container)).statusCode).toBe(200);
  });
  test('a name of megabytes is told back in its beginning alone', async () => {
    const answer = await mine.post(annotation({ ['x'.repeat(200_000)]: 1 }));
    expect(refusal(answer)).toEqual([422, 'property-unsupported']);
    expect(answer.body.length).toBeLessThan(500);
  });
  test('five hundred targets, or as many properties as fit, are refused in one answer', async () => {
    await isRefused(
      annotation({ target: Array.from({ length: 500 }, () => pinned('4.3.1.2')) }),
      400,
      'annotation-malformed',
    );
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`p${String(n)}`, 1]));
    await isRefused(annotation(many), 422, 'property-unsupported');
  });
});

describe('texts', () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))';
  test.each(['text/plain', 'text/markdown'])('HTML in %s runs nowhere', async (format) => {
    const { url, told } = await mine.add(annotation({ body: text(hostile, { format }) }));
    expect(told['body']).toEqual(text(hostile, { format }));
    const id = url.slice(url.lastIndexOf('/') + 1);
    const { html } = (await site.as(null, 'GET', `/annotations/${id}`)).json<{ html: string }>();
    expect(html).not.toMatch(/<script|<img|href="javascript/i);
  });
  test('is told as JSON that no browser takes for a page', async () => {
    const { url } = await mine.add(annotation({ bodyValue: hostile }));
    const { headers } = await program(site, null, url, {
      headers: { accept: 'text/html,*/*;q=0.8' },
    });
    expect(headers['content-type']).toMatch(/^application\/ld\+json/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
  test.each([
    ['half a character', '"\\ud800"'],
    ['NUL', '"a\\u0000b"'],
    ['an override of direction', '"a\\u202eb"'],
  ])('%s is kept nowhere', async (_name, value) => {
    for (const [name, at] of [
      ['bodyValue', '$'],
      ['creator', '{"name":$}'],
      ['canonical', '$'],
    ] as const) {
      const body = JSON.stringify(annotation({ [name]: 0 })).replace(
        `"${name}":0`,
        `"${name}":${at.replace('$', value)}`,
      );
      expect((await mine.post(body)).statusCode, name).toBe(400);
    }
  });
  test('of a member that stands twice the last is read, and nothing else is stored', async () => {
    const twice = JSON.stringify(annotation({ bodyValue: 'last' })).replace(
      '{',
      '{"bodyValue":"first",',
    );
    expect((await mine.add(twice)).told['bodyValue']).toBe('last');
    const rows = await site.owner.query(
      "select from web_annotation where words::text like '%first%'",
    );
    expect(rows.rowCount).toBe(0);
  });
});

describe('one id, one name', () => {
  test('annotations with the same id are two notes, and so are those of two people', async () => {
    const id = 'https://a.example/same';
    const bens = await programOf(site, await site.addPerson({ name: 'Ben' }));
    const urls = [
      await mine.add(annotation({ id })),
      await mine.add(annotation({ id })),
      await bens.add(annotation({ id })),
    ];
    expect(new Set(urls.map(({ url }) => url)).size).toBe(3);
  });
  test('a name asked for by many at once is given once', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, () => mine.post(annotation(), { slug: 'wanted' })),
    );
    expect(made.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    const names = made.map(({ headers }) => headers.location);
    expect(names.filter((name) => name === `${origin}${container}wanted`)).toHaveLength(1);
    expect(new Set(names).size).toBe(5);
  });
  test('the same key at once makes one note', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const made = await Promise.all(
      Array.from({ length: 4 }, () => mine.post(annotation({ bodyValue: 'Once' }), headers)),
    );
    expect(new Set(made.map((answer) => answer.headers.location)).size).toBe(1);
    expect(made.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 201]);
  });
  test('an answer that comes while the note points elsewhere is answered, or keeps it', async () => {
    const { url, etag } = await mine.add(annotation({ target: pinned('2.0.3.1') }));
    const bens = await programOf(site, await site.addPerson({ name: 'Ben' }));
    const [moved, reply] = await Promise.all([
      mine.put(url, annotation({ target: pinned('2.0.4.1') }), etag),
      bens.post(annotation({ motivation: 'replying', target: url })),
    ]);
    expect(reply.statusCode, reply.body).toBe(201);
    expect([200, 409]).toContain(moved.statusCode);
    const { rowCount } = await site.owner.query(
      `select from thread t where not exists (
         select from thread_place p where p.thread_id = t.id and p.uid = t.from_uid)`,
    );
    expect(rowCount).toBe(0);
  });
});

test('an If-Match that is no tag, or a weak one, names no state', async () => {
  const { url, etag } = await mine.add(annotation());
  for (const other of ['x', '""', `W/${etag}`, etag.slice(1, -1)])
    expect(refusal(await mine.put(url, annotation({ bodyValue: 'x' }), other))).toEqual([
      412,
      'precondition-failed',
    ]);
  expect((await mine.put(url, annotation({ bodyValue: 'x' }), `"other", ${etag}`)).statusCode).toBe(
    200,
  );
  expect(annotationContext).toBe((await mine.ask(url)).json<Json>()['@context']);
});
