import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { origin, type Person, type TestApp } from './app.ts';
import { program, tokenOf, type Said } from './programs.ts';

export type Json = Record<string, unknown>;

export const container = '/api/w3c/ncss-2016/';
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';
export const annotationType = `application/ld+json; profile="${annotationContext}"`;
/** A clause by its address in a frozen version of the Chinese edition. */
export const pinned = (path: string): string => `${origin}/t/ncss-2016@zh-cac:1.0.0/${path}`;
/** Words that stand once in 3.2.1.3 of it. */
export const quote = { type: 'TextQuoteSelector', exact: '求同存异' };

export const annotation = (more: Json = {}): Json => ({
  '@context': annotationContext,
  type: 'Annotation',
  ...('bodyValue' in more
    ? {}
    : { body: { type: 'TextualBody', value: 'A remark', format: 'text/plain' } }),
  target: pinned('4.3.1.2'),
  ...more,
});

/** A person's program that speaks the Web Annotation Protocol. */
export interface Program {
  readonly token: string;
  readonly post: (
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
  /** Written, or the test fails with what was answered. */
  readonly add: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Added>;
  readonly put: (url: string, body: unknown, etag?: string) => Promise<LightMyRequestResponse>;
  readonly remove: (url: string, etag?: string) => Promise<LightMyRequestResponse>;
  readonly ask: (url: string, said?: Said) => Promise<LightMyRequestResponse>;
}
export interface Added {
  readonly url: string;
  readonly etag: string;
  readonly told: Json;
}

export async function programOf(
  site: TestApp,
  person: Person,
  scope: 'read' | 'write' = 'write',
): Promise<Program> {
  const token = await tokenOf(site, person, scope);
  const ask = (url: string, said?: Said) => program(site, token, url, said);
  const sent = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));
  const post: Program['post'] = (body, headers = {}) =>
    ask(container, {
      method: 'POST',
      payload: sent(body),
      headers: { 'content-type': annotationType, ...headers },
    });
  return {
    token,
    ask,
    post,
    add: async (body, headers) => {
      const answer = await post(body, headers);
      expect(answer.statusCode, answer.body).toBe(201);
      return {
        url: String(answer.headers.location),
        etag: String(answer.headers.etag),
        told: answer.json(),
      };
    },
    put: (url, body, etag) =>
      ask(url, {
        method: 'PUT',
        payload: sent(body),
        headers: {
          'content-type': annotationType,
          ...(etag === undefined ? {} : { 'if-match': etag }),
        },
      }),
    remove: (url, etag) =>
      ask(url, { method: 'DELETE', headers: etag === undefined ? {} : { 'if-match': etag } }),
  };
}
