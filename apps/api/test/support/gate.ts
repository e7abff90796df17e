import type { ThreadPage, ThreadView } from '@glossator/contract';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';
import { startThread } from './notes.ts';

export const writeIn = (
  site: TestApp,
  person: Person,
  assignment: string,
  at: string,
  body = `${person.name} on ${at}`,
): Promise<ThreadView> => startThread(site, person, at, { layer: 'class', assignment, body });

/** What somebody reads on a clause of an assignment. */
export async function readIn(
  site: TestApp,
  person: Person,
  assignment: string,
  at: string,
): Promise<readonly ThreadView[]> {
  const answer = await site.as(
    person,
    'GET',
    `/api/works/ncss-2016/threads?at=${at}&assignment=${assignment}`,
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ThreadPage>().items;
}

/** The words of the first notes that somebody reads there. */
export const wordsIn = async (...asked: Parameters<typeof readIn>): Promise<readonly unknown[]> =>
  (await readIn(...asked)).map(({ annotations }) => annotations[0]?.body).toSorted();
