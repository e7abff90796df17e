import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** By the interface of programs, under the rights of whoever is on the page. */
export async function ask<Result>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  data?: unknown,
): Promise<Result> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}/api${path}`, {
    method,
    headers: { origin },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Result;
}

export const handleOf = async (page: Page): Promise<string> =>
  (await ask<{ person: { handle: string } }>(page, 'GET', '/session')).person.handle;
