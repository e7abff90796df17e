import type { FrontMatter, PublicationView } from '@glossator/contract';
import { expect } from 'vitest';
import { citedItemsSql } from '../../src/features/commentaries/bibliography-statements.ts';
import type { Person, TestApp } from './app.ts';
import { addPart, entryOn, foundCommentary } from './commentaries.ts';

export async function endEditor(site: TestApp, { id }: Person): Promise<void> {
  await site.owner.query("delete from site_role where person_id = $1 and role = 'editor'", [id]);
}

/** All that a title page needs. */
export async function fillFront(
  site: TestApp,
  lead: Person,
  id: string,
  more: Partial<FrontMatter> = {},
): Promise<void> {
  const now = (await site.as(lead, 'GET', `/commentaries/${id}`)).json<FrontMatter>();
  const answer = await site.as(lead, 'PUT', `/commentaries/${id}`, {
    ...{ title: now.title, subtitle: '', abstract: 'What it is about.', language: now.language },
    ...{ licence: 'CC-BY-4.0', interests: 'None.', version: now.version },
    contributors: [
      { kind: 'person', family: 'Li', given: 'An', orcid: '', affiliation: '', roles: [] },
    ],
    ...more,
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

/** Hands in what is written, and has it accepted, as far as the tables know of it. */
export async function acceptAsIs(site: TestApp, id: string): Promise<void> {
  await site.owner.query(
    `with s as (
       insert into commentary_submission (id, commentary_id, n, front, items)
       select gen_random_uuid(), c.id,
         coalesce((select max(n) from commentary_submission where commentary_id = c.id), 0) + 1,
         jsonb_build_object('title', c.title, 'subtitle', c.subtitle, 'abstract', c.abstract,
           'language', c.language, 'licence', c.licence, 'interests', c.interests,
           'contributors', coalesce((select json_agg(json_build_object('kind', b.kind, 'family', b.family,
             'given', b.given, 'orcid', coalesce(b.orcid, ''), 'affiliation', b.affiliation,
             'roles', b.roles) order by b.n)
             from commentary_contributor b where b.commentary_id = c.id), '[]')),
         coalesce((select jsonb_agg(i.item || jsonb_build_object('id', i.key))
           from (${citedItemsSql('$1')}) i), '[]')
       from commentary c where c.id = $1 returning id
     ), p as (
       insert into submission_part (submission_id, n, part_id, revision)
       select s.id, row_number() over (order by p.position, p.id), p.id, p.version
       from s, commentary_part p where p.commentary_id = $1 and p.removed_at is null
     ), d as (
       insert into commentary_decision (id, commentary_id, n, kind, from_state, to_state, from_next,
         to_next, submission_id, actor_role)
       select gen_random_uuid(), c.id,
         coalesce((select max(n) from commentary_decision where commentary_id = c.id), 0) + 1,
         'accept', 'in-review', 'accepted', c.next, c.next, s.id, 'editor'
       from commentary c, s where c.id = $1)
     update commentary set state = 'accepted' where id = $1`,
    [id],
  );
}

/** A commentary of two entries that only waits for being published. */
export async function acceptedCommentary(site: TestApp, lead: Person): Promise<string> {
  const id = await foundCommentary(site, lead);
  await fillFront(site, lead, id);
  await addPart(site, lead, id, entryOn('4.1.1.1', { label: 'T1', body: 'See [[T2]].' }));
  await addPart(site, lead, id, entryOn('4.3.1.2', { label: 'T2' }));
  await acceptAsIs(site, id);
  return id;
}

/** As if a new release was begun: what is published stays, and is written on. */
export const beginNext = (site: TestApp, id: string, next: 'correction' | 'revision') =>
  site.owner.query("update commentary set state = 'draft', next = $2 where id = $1", [id, next]);

export async function readChecks(site: TestApp, by: Person, id: string): Promise<PublicationView> {
  const answer = await site.as(by, 'GET', `/commentaries/${id}/checks`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

export const publishNow = (
  site: TestApp,
  by: Person,
  id: string,
  more: Record<string, unknown> = {},
) =>
  site.as(by, 'POST', `/commentaries/${id}/releases`, {
    ...{ number: '1.0', change: '', seen: null },
    ...more,
  });
