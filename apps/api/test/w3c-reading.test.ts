import type { AnnotationView } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicNoteBack, publicNotes } from '../src/features/annotations/public-statements.ts';
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

/*
 * What the Recommendations of 23 February 2017 ask of a server that is read, each by its section:
 * Web Annotation Protocol, Data Model, Vocabulary.
 */

type Json = Record<string, unknown>;
const origin = 'http://localhost:3000';
const container = '/api/w3c/ncss-2016/';
const oa = 'http://www.w3.org/ns/oa#';
const ldp = 'http://www.w3.org/ns/ldp#';

let site: TestApp;
let ada: Person;
let root: AnnotationView;
let words: AnnotationView;
let answer: AnnotationView;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada <b>' });
  const ben = await site.addPerson({ name: 'Ben' });
  root = rootOf(await startThread(site, ada, '3.1.1.1', { kind: 'question', tags: ['scope'] }));
  words = rootOf(
    await startThread(site, ada, '3.2.1.3', {
      pointing: { kind: 'words', edition: 'zh-cac', version: '1.0.0', words: '求同存异' },
    }),
  );
  answer = await replyTo(site, ben, root.id, 'An answer');
  await startThread(site, ada, '3.1.1.1', { layer: 'notebook' });
  for (let n = 0; n < 118; n += 1) await startThread(site, ada, '1.1.1.1');
}, 60_000);
afterAll(() => stopApp(site));

interface Get {
  readonly url?: string;
  readonly prefer?: string;
  readonly headers?: Record<string, string>;
  readonly method?: 'GET' | 'HEAD' | 'OPTIONS';
}
const ask = ({ url = container, prefer, headers = {}, method = 'GET' }: Get = {}) =>
  site.app.inject({
    method,
    url: url.replace(origin, ''),
    headers: {
      ...headers,
      ...(prefer === undefined ? {} : { prefer: `return=representation;include="${prefer}"` }),
    },
  });
const json = async (get: Get = {}): Promise<Json> => (await ask(get)).json();
const note = (id: string): Promise<Json> => json({ url: `${container}${id}` });
const linksOf = (headers: Record<string, unknown>) => String(headers['link']);

describe('protocol §3.1 an annotation is retrieved', () => {
  test('by GET, with HEAD and OPTIONS beside it', async () => {
    const url = `${container}${root.id}`;
    expect((await ask({ url })).statusCode).toBe(200);
    const head = await ask({ url, method: 'HEAD' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect((await ask({ url, method: 'OPTIONS' })).statusCode).toBe(204);
  });
  test('as JSON-LD with the profile, unless something else is asked for', async () => {
    const { headers } = await ask({ url: `${container}${root.id}` });
    expect(headers['content-type']).toBe(
      'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    );
    const accept = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
    expect((await ask({ headers: { accept } })).statusCode).toBe(200);
    const plain = await ask({ headers: { accept: 'application/json' } });
    expect(plain.headers['content-type']).toMatch(/^application\/json/);
    expect((await ask({ headers: { accept: 'text/turtle' } })).statusCode).toBe(406);
  });
  test('with an entity tag, under which it is not sent again', async () => {
    const url = `${container}${root.id}`;
    const { etag } = (await ask({ url })).headers;
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await ask({ url, headers: { 'if-none-match': String(etag) } });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
  });
  test('with Allow, a Link to its type, and Vary on Accept', async () => {
    const { headers } = await ask({ url: `${container}${root.id}` });
    expect(headers['allow']).toBe('GET, HEAD, OPTIONS');
    expect(linksOf(headers)).toContain(`<${ldp}Resource>; rel="type"`);
    expect(headers['vary']).toContain('Accept');
  });
});

describe('protocol §4 containers', () => {
  test('§4 the IRI of a container ends in a slash, and leads there without one', async () => {
    expect(String((await json())['id'])).toMatch(/\/\?iris=0$/);
    const bare = await ask({ url: container.slice(0, -1) });
    expect([bare.statusCode, bare.headers.location]).toEqual([301, container]);
  });
  test('§4.1 GET, HEAD and OPTIONS are there', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const)
      expect((await ask({ method })).statusCode).toBeLessThan(300);
  });
  test('§4.1 what it is, is said by Link headers', async () => {
    const links = linksOf((await ask()).headers);
    expect(links).toContain(`<${ldp}BasicContainer>; rel="type"`);
    expect(links).toContain(
      `<http://www.w3.org/TR/annotation-protocol/>; rel="${ldp}constrainedBy"`,
    );
  });
  test('§4.1 it has an entity tag and Vary, and says what may be done', async () => {
    const { headers } = await ask();
    expect(headers['etag']).toMatch(/^"/);
    expect(headers['allow']).toBe('GET, HEAD, OPTIONS');
    expect(headers['vary']).toBe('Accept, Authorization, Prefer');
  });
  test('§4.2 nothing preferred: notes are described', async () => {
    const first = (await json())['first'] as Json;
    expect((first['items'] as Json[])[0]).toMatchObject({ type: 'Annotation' });
  });
  test('§4.2.1 least: no notes at all, but where its pages are', async () => {
    const asked = await ask({ prefer: `${ldp}PreferMinimalContainer` });
    const told: Json = asked.json();
    expect(told['first']).toEqual(`${origin}${container}?iris=0&page=0`);
    expect(asked.headers['preference-applied']).toBe('return=representation');
    expect(asked.body).not.toContain('"Annotation"');
  });
  test('§4.2.2 IRIs alone', async () => {
    const told = await json({ prefer: `${oa}PreferContainedIRIs` });
    const items = (told['first'] as Json)['items'] as string[];
    expect(items[0]).toBe(`${origin}${container}${root.id}`);
    expect(new Set(items.map((item) => typeof item))).toEqual(new Set(['string']));
  });
  test('§4.2.3 descriptions', async () => {
    const told = await json({ prefer: `${oa}PreferContainedDescriptions` });
    expect(told['id']).toBe(`${origin}${container}?iris=0`);
  });
  test('§4.2 several that contradict each other: the least of them', async () => {
    const told = await json({
      prefer: `${oa}PreferContainedDescriptions ${ldp}PreferMinimalContainer`,
    });
    expect(typeof told['first']).toBe('string');
  });
  test('§4.2 the representation has an IRI of its own, which Content-Location names', async () => {
    const asked = await ask({ prefer: `${oa}PreferContainedIRIs` });
    expect(asked.headers['content-location']).toBe(asked.json<Json>()['id']);
    expect(await json({ url: String(asked.headers['content-location']) })).toEqual(asked.json());
  });
  test('§4.3 all pages hold every note once, in one order, forwards and backwards', async () => {
    const seen: string[] = [];
    const starts: number[] = [];
    let url: unknown = (await json({ prefer: `${ldp}PreferMinimalContainer` }))['first'];
    let last: unknown;
    while (typeof url === 'string') {
      const page = await json({ url: url.replace('iris=0', 'iris=1') });
      starts.push(Number(page['startIndex']));
      seen.push(...(page['items'] as string[]));
      last = page['id'];
      url = page['next'];
    }
    expect(starts).toEqual([0, 50, 100]);
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
    const whole = await json({ prefer: `${oa}PreferContainedIRIs` });
    expect(whole['last']).toBe(last);
    const back: unknown[] = [];
    for (let at: unknown = last; typeof at === 'string'; at = (await json({ url: at }))['prev'])
      back.push(at);
    expect(back).toHaveLength(3);
    expect(back.at(-1)).toBe((whole['first'] as Json)['id']);
  });
  test('§4.3 a page says what it is part of, as an object with the total', async () => {
    const page = await json({ url: `${container}?iris=1&page=0` });
    expect(page['partOf']).toMatchObject({ id: `${origin}${container}?iris=1`, total: 121 });
    expect(page['type']).toBe('AnnotationPage');
  });
  test('§4.3 a page inside the container is not said to be part of it again', async () => {
    expect(Object.keys((await json())['first'] as Json)).not.toContain('partOf');
  });
});

describe('protocol §5 and CORS: programs of other sites read', () => {
  test('every answer may be read from anywhere, without credentials', async () => {
    for (const url of [container, `${container}${root.id}`, `${container}${crypto.randomUUID()}`]) {
      const { headers } = await ask({ url, headers: { origin: 'https://elsewhere.example' } });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });
  test('a browser that asks first is told what it may send', async () => {
    const { headers } = await ask({
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'prefer',
      },
    });
    expect(headers['access-control-allow-headers']).toMatch(/Prefer/);
  });
});

describe('data model', () => {
  test('§3.1 one IRI, one context, the type Annotation', async () => {
    const told = await note(root.id);
    expect(told['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(told['id']).toBe(`${origin}${container}${root.id}`);
    expect(told['type']).toBe('Annotation');
  });
  test('§3.1 at least one target, and bodies', async () => {
    const told = await note(root.id);
    expect(told['target']).toMatch(/^http:\/\/localhost:3000\/id\/s-/);
    expect(told['body']).toBeInstanceOf(Array);
  });
  test('§3.2.4 words are embedded with their format and purpose', async () => {
    expect((await note(root.id))['body']).toEqual([
      {
        type: 'TextualBody',
        format: 'text/markdown',
        purpose: 'commenting',
        value: 'On 3.1.1.1',
      },
      { type: 'TextualBody', purpose: 'tagging', value: 'scope' },
    ]);
  });
  test('§3.3.1 moments are xsd:dateTime in UTC', async () => {
    const told = await note(root.id);
    for (const name of ['created', 'modified'])
      expect(told[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  });
  test('§3.3.2 the creator is an agent with a name, whatever it holds', async () => {
    expect((await note(root.id))['creator']).toMatchObject({ type: 'Person', name: 'Ada <b>' });
  });
  test('§3.3.5 the motivation says what the note is', async () => {
    expect((await note(root.id))['motivation']).toEqual(['questioning']);
    expect((await note(answer.id))['motivation']).toContain('replying');
  });
  test('§4 a reply has the note it answers as its target', async () => {
    expect((await note(answer.id))['target']).toBe(`${origin}${container}${root.id}`);
  });
  test('§4.1 and §4.2.4–5 words are a specific resource with quotation and position', async () => {
    const target = (await note(words.id))['target'] as Json;
    expect(target).toMatchObject({
      type: 'SpecificResource',
      source: `${origin}/t/ncss-2016@zh-cac:1.0.0/3.2.1.3`,
    });
    const [quote, position] = target['selector'] as Json[];
    expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: '求同存异' });
    expect(position).toMatchObject({ type: 'TextPositionSelector' });
    expect(Number(position?.['end']) - Number(position?.['start'])).toBe(4);
  });
  test('§5.1 a collection has a label, a total, its first and its last page', async () => {
    const told = await json();
    expect(told['type']).toEqual(['BasicContainer', 'AnnotationCollection']);
    expect(told['total']).toBe(121);
    expect(told['label']).toBe('Public notes on ncss-2016');
    expect(Object.keys(told)).toEqual(expect.arrayContaining(['first', 'last']));
  });
  test('every IRI is absolute', async () => {
    const { body } = await ask();
    const iris = [...body.matchAll(/"(?:id|target|source|next|prev|last)":"([^"]*)"/g)];
    expect(iris.length).toBeGreaterThan(100);
    for (const [, iri] of iris) expect(iri).toMatch(/^https?:\/\//);
  });
});

describe('what is not there, or no longer', () => {
  test('what its author took away is gone; what is hidden, unknown or of another work is not there', async () => {
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    const gone = rootOf(await startThread(site, ada, '2.0.1.1'));
    const hidden = rootOf(await startThread(site, ada, '2.0.1.1'));
    const notebook = rootOf(await startThread(site, ada, '2.0.1.1', { layer: 'notebook' }));
    const total = async () => (await json())['total'];
    const before = Number(await total());
    await site.as(ada, 'DELETE', `/annotations/${gone.id}`);
    await site.as(
      keeper,
      'POST',
      `/annotations/${hidden.id}/hide`,
      hideForm('other', 'Not about this.'),
    );
    const status = async (url: string) => (await ask({ url })).statusCode;
    expect(await status(`${container}${gone.id}`)).toBe(410);
    expect(await status(`${container}${hidden.id}`)).toBe(404);
    expect(await status(`${container}${notebook.id}`)).toBe(404);
    expect(await status(`/api/w3c/other/${root.id}`)).toBe(404);
    expect(await total()).toBe(before - 2);
    await site.as(keeper, 'POST', `/annotations/${hidden.id}/unhide`, { reason: 'It is.' });
    expect(await status(`${container}${hidden.id}`)).toBe(200);
    expect(await total()).toBe(before - 1);
  });
  test('a thread that moves to a notebook leaves, one that comes from there enters', async () => {
    const thread = await startThread(site, ada, '2.0.1.1');
    const url = `${container}${rootOf(thread).id}`;
    const move = (layer: string) => site.as(ada, 'POST', `/threads/${thread.id}/move`, { layer });
    expect((await move('notebook')).statusCode).toBe(200);
    expect((await ask({ url })).statusCode).toBe(404);
    expect((await move('public')).statusCode).toBe(200);
    expect((await ask({ url })).statusCode).toBe(200);
  });
  test('a page nobody handed out is refused, and so is what is no preference', async () => {
    expect((await ask({ url: `${container}?page=xyz` })).statusCode).toBe(400);
    expect((await ask({ url: `${container}?iris=2` })).statusCode).toBe(400);
    expect((await ask({ headers: { prefer: 'return=minimal' } })).statusCode).toBe(200);
  });
  test('an edited note has another tag', async () => {
    const mine = rootOf(await startThread(site, ada, '2.0.2.1'));
    const url = `${container}${mine.id}`;
    const before = (await ask({ url })).headers.etag;
    const edit = { body: 'Other words', version: 1, seen: mine.seen };
    expect((await site.as(ada, 'PUT', `/annotations/${mine.id}`, edit)).statusCode).toBe(200);
    expect((await ask({ url })).headers.etag).not.toBe(before);
  });
});

test('lists are stretches of one key, read in its order', async () => {
  await site.owner.query('analyze');
  // A table of this size is read whole; what is asked is whether the key can serve.
  await site.owner.query('set enable_seqscan = off');
  for (const { text } of [publicNotes, publicNoteBack]) {
    const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(
      `explain (generic_plan) ${text}`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Only Scan( Backward)? using public_note_pkey/);
    expect(plan).toMatch(/Index Cond: \(\(work_id = \$\d\) AND/);
  }
});
