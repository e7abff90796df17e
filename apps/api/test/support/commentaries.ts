import { randomUUID } from 'node:crypto';
import type { CommentaryMade, NewPart, PartView } from '@glossator/contract';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';

export async function foundCommentary(
  site: TestApp,
  by: Person,
  more: Record<string, unknown> = {},
): Promise<string> {
  const answer = await site.as(by, 'POST', '/commentaries', {
    work: 'ncss-2016',
    slug: `c${randomUUID()}`,
    title: 'Notes on the strategy',
    language: 'en',
    ...more,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<CommentaryMade>().id;
}

/** Another author, who was asked and has accepted. */
export async function joinCommentary(
  site: TestApp,
  lead: Person,
  id: string,
  author: Person,
): Promise<void> {
  const { handle } = author;
  const asked = await site.as(lead, 'POST', `/commentaries/${id}/authors`, { handle });
  expect(asked.statusCode, asked.body).toBe(200);
  const accepted = await site.as(author, 'POST', `/commentaries/${id}/acceptance`);
  expect(accepted.statusCode, accepted.body).toBe(200);
}

export const entryOn = (at: string, more: Partial<NewPart> = {}): NewPart => ({
  kind: 'entry',
  label: '',
  title: `On ${at}`,
  body: `What stands at ${at}.`,
  places: [{ at }],
  key: randomUUID(),
  ...more,
});

export async function addPart(
  site: TestApp,
  by: Person,
  id: string,
  part: NewPart,
): Promise<PartView> {
  const answer = await site.as(by, 'POST', `/commentaries/${id}/parts`, { ...part });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

/** Front matter and a part: all that must be there before it is handed in. */
export async function completeCommentary(site: TestApp, lead: Person): Promise<string> {
  const id = await foundCommentary(site, lead);
  await addPart(site, lead, id, entryOn('4.3.1.2'));
  const answer = await site.as(lead, 'PUT', `/commentaries/${id}`, {
    ...{ title: 'Notes on the strategy', subtitle: '', abstract: 'All of it.', language: 'en' },
    ...{ licence: 'CC-BY-4.0', interests: 'None.', version: 1 },
    contributors: [
      { kind: 'person', family: lead.name, given: '', orcid: '', affiliation: '', roles: [] },
    ],
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}

export async function makeEditor(site: TestApp, person: Person): Promise<void> {
  await site.owner.query("insert into site_role (person_id, role) values ($1, 'editor')", [
    person.id,
  ]);
}
