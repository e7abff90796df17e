import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { backCookie, rememberWayBack, takeWayBack } from './way-back.ts';

function browser(...kept: readonly [string, string][]) {
  const jar = new Map<string, string>(kept);
  const cookies = {
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  } as unknown as Cookies;
  return { jar, event: { cookies, url: new URL('https://notes.example.org/register') } };
}

test('a way back is taken once', () => {
  const { event, jar } = browser();
  rememberWayBack(event, '/join/ABCD-1234?x=é');
  expect(jar.get(backCookie)).toMatch(/^[\x21-\x7e]+$/u);
  expect(takeWayBack(event, '/account')).toBe('/join/ABCD-1234?x=%C3%A9');
  expect(takeWayBack(event, '/account')).toBe('/account');
});

test.each(['', '/', 'https://elsewhere.example', '//elsewhere.example', `/${'a'.repeat(500)}`])(
  '%j is not kept',
  (asked) => {
    const { event, jar } = browser();
    rememberWayBack(event, asked);
    expect(jar.size).toBe(0);
  },
);

test.each(['%', encodeURIComponent('//elsewhere.example'), 'https%3A%2F%2Felsewhere.example'])(
  'a cookie that holds %j leads nowhere else',
  (kept) => {
    const { event, jar } = browser([backCookie, kept]);
    expect(takeWayBack(event, '/account')).toBe('/account');
    expect(jar.size).toBe(0);
  },
);
