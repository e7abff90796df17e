import type { AnnotationView, ThreadView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';

/** The edition versions a reader of the strategy is shown. */
export const seen = ['zh-cac:1.0.0', 'en-creemers:1.0.0'];

/** A complete form for a new thread, with a key of its own. */
export const threadForm = (target: string, more: Record<string, unknown> = {}) => ({
  work: 'ncss-2016',
  target,
  layer: 'public',
  body: `On ${target}`,
  seen,
  key: randomUUID(),
  ...more,
});

export async function startThread(
  site: TestApp,
  person: Person,
  target: string,
  more: Record<string, unknown> = {},
): Promise<ThreadView> {
  const answer = await site.as(person, 'POST', '/api/threads', threadForm(target, more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

/** So many notes of a person stand that they are no newcomer. */
export async function establish(site: TestApp, person: Person): Promise<void> {
  for (const at of ['4.1.1.1', '4.1.1.2', '4.2.1.1'])
    await startThread(site, person, at, { body: `Known from ${at}` });
}

export function rootOf(thread: ThreadView): AnnotationView {
  const [root] = thread.annotations;
  if (root === undefined) throw new Error('a thread without a root');
  return root;
}

/** How a moderator takes a note away. */
export const hideForm = (code = 'other', reason = 'x') => ({ code, reason });

export const replyForm = (body: string) => ({ body, seen, key: randomUUID() });

export async function replyTo(
  site: TestApp,
  person: Person,
  id: string,
  body: string,
): Promise<AnnotationView> {
  const url = `/api/annotations/${id}/replies`;
  const answer = await site.as(person, 'POST', url, replyForm(body));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}
