import type { ClassCode, ClassJoined, RosterMade, RosterView } from '@glossator/contract';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';

export async function foundClass(site: TestApp, by: Person): Promise<string> {
  const answer = await site.as(by, 'POST', '/classes', {
    name: 'Reading policy',
    description: '',
    zone: 'Asia/Shanghai',
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ClassJoined>().id;
}

export async function codeOf(site: TestApp, by: Person, id: string): Promise<string> {
  const answer = await site.as(by, 'POST', `/classes/${id}/code`, { days: 7, places: 500 });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ClassCode>().code;
}

/** A class with these students. */
export async function classOf(
  site: TestApp,
  teacher: Person,
  ...students: readonly Person[]
): Promise<string> {
  const id = await foundClass(site, teacher);
  const code = await codeOf(site, teacher, id);
  for (const student of students) {
    const answer = await site.as(student, 'POST', `/class-codes/${code}/join`);
    expect(answer.statusCode, answer.body).toBe(200);
  }
  return id;
}

/** A roster that was read and not confirmed, and what it would do. */
export async function bringRoster(
  site: TestApp,
  by: Person,
  id: string,
  file: string | Buffer,
): Promise<RosterView> {
  const made = await site.as(by, 'POST', `/classes/${id}/rosters`, {
    file: Buffer.from(file as string).toString('base64'),
  });
  expect(made.statusCode, made.body).toBe(201);
  const read = await site.as(by, 'GET', `/classes/${id}/rosters/${made.json<RosterMade>().id}`);
  expect(read.statusCode, read.body).toBe(200);
  return read.json();
}

export const confirmRoster = (
  site: TestApp,
  by: Person,
  id: string,
  { id: roster, plan }: RosterView,
) => site.as(by, 'POST', `/classes/${id}/rosters/${roster}/confirmation`, { plan });
