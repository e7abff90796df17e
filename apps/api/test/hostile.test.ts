import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  origin,
  rootOf,
  refusal,
  seen,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
});
afterAll(() => stopApp(site));

const post = (body: string, type = 'application/json') =>
  site.app.inject({
    method: 'POST',
    url: '/api/threads',
    headers: { cookie: ada.cookie, origin, 'content-type': type },
    payload: body,
  });

describe('addresses', () => {
  test.each([
    ['/api/works/unknown/reading', 404, 'not-found'],
    ['/api/works/ncss-2016/reading?at=4.3.1.99', 404, 'not-found'],
    ['/api/works/ncss-2016/reading?at=4.3.2-4.3.1', 422, 'range-reversed'],
    ['/api/works/ncss-2016/reading?at=4..3', 400, 'address-malformed'],
    ['/api/works/ncss-2016/reading?pins=en-creemers:7.0.0', 422, 'version-unknown'],
    ['/api/works/ncss-2016/reading?pins=nobody:1.0.0', 422, 'version-unknown'],
    ['/api/works/ncss-2016/reading?pins=en-creemers', 400, 'address-malformed'],
    ['/api/works/ncss-2016/reading?nonsense=1', 400, 'request-malformed'],
    ['/api/works/ncss-2016/threads?at=1&limit=0', 400, 'request-malformed'],
    ['/api/works/ncss-2016/threads?at=1&limit=1e9', 400, 'request-malformed'],
    ['/api/works/NCSS/reading', 400, 'request-malformed'],
    ['/api/works/ncss-2016/editions/en-creemers/text?version=2.0.0', 404, 'not-found'],
    ['/api/works/ncss-2016/editions/nobody/text', 404, 'not-found'],
    ['/api/units/s-00000000', 404, 'not-found'],
    ['/api/units/%00', 404, 'not-found'],
    ['/api/annotations/not-a-uuid', 400, 'request-malformed'],
    [`/api/annotations/${randomUUID()}`, 404, 'not-found'],
    ['/api/%ff', 400, 'address-malformed'],
    ['/api/nothing', 404, 'not-found'],
  ])('%s → %i %s', async (url, status, code) => {
    expect(refusal(await site.as(null, 'GET', url))).toEqual([status, code]);
  });

  test('of ten thousand characters is refused quickly and says why', async () => {
    const long = 'x'.repeat(10_000);
    const inPath = await site.as(null, 'GET', `/api/works/${long}/reading`);
    expect(inPath.statusCode).toBeGreaterThanOrEqual(400);
    expect(inPath.statusCode).toBeLessThan(500);
    expect(inPath.headers['content-type']).toContain('problem+json');
    const inQuery = await site.as(null, 'GET', `/api/works/ncss-2016/reading?at=${long}`);
    expect(refusal(inQuery)).toEqual([400, 'request-malformed']);
  });

  test('a known address under another method says which it knows', async () => {
    const answer = await site.as(ada, 'PATCH', `/api/annotations/${randomUUID()}`, {});
    expect(refusal(answer)).toEqual([405, 'method-not-allowed']);
    expect(answer.headers['allow']).toContain('PUT');
  });
});

describe('bodies', () => {
  test.each([
    ['not JSON', '{"work":', 400, 'body-not-json'],
    ['nothing', '', 400, 'body-not-json'],
    ['a list', '[]', 400, 'request-malformed'],
    ['null', 'null', 400, 'request-malformed'],
    [
      'a number for a text',
      JSON.stringify({ ...threadForm('4.1'), body: 7 }),
      400,
      'request-malformed',
    ],
    [
      'an unknown field',
      JSON.stringify({ ...threadForm('4.1'), state: 'published' }),
      400,
      'request-malformed',
    ],
    [
      'an author of its own',
      JSON.stringify({ ...threadForm('4.1'), author: randomUUID() }),
      400,
      'request-malformed',
    ],
    [
      'a prototype',
      `{"__proto__":{"roles":["administrator"]},${JSON.stringify(threadForm('4.1')).slice(1)}`,
      400,
      'body-not-json',
    ],
    [
      'an unknown layer',
      JSON.stringify({ ...threadForm('4.1'), layer: 'club' }),
      400,
      'request-malformed',
    ],
    [
      'a key that is none',
      JSON.stringify({ ...threadForm('4.1'), key: 'x' }),
      400,
      'request-malformed',
    ],
    [
      'a megabyte',
      JSON.stringify({ ...threadForm('4.1'), body: 'x'.repeat(1_000_000) }),
      413,
      'body-too-large',
    ],
    [
      '30 000 characters',
      JSON.stringify({ ...threadForm('4.1'), body: 'x'.repeat(30_000) }),
      400,
      'text-malformed',
    ],
    [
      'only spaces',
      JSON.stringify({ ...threadForm('4.1'), body: ' \n\t　' }),
      400,
      'text-malformed',
    ],
    ['a NUL', JSON.stringify({ ...threadForm('4.1'), body: 'a\0b' }), 400, 'text-malformed'],
    [
      'a lone surrogate',
      '{"body":"a\\ud800b",' + JSON.stringify({ ...threadForm('4.1'), body: undefined }).slice(1),
      400,
      'text-malformed',
    ],
    [
      'a bidirectional override',
      JSON.stringify({ ...threadForm('4.1'), body: 'a\u202eb' }),
      400,
      'text-malformed',
    ],
    [
      'a control character',
      JSON.stringify({ ...threadForm('4.1'), body: 'a\u001bb' }),
      400,
      'text-malformed',
    ],
  ])('%s', async (_name, body, status, code) => {
    const before = await site.owner.query('select count(*) from annotation');
    expect(refusal(await post(body))).toEqual([status, code]);
    expect((await site.owner.query('select count(*) from annotation')).rows).toEqual(before.rows);
  });

  test('a form that is not JSON is refused by its type', async () => {
    expect(refusal(await post('a=b', 'application/x-www-form-urlencoded'))).toEqual([
      415,
      'media-type-unsupported',
    ]);
  });

  test('20 000 characters of the largest kind are kept to the last', async () => {
    const body = '𠮷'.repeat(20_000);
    const thread = await startThread(site, ada, '4.1', { body });
    expect(rootOf(thread).body).toBe(body);
  });

  test('text is stored in one normal form', async () => {
    const thread = await startThread(site, ada, '4.1', { body: 'cafe\u0301\r\nnext' });
    expect(rootOf(thread).body).toBe('caf\u00e9\nnext');
  });
});

describe('markup in a note', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox(1))',
    '![x](javascript:alert(1))',
    '![tracker](https://evil.example/pixel.png)',
    '<https://evil.example/"onmouseover="alert(1)>',
    '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
    '```html"onload="alert(1)\n<script>alert(1)</script>\n```',
    '<style>@import url(https://evil.example)</style>',
    '<form action="https://evil.example"><input name=password></form>',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<div style="position:fixed;inset:0">over everything</div>',
    '[^x]: <img src=x onerror=alert(1)>\n\nA[^x]',
    '| <img src=x onerror=alert(1)> |\n| - |\n| x |',
    '<a id="content" name="content">clobber</a>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  ];

  test.each(attacks)('%s becomes harmless', async (body) => {
    const html = rootOf(await startThread(site, ada, '4.2', { body })).html ?? '';
    const tags = [...html.matchAll(/<([a-z0-9]+)/gi)].map(([, tag]) => tag);
    const harmless =
      /^(a|blockquote|br|code|del|em|hr|li|ol|p|pre|section|strong|sub|sup|table|tbody|td|th|thead|tr|ul)$/;
    expect(tags.filter((tag) => !harmless.test(tag ?? ''))).toEqual([]);
    const attributes = [...html.matchAll(/<[a-z0-9]+((?:\s+[^\s=>]+(?:="[^"]*")?)*)/gi)].flatMap(
      ([, list]) => [...(list ?? '').matchAll(/\s([^\s=>]+)(?:="([^"]*)")?/g)],
    );
    for (const [, name, value] of attributes) {
      expect(name).not.toMatch(/^(on|style|src|action|formaction|name)/i);
      if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|#)/);
      if (name === 'id') expect(value).toMatch(/^n[0-9a-f]{12}-/);
    }
  });

  test('what people write is shown as they mean it', async () => {
    const html = rootOf(
      await startThread(site, ada, '4.2', {
        body: 'A *stress*, 一个*重点*, a [link](https://example.org)[^1].\n\n# Not a heading\n\n[^1]: The *source*.',
      }),
    ).html;
    expect(html).toContain('<em>stress</em>');
    expect(html).toContain('<em lang="zh">重点</em>');
    expect(html).toContain('<a href="https://example.org" rel="nofollow ugc noopener">link</a>');
    expect(html).toContain('<p><strong>Not a heading</strong></p>');
    expect(html).toMatch(/href="#n[0-9a-f]{12}-fn-1"/);
    expect(html).not.toMatch(/<h\d/);
  });
});

describe('who asks', () => {
  const write = (headers: Record<string, string>) =>
    site.app.inject({ method: 'POST', url: '/api/threads', headers, payload: threadForm('4.1') });

  test.each([
    ['a foreign page', { origin: 'https://evil.example' }, 403, 'origin-refused'],
    ['no origin with a cookie', {}, 403, 'origin-refused'],
    ['the null origin', { origin: 'null' }, 403, 'origin-refused'],
    ['the same name on another port', { origin: 'http://localhost:3001' }, 403, 'origin-refused'],
  ])('%s is refused', async (_name, headers, status, code) => {
    expect(refusal(await write({ cookie: ada.cookie, ...headers }))).toEqual([status, code]);
  });

  test('nobody at all is asked to sign in', async () => {
    expect(refusal(await write({ origin }))).toEqual([401, 'sign-in-required']);
  });

  test.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.'])(
    'a cookie that we did not make is a session that has ended: %s',
    async (token) => {
      expect(refusal(await write({ origin, cookie: `session=${token}` }))).toEqual([
        401,
        'session-ended',
      ]);
    },
  );

  test('a session ended elsewhere writes nothing more', async () => {
    const ben = await site.addPerson({ name: 'Ben' });
    await site.owner.query('delete from session where id = $1', [ben.sessionId]);
    expect(refusal(await site.as(ben, 'POST', '/api/threads', threadForm('4.1')))).toEqual([
      401,
      'session-ended',
    ]);
  });

  test('a session idle for a month or older than half a year is over', async () => {
    for (const age of [
      "seen_at = now() - interval '31 days'",
      "created_at = now() - interval '181 days'",
    ]) {
      const chen = await site.addPerson({ name: 'Chen' });
      await site.owner.query(`update session set ${age} where id = $1`, [chen.sessionId]);
      const answer = await site.as(chen, 'POST', '/api/threads', threadForm('4.1'));
      expect(refusal(answer)).toEqual([401, 'session-ended']);
    }
  });

  test('what is private is never cached', async () => {
    const answer = await site.as(ada, 'GET', '/api/works/ncss-2016/reading');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

test('a list under a filter costs what a search costs', async () => {
  const { ownApp } = await import('./support/index.ts');
  const strict = await ownApp({
    config: {
      rateLimits: {
        read: 9,
        write: 9,
        drafts: 9,
        moderation: 9,
        exchange: 9,
        search: 1,
        credentials: 9,
      },
    },
  });
  const statusOf = async (url: string) => (await strict.as(null, 'GET', url)).statusCode;
  const page = '/works/ncss-2016/reading?at=4.1.1.1';
  expect(await statusOf(`${page}&by=nobody`)).toBe(200);
  expect(await statusOf(`${page}&tag=nothing`)).toBe(429);
  expect(await statusOf('/works/ncss-2016/threads?at=4&is=resolved')).toBe(429);
  expect(await statusOf('/search?q=a')).toBe(429);
  expect(await statusOf(page)).toBe(200);
});

test('a moderator goes through the queue on a budget of its own', async () => {
  const { ownApp } = await import('./support/index.ts');
  const nine = { read: 9, drafts: 9, exchange: 9, search: 9, credentials: 9 };
  const strict = await ownApp({ config: { rateLimits: { ...nine, write: 1, moderation: 3 } } });
  const keeper = await strict.addPerson({ moderates: null });
  const path = `/moderation/cases/${randomUUID()}`;
  const answers = [
    await strict.as(keeper, 'PUT', `${path}/claim`),
    await strict.as(keeper, 'POST', `${path}/decision`, {
      action: 'approve',
      version: 1,
      revision: 1,
    }),
    await strict.as(keeper, 'DELETE', `${path}/claim`),
    await strict.as(keeper, 'PUT', `${path}/claim`),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 429]);
});

test('too many requests are refused with the time to wait', async () => {
  const { ownApp } = await import('./support/index.ts');
  const strict = await ownApp({
    config: {
      rateLimits: {
        read: 5,
        write: 3,
        drafts: 3,
        moderation: 3,
        exchange: 3,
        search: 3,
        credentials: 3,
      },
    },
  });
  const writer = await strict.addPerson();
  const answers = [];
  for (let n = 0; n < 4; n += 1)
    answers.push(await strict.as(writer, 'POST', '/api/threads', threadForm('4.1', { seen })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 429]);
  expect(answers.at(-1)?.json<{ code: string }>().code).toBe('too-many-requests');
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  // Reading has a budget of its own.
  expect((await strict.as(writer, 'GET', '/api/home')).statusCode).toBe(200);
});
