import type { MadeAccessToken, TokenScope } from '@glossator/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';

/** A token for a person's own programs, made as they make one. */
export async function tokenOf(
  site: TestApp,
  person: { readonly cookie: string },
  scope: TokenScope = 'write',
): Promise<string> {
  const form = { name: 'Program', scope, days: 7 };
  const answer = await site.as(person, 'POST', '/tokens', form);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<MadeAccessToken>().token;
}

export interface Said {
  readonly method?: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly payload?: InjectOptions['payload'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as a program makes it: with a token, without a cookie, from nowhere. */
export function program(
  site: TestApp,
  token: string | null,
  url: string,
  { method = 'GET', payload, headers = {} }: Said = {},
): Promise<LightMyRequestResponse> {
  return site.app.inject({
    method,
    url: url.replace(site.config.origin.origin, ''),
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
}

const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** What a test says to a route for somebody: as a page does, or as a program of theirs. */
export async function ask(
  site: TestApp,
  person: Person | null,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  {
    url,
    payload,
    byToken,
  }: { url: string; payload?: Record<string, unknown> | undefined; byToken?: true },
): Promise<LightMyRequestResponse> {
  if (byToken !== true) return site.as(person, method, url, payload);
  const token = person === null ? null : await tokenOf(site, person);
  return program(site, token, url, {
    method,
    ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
    headers: {
      ...(payload === undefined ? {} : { 'content-type': annotationType }),
      // Whatever it is by now: who may is asked, not what was read.
      'if-match': '*',
    },
  });
}
