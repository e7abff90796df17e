import type { AssignmentForm, AssignmentMade, AssignmentView } from '@glossator/contract';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';

const day = 24 * 60 * 60 * 1_000;
/** A moment so many days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

/** Two notes on each of two clauses, one to open them. */
export const assignmentForm = (more: Partial<AssignmentForm> = {}): AssignmentForm => ({
  title: 'Think first',
  question: 'What does **it** ask of whom? See [[4.3.1.2]].',
  work: 'ncss-2016',
  ranges: [{ from: '4.3.1.2', to: '4.3.1.3' }],
  languages: ['zh-Hans'],
  opens: inDays(-1),
  due: inDays(7),
  closes: inDays(14),
  gate: { kind: 'count', notes: 1 },
  byGroups: false,
  leastLength: 10,
  notes: 2,
  replies: 1,
  per: 'clause',
  coverage: 0,
  how: 'scaled',
  late: 'counted',
  points: 10,
  names: 'real',
  ...more,
});

/** A draft in a class. */
export async function draftIn(
  site: TestApp,
  by: Person,
  classId: string,
  more: Partial<AssignmentForm> = {},
): Promise<string> {
  const answer = await site.as(by, 'POST', `/classes/${classId}/assignments`, assignmentForm(more));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<AssignmentMade>().id;
}

export async function readAssignment(
  site: TestApp,
  by: Person,
  id: string,
): Promise<AssignmentView> {
  const answer = await site.as(by, 'GET', `/assignments/${id}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

export async function publish(site: TestApp, by: Person, id: string): Promise<void> {
  const { version } = await readAssignment(site, by, id);
  const payload = { published: true, version };
  const answer = await site.as(by, 'PUT', `/assignments/${id}/publication`, payload);
  expect(answer.statusCode, answer.body).toBe(200);
}

/** One that students see. */
export async function assignmentIn(
  site: TestApp,
  by: Person,
  classId: string,
  more: Partial<AssignmentForm> = {},
): Promise<string> {
  const id = await draftIn(site, by, classId, more);
  await publish(site, by, id);
  return id;
}
