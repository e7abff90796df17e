import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { nextAddress } from './journey.ts';
import type { Site } from './site.ts';

const password = 'seven loud paper boats';

/** Somebody who writes past the pages: one of many, whose notes are what the test is about. */
export interface Writer {
  readonly name: string;
  readonly ask: <Answer>(method: string, path: string, data?: unknown) => Promise<Answer>;
}

async function ask(
  { origin }: Site,
  headers: Record<string, string>,
  [method, path, data]: readonly [string, string, unknown?],
): Promise<Response> {
  const answer = await fetch(`${origin}/api${path}`, {
    method,
    headers: { origin, 'content-type': 'application/json', ...headers },
    ...(data === undefined ? {} : { body: JSON.stringify(data) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return answer;
}

/** People with accounts, whom the administrator has confirmed. */
export async function crowd(site: Site, administrator: Page, many: number): Promise<Writer[]> {
  const people = Array.from({ length: many }, (_, n) => ({
    name: `Writer ${String(n + 1)}`,
    email: `${randomUUID().slice(0, 13)}@example.org`,
    from: { 'x-forwarded-for': nextAddress() },
  }));
  await Promise.all(
    people.map(({ name, email, from }) =>
      ask(site, from, ['POST', '/accounts', { name, email, password, locale: 'en' }]),
    ),
  );
  const listed = await administrator.request.get(`${site.origin}/api/registrations?limit=200`);
  const { items } = (await listed.json()) as { items: { id: string }[] };
  for (const { id } of items)
    await administrator.request.post(`${site.origin}/api/registrations/${id}/confirmation`, {
      headers: { origin: site.origin },
    });
  return Promise.all(
    people.map(async ({ name, email, from }) => {
      const signedIn = await ask(site, from, ['POST', '/session', { email, password }]);
      const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return {
        name,
        ask: async <Answer>(method: string, path: string, data?: unknown) =>
          (await (await ask(site, { ...from, cookie }, [method, path, data])).json()) as Answer,
      };
    }),
  );
}
