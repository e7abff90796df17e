import { describe, expect, it } from 'vitest';
import { negotiate } from '../i18n/negotiate.ts';
import { localised } from '../i18n/localised.ts';
import { asProblem } from '../problem/as-problem.ts';
import { parseSetCookie } from './relay-cookies.ts';

it.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
  ['en-GB,zh;q=0.5', 'en'],
  ['fr,zh-TW;q=0.7,en;q=0.9', 'en'],
  ['zh;q=0,en', 'en'],
  ['fr', undefined],
  ['', undefined],
  [null, undefined],
])('Accept-Language %j speaks %j', (header, expected) => {
  expect(negotiate(header)).toBe(expected);
});

it('finds the nearest language of a text', () => {
  const texts = { 'zh-Hans': '战略', en: 'Strategy' };
  expect(localised(texts, 'zh-Hans')).toEqual({ text: '战略', lang: 'zh-Hans' });
  expect(localised(texts, 'zh')).toEqual({ text: '战略', lang: 'zh-Hans' });
  expect(localised(texts, 'fr')).toEqual({ text: 'Strategy', lang: 'en' });
  expect(localised({}, 'en')).toEqual({ text: '', lang: 'en' });
});

describe('a refusal of the API', () => {
  it('is read from its problem details', async () => {
    const body = { type: 'about:blank', title: 'x', status: 409, code: 'version-stale' };
    const response = Response.json(body, { status: 409 });
    expect((await asProblem(response)).code).toBe('version-stale');
  });

  it('is one even where a proxy answered with a page', async () => {
    const response = new Response('<html>', { status: 502 });
    expect(await asProblem(response)).toMatchObject({
      status: 502,
      code: 'temporarily-unavailable',
    });
  });
});

it('reads a Set-Cookie header', () => {
  const cookie = parseSetCookie('session=a.b=c; Path=/; HttpOnly; SameSite=Lax; Max-Age=60');
  expect(cookie?.name).toBe('session');
  expect(cookie?.value).toBe('a.b=c');
  expect(cookie?.attributes.get('samesite')).toBe('Lax');
  expect(cookie?.attributes.has('httponly')).toBe(true);
  expect(parseSetCookie('nonsense')).toBeNull();
});
