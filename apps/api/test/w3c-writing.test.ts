import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hideForm,
  annotation,
  annotationContext,
  annotationType,
  container,
  origin,
  ownApp,
  pinned,
  program,
  programOf,
  refusal,
  replyTo,
  startApp,
  stopApp,
  threadForm,
  type Json,
  type Person,
  type Program,
  type TestApp,
} from './support/index.ts';

/*
 * What the Web Annotation Protocol of 23 February 2017 asks of a server that is written to, each by its
 * section. What it asks of one that is read is in w3c-reading.test.ts.
 */

let site: TestApp;
let ada: Person;
let ben: Person;
let mine: Program;
let bens: Program;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  mine = await programOf(site, ada);
  bens = await programOf(site, ben);
});
afterAll(() => stopApp(site));

const idOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
const total = async (): Promise<unknown> => (await mine.ask(container)).json<Json>()['total'];
const titled = (value: string): Json => annotation({ body: { type: 'TextualBody', value } });

describe('protocol §4.1 what a container says of writing', () => {
  test.each(['GET', 'HEAD', 'OPTIONS'] as const)(
    'Accept-Post names what may be sent, on %s',
    async (method) => {
      const { headers } = await mine.ask(container, { method });
      expect(headers['accept-post']).toBe(
        `${annotationType}, application/ld+json, application/json`,
      );
    },
  );
  test('Allow names POST to whoever may write, and to nobody else', async () => {
    const reader = await programOf(site, ada, 'read');
    for (const method of ['GET', 'OPTIONS'] as const) {
      expect((await mine.ask(container, { method })).headers.allow).toBe(
        'GET, HEAD, OPTIONS, POST',
      );
      expect((await reader.ask(container, { method })).headers.allow).toBe('GET, HEAD, OPTIONS');
      expect((await program(site, null, container, { method })).headers.allow).toBe(
        'GET, HEAD, OPTIONS',
      );
    }
  });
  test('the links of a container are on every answer, refusals as well', async () => {
    const form = { method: 'POST', payload: annotation() } as const;
    for (const [refused, status] of [
      [await mine.post({}), 400],
      [await mine.post({}, { 'content-type': 'text/plain' }), 415],
      [await program(site, null, container, form), 401],
      [await program(site, null, `${container}?iris=7`), 400],
    ] as const) {
      expect(refused.statusCode).toBe(status);
      expect(String(refused.headers.link)).toContain('ns/ldp#BasicContainer>; rel="type"');
      expect(String(refused.headers.link)).toContain('ns/ldp#constrainedBy');
      expect(refused.headers['accept-post']).toContain('application/ld+json');
    }
  });
});

describe('protocol §5.1 a new annotation', () => {
  test('MUST be answered by 201 with Location; there it is, and in the container', async () => {
    const before = Number(await total());
    const made = await mine.post(titled('New here'));
    expect(made.statusCode).toBe(201);
    const there = String(made.headers.location);
    expect((await mine.ask(there)).json()).toEqual(made.json());
    expect(await total()).toBe(before + 1);
    const list = await mine.ask(container, {
      headers: {
        prefer: 'return=representation;include="http://www.w3.org/ns/oa#PreferContainedIRIs"',
      },
    });
    expect(list.body).toContain(there);
  });
  test('MUST be given an IRI, that of the container with one component more', async () => {
    const { url, told } = await mine.add(titled('Named by the server'));
    expect(url).toMatch(new RegExp(`^${origin}${container}[^/?#]+$`));
    expect(told['id']).toBe(url);
  });
  test('is answered with its state, entity tag, Allow, Link and Vary', async () => {
    const { headers, body } = await mine.post(titled('Headers'));
    expect(headers['content-type']).toBe(annotationType);
    expect(headers['allow']).toBe('GET, HEAD, OPTIONS, PUT, DELETE');
    expect(headers['link']).toContain('<http://www.w3.org/ns/ldp#Resource>; rel="type"');
    expect(headers['vary']).toContain('Accept');
    const again = await mine.ask(String(headers.location));
    expect([again.headers.etag, again.body]).toEqual([headers.etag, body]);
  });
  test('with an id of its own: that is copied to via, and replaced', async () => {
    const id = 'https://elsewhere.example/annotations/7';
    const { url, told } = await mine.add(annotation({ id }));
    expect([told['id'], told['via']]).toEqual([url, id]);
    const more = await mine.add(annotation({ id, via: ['https://first.example/1'] }));
    expect(more.told['via']).toEqual(['https://first.example/1', id]);
  });
  test('whose id is a UUID alone: it is kept as the URN of that UUID', async () => {
    const uuid = randomUUID();
    expect((await mine.add(annotation({ id: uuid }))).told['via']).toBe(`urn:uuid:${uuid}`);
    expect((await mine.add(annotation({ id: `#${uuid}` }))).told['via']).toBe(`urn:uuid:${uuid}`);
  });
  test('with canonical: that MUST be maintained without change', async () => {
    const canonical = 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df';
    const { url } = await mine.add(annotation({ canonical }));
    expect((await mine.ask(url)).json<Json>()['canonical']).toBe(canonical);
  });
  test('without creator and time: the server adds them', async () => {
    const { told } = await mine.add(annotation());
    expect(told['creator']).toEqual({ type: 'Person', name: 'Ada', nickname: ada.handle });
    expect(told['created']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });
  test.each([
    annotationType,
    'application/ld+json',
    'application/json',
    'application/json; charset=utf-8',
  ])('may come as %s', async (type) => {
    expect((await mine.post(titled(`As ${type}`), { 'content-type': type })).statusCode).toBe(201);
  });
  test.each([
    'text/turtle',
    'text/plain',
    'application/xml',
    'application/ld+json; profile="http://iiif.io/api/presentation/3/context.json"',
  ])('as %s is refused by 415, with what may be sent', async (type) => {
    const answer = await mine.post(titled('Other'), { 'content-type': type });
    expect(refusal(answer)).toEqual([415, 'media-type-unsupported']);
    expect(answer.headers['accept-post']).toContain('application/ld+json');
  });
  test('in another context MAY be rejected', async () => {
    const other = annotation({ '@context': [annotationContext, 'https://schema.org/'] });
    expect(refusal(await mine.post(other))).toEqual([415, 'media-type-unsupported']);
  });
  test.each([
    ['of more lines than a note shows', { bodyValue: 'a\n'.repeat(2_001) }, '2002 lines'],
    [
      'whose bodies together have them',
      { body: Array.from({ length: 3 }, () => ({ value: 'a\n\n'.repeat(500) })) },
      '3003 lines',
    ],
    [
      'whose bodies together are longer than a note',
      { body: Array.from({ length: 3 }, () => ({ value: 'word '.repeat(3_000) })) },
      'more characters',
    ],
  ])('%s is refused before anything is made of it', async (_name, bodies, why) => {
    const { body: _, ...bare } = annotation({});
    const answer = await mine.post({ ...bare, ...bodies });
    expect(refusal(answer)).toEqual([400, 'text-malformed']);
    expect(answer.body).toContain(why);
  });
  test('is not written where no answer would suit', async () => {
    const before = await total();
    const answer = await mine.post(titled('Unheard'), { accept: 'text/turtle' });
    expect(refusal(answer)).toEqual([406, 'not-acceptable']);
    expect(await total()).toBe(before);
  });
  test('sent again with the same key makes no second one', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const { url } = await mine.add(titled('Once'), headers);
    const again = await mine.post(titled('Once'), headers);
    expect([again.statusCode, again.headers.location]).toEqual([200, url]);
    expect(refusal(await mine.post(titled('Other words'), headers))).toEqual([409, 'key-reused']);
  });
});

describe('protocol §5.2 a name is suggested', () => {
  test.each(['first-remark', '"quoted_remark"', 'with.dots~1'])('%s is used', async (slug) => {
    const { url, told } = await mine.add(titled(slug), { slug });
    expect(url).toBe(`${origin}${container}${slug.replaceAll('"', '')}`);
    expect(told['id']).toBe(url);
    expect((await mine.ask(url)).json()).toEqual(told);
  });
  test.each(['two words', '../up', '', '%2e%2e', '-dash', 'x'.repeat(81), randomUUID(), '名字'])(
    '%j is no part of an address: another is given',
    async (slug) => {
      const { url } = await mine.add(titled('Unfit'), { slug: encodeURI(slug) });
      expect(idOf(url)).toMatch(/^[0-9a-f-]{36}$/);
      expect(idOf(url)).not.toBe(slug);
    },
  );
  test('one that is taken is not used again, not even after its note is gone', async () => {
    const slug = 'taken';
    const first = await mine.add(titled('First'), { slug });
    const second = await bens.add(titled('Second'), { slug });
    expect(second.url).not.toBe(first.url);
    expect((await mine.remove(first.url, first.etag)).statusCode).toBe(204);
    expect((await mine.add(titled('Third'), { slug })).url).not.toBe(first.url);
    expect((await mine.ask(first.url)).statusCode).toBe(410);
  });
  test('a note goes by its name wherever it is told of: in lists, and as what is answered', async () => {
    const { url } = await mine.add(titled('Told of by name'), { slug: 'by-name' });
    const { told } = await bens.add(annotation({ motivation: 'replying', target: url }));
    expect(told['target']).toBe(url);
    const list = await program(site, null, `${container}?iris=1`);
    expect(list.body).toContain(url);
  });
});

describe('protocol §5.3 an annotation is replaced', () => {
  test('MUST be answered by 200 with the new state, under a new entity tag', async () => {
    const { url, etag } = await mine.add(titled('Before'));
    const answer = await mine.put(url, titled('After'), etag);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers.etag).not.toBe(etag);
    const stored = await mine.ask(url);
    expect([stored.body, stored.headers.etag]).toEqual([answer.body, answer.headers.etag]);
    expect(answer.json<Json>()['body']).toEqual({ type: 'TextualBody', value: 'After' });
  });
  test('by the state it was read in: a stale one is refused by 412, and nothing is lost', async () => {
    const { url, etag } = await mine.add(titled('One'));
    await mine.put(url, titled('Two'), etag);
    expect(refusal(await mine.put(url, titled('Three'), etag))).toEqual([
      412,
      'precondition-failed',
    ]);
    expect((await mine.ask(url)).body).toContain('"Two"');
  });
  test('of two at once under one tag, one is written', async () => {
    const { url, etag } = await mine.add(titled('Race'));
    const answers = await Promise.all(
      ['Left', 'Right'].map((each) => mine.put(url, titled(each), etag)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });
  test('without a state is refused by 428: nobody overwrites what they have not read', async () => {
    const { url } = await mine.add(titled('Unread'));
    expect(refusal(await mine.put(url, titled('Blind')))).toEqual([428, 'precondition-required']);
  });
  test('under the tag of either form it is told in', async () => {
    const { url } = await mine.add(titled('Forms'));
    const json = await mine.ask(url, { headers: { accept: 'application/json' } });
    expect((await mine.put(url, titled('By JSON'), String(json.headers.etag))).statusCode).toBe(
      200,
    );
  });
  test('canonical and via SHOULD stay once they are set; they may be set later', async () => {
    const set = { canonical: 'https://a.example/1', via: 'https://b.example/1' };
    const first = await mine.add(annotation());
    const later = await mine.put(first.url, annotation(set), first.etag);
    expect(later.json()).toMatchObject(set);
    const etag = String(later.headers.etag);
    for (const other of [
      { ...set, canonical: 'https://a.example/2' },
      { ...set, via: ['https://b.example/1', 'https://c.example/1'] },
      { via: set.via },
      { canonical: set.canonical },
    ])
      expect(refusal(await mine.put(first.url, annotation(other), etag))).toEqual([
        409,
        'property-fixed',
      ]);
  });
  test('§6 what the server sets is not changed by a program: 409', async () => {
    const { url, etag } = await mine.add(annotation());
    for (const other of [{ id: `${origin}${container}other` }, { created: '2015-01-31T12:03:45Z' }])
      expect(refusal(await mine.put(url, annotation(other), etag))).toEqual([
        409,
        'property-fixed',
      ]);
  });
  test('by what was read, word for word: nothing is written', async () => {
    const { url, etag, told } = await mine.add(titled('Echo'));
    const answer = await mine.put(url, told, etag);
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, etag]);
  });
  test('another’s is refused by 403, what never was by 404, what is gone by 410', async () => {
    const { url, etag } = await mine.add(titled('Whose'));
    expect(refusal(await bens.put(url, titled('Ben’s'), etag))).toEqual([403, 'not-allowed']);
    const never = `${container}${randomUUID()}`;
    expect(refusal(await mine.put(never, titled('x'), '*'))).toEqual([404, 'not-found']);
    expect(refusal(await mine.put(`${container}never`, titled('x'), '*'))).toEqual([
      404,
      'not-found',
    ]);
    await mine.remove(url, etag);
    expect(refusal(await mine.put(url, titled('x'), '*'))).toEqual([410, 'gone']);
  });
  test('may point elsewhere in its work, while nobody has answered', async () => {
    const { url, etag } = await mine.add(annotation({ target: pinned('2.0.3.1') }));
    const moved = await mine.put(url, annotation({ target: pinned('2.0.4.1') }), etag);
    expect(moved.json<Json>()['target']).toBe(pinned('2.0.4.1'));
    const threads = async (at: string) =>
      (await site.as(null, 'GET', `/works/ncss-2016/threads?at=${at}`)).body.includes(idOf(url));
    expect([await threads('2.0.3.1'), await threads('2.0.4.1')]).toEqual([false, true]);
    await replyTo(site, ben, idOf(url), 'Answered');
    const { etag: now } = (await mine.ask(url)).headers;
    const back = annotation({ target: pinned('2.0.3.1') });
    expect(refusal(await mine.put(url, back, String(now)))).toEqual([409, 'target-answered']);
    const words = annotation({
      target: pinned('2.0.4.1'),
      bodyValue: 'Words alone',
      body: undefined,
    });
    expect((await mine.put(url, words, String(now))).statusCode).toBe(200);
  });
  test('counts go with what points elsewhere', async () => {
    const { url, etag } = await mine.add(annotation({ target: pinned('2.0.6.1') }));
    await mine.put(
      url,
      annotation({ target: `${origin}/t/ncss-2016/2.0.6.1-2.0.7.1`, motivation: 'questioning' }),
      etag,
    );
    const { rowCount } = await site.owner.query(
      `with counted as (
         select p.work_id, p.layer_id, p.uid, a.kind, count(*) as notes
         from annotation a join thread_place p on p.thread_id = a.thread_id
         where a.state = 'published' group by 1, 2, 3, 4)
       select from tally t full join counted c using (work_id, layer_id, uid, kind)
       where coalesce(t.notes, 0) <> coalesce(c.notes, 0)`,
    );
    expect(rowCount).toBe(0);
  });
  test('an answer stays with what it answers', async () => {
    const first = await mine.add(titled('Asked'));
    const other = await mine.add(titled('Asked, too'));
    const { url, etag } = await bens.add(annotation({ motivation: 'replying', target: first.url }));
    const moved = annotation({ motivation: 'replying', target: other.url });
    expect(refusal(await bens.put(url, moved, etag))).toEqual([409, 'property-fixed']);
  });
});

describe('protocol §5.4 an annotation is deleted', () => {
  test('MUST be answered by 204; it leaves the container, and its address is gone', async () => {
    const { url, etag } = await mine.add(titled('Going'));
    const before = Number(await total());
    const answer = await mine.remove(url, etag);
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expect(refusal(await mine.ask(url))).toEqual([410, 'gone']);
    expect(await total()).toBe(before - 1);
  });
  test('by the state it was read in: 412 where that is stale, 428 where none is named', async () => {
    const { url, etag } = await mine.add(titled('Kept'));
    await mine.put(url, titled('Kept, changed'), etag);
    expect(refusal(await mine.remove(url, etag))).toEqual([412, 'precondition-failed']);
    expect(refusal(await mine.remove(url))).toEqual([428, 'precondition-required']);
    expect(refusal(await bens.remove(url, '*'))).toEqual([403, 'not-allowed']);
    expect((await mine.ask(url)).statusCode).toBe(200);
  });
});

test.each(['application/ld+json', 'application/json'])(
  '§5.4 a deletion that names %s and sends nothing is one',
  async (type) => {
    const { url, etag } = await mine.add(titled('Typed'));
    const headers = { 'if-match': etag, 'content-type': type };
    expect((await mine.ask(url, { method: 'DELETE', headers })).statusCode).toBe(204);
  },
);

describe('protocol §6 and §3.1: what is not done is said', () => {
  test('PATCH of an annotation and POST to a page are 405, with what is done', async () => {
    const { url } = await mine.add(titled('Method'));
    const patch = await mine.ask(url, { method: 'PATCH', payload: {} });
    expect(refusal(patch)).toEqual([405, 'method-not-allowed']);
    expect(patch.headers.allow).toContain('PUT');
    const page = await mine.ask(`${container}?page=0`, { method: 'POST', payload: annotation() });
    expect(refusal(page)).toEqual([405, 'method-not-allowed']);
    expect(page.headers.allow).toBe('GET, HEAD, OPTIONS');
  });
  test('Allow of an annotation names what may be done with it by whoever asks', async () => {
    const { url } = await mine.add(titled('Allowed'));
    const allow = async (asker: string | null, method: 'GET' | 'OPTIONS') =>
      (await program(site, asker, url, { method })).headers.allow;
    for (const method of ['GET', 'OPTIONS'] as const) {
      expect(await allow(mine.token, method)).toBe('GET, HEAD, OPTIONS, PUT, DELETE');
      expect(await allow(bens.token, method)).toBe('GET, HEAD, OPTIONS');
      expect(await allow(null, method)).toBe('GET, HEAD, OPTIONS');
    }
  });
});

describe('CORS: programs in pages of other sites write with a token', () => {
  const headers = {
    origin: 'https://elsewhere.example',
    'access-control-request-headers': 'authorization, content-type, if-match, slug',
  };
  test.each([
    [container, 'POST'],
    [`${container}x`, 'PUT'],
    [`${container}x`, 'DELETE'],
  ] as const)(
    'a browser that asks first for %s may %s, without credentials',
    async (url, method) => {
      const answer = await program(site, null, url, {
        method: 'OPTIONS',
        headers: { ...headers, 'access-control-request-method': method },
      });
      expect(answer.statusCode).toBe(204);
      expect(answer.headers['access-control-allow-methods']).toContain(method);
      for (const name of ['Authorization', 'Content-Type', 'If-Match', 'Slug', 'Idempotency-Key'])
        expect(answer.headers['access-control-allow-headers']).toContain(name);
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    },
  );
  test('what a writer has to read is exposed, also on refusals', async () => {
    const made = await mine.post(titled('Abroad'), { origin: 'https://elsewhere.example' });
    const refused = await mine.post({}, { origin: 'https://elsewhere.example' });
    for (const { headers: answered } of [made, refused]) {
      expect(answered['access-control-allow-origin']).toBe('*');
      for (const name of ['ETag', 'Location', 'Accept-Post', 'Retry-After'])
        expect(answered['access-control-expose-headers']).toContain(name);
    }
  });
});

describe('who may write', () => {
  test('a page’s cookie is never enough, from here or from elsewhere', async () => {
    for (const from of [origin, 'https://elsewhere.example']) {
      const answer = await program(site, null, container, {
        method: 'POST',
        payload: annotation(),
        headers: { cookie: ada.cookie, origin: from },
      });
      expect(refusal(answer)).toEqual([401, 'token-required']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });
  test('a token that may only read writes nothing; one that is unknown is nobody’s', async () => {
    const reader = await programOf(site, ada, 'read');
    expect(refusal(await reader.post(annotation()))).toEqual([403, 'token-scope']);
    const unknown = await program(site, 'glossator_x', container, {
      method: 'POST',
      payload: annotation(),
    });
    expect(refusal(unknown)).toEqual([401, 'token-unknown']);
  });
  test('an ended token, and a person who has left, are refused at once', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    const program = await programOf(site, eve);
    const { url, etag } = await program.add(titled('Before the end'));
    await site.owner.query('delete from access_token where person_id = $1', [eve.id]);
    expect(refusal(await program.put(url, titled('After'), etag))).toEqual([401, 'token-unknown']);
    const again = await programOf(site, eve);
    await site.owner.query("update person set state = 'erased', name = '' where id = $1", [eve.id]);
    expect(refusal(await again.post(titled('After')))).toEqual([401, 'token-unknown']);
    expect(refusal(await again.remove(url, '*'))).toEqual([401, 'token-unknown']);
  });
  test('what is withheld is read and mended by its author’s programs alone', async () => {
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    const { url } = await mine.add(titled('Withheld'));
    await site.as(keeper, 'POST', `/annotations/${idOf(url)}/hide`, hideForm('other', 'Not so.'));
    for (const token of [null, bens.token, (await programOf(site, keeper)).token])
      expect((await program(site, token, url)).statusCode).toBe(404);
    const own = await mine.ask(url);
    expect([own.statusCode, own.headers['cache-control']]).toEqual([200, 'private, no-cache']);
    const mended = await mine.put(url, titled('Mended'), String(own.headers.etag));
    expect(mended.statusCode, mended.body).toBe(200);
    expect((await bens.ask(url)).statusCode).toBe(404);
  });
  test('programs draw from the budget their person has for writing', async () => {
    const { config } = site;
    const limited = await ownApp({ config: { rateLimits: { ...config.rateLimits, write: 4 } } });
    const person = await limited.addPerson();
    const hasty = await programOf(limited, person);
    const thread = { method: 'POST' as const, payload: annotation() };
    for (let n = 0; n < 3; n += 1)
      expect((await hasty.ask(container, thread)).statusCode).toBe(201);
    const refused = await hasty.ask(container, thread);
    expect(refusal(refused)).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const form = await limited.as(person, 'POST', '/threads', threadForm('4.3.1.2'));
    expect(form.statusCode).toBe(429);
  });
});
