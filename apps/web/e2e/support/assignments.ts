import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ask } from './ask.ts';

/* What a journey finds there already: made by the interface of programs, under the same rights. */

const day = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

/** A class of a teacher with these students in it. */
export async function classOf(
  teacher: Page,
  form: { readonly name?: string; readonly zone?: string },
  ...students: readonly Page[]
): Promise<string> {
  const { id } = await ask<{ id: string }>(teacher, 'POST', '/classes', {
    name: `Internet law ${randomUUID().slice(0, 8)}`,
    description: '',
    zone: 'Asia/Shanghai',
    ...form,
  });
  const { code } = await ask<{ code: string }>(teacher, 'POST', `/classes/${id}/code`, {
    days: 7,
    places: 50,
  });
  for (const student of students) await ask(student, 'POST', `/class-codes/${code}/join`);
  return id;
}

/** A published assignment on clauses of the strategy, open since a minute ago. */
export async function assign(
  teacher: Page,
  classId: string,
  clauses: readonly string[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await ask<{ id: string }>(teacher, 'POST', `/classes/${classId}/assignments`, {
    title: 'Whose cyberspace?',
    question: 'What does **sovereignty** mean here, and what is it *not*?',
    work: 'ncss-2016',
    ranges: clauses.map((at) => ({ from: at, to: at })),
    languages: ['zh-Hans', 'en'],
    opens: new Date(Date.now() - 60_000).toISOString().replace('Z', '000Z'),
    due: null,
    closes: null,
    gate: { kind: 'count', notes: 1 },
    byGroups: false,
    leastLength: 20,
    notes: 1,
    replies: 0,
    per: 'clause',
    coverage: 0,
    how: 'scaled',
    late: 'counted',
    points: 10,
    names: 'pseudonym',
    ...more,
  });
  await ask(teacher, 'PUT', `/assignments/${id}/publication`, { published: true, version: 1 });
  return id;
}

/** A note of a student in an assignment. */
export const writeIn = (
  page: Page,
  assignment: string,
  target: string,
  body: string,
  kind = 'comment',
): Promise<{ annotations: readonly { id: string }[] }> =>
  ask(page, 'POST', '/threads', {
    work: 'ncss-2016',
    target,
    layer: 'class',
    assignment,
    body,
    kind,
    seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
    key: randomUUID(),
  });
