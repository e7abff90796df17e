import type { CaseKind } from '@glossator/domain';
import type { CasePage, CaseView } from '@glossator/contract';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';

/** What is open in the queue of somebody who moderates. */
export async function openCases(site: TestApp, who: Person, kind?: CaseKind): Promise<CaseView[]> {
  const answer = await site.as(
    who,
    'GET',
    `/moderation/cases${kind === undefined ? '' : `?kind=${kind}`}`,
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<CasePage>().items;
}

/** The one that is open. */
export async function oneCase(site: TestApp, who: Person, kind?: CaseKind): Promise<CaseView> {
  const items = await openCases(site, who, kind);
  expect(items).toHaveLength(1);
  const [it] = items;
  if (it === undefined) throw new Error('no case');
  return it;
}

/** A decision on what the case shows. */
export const decideOn = (
  site: TestApp,
  who: Person,
  { id, version, note }: CaseView,
  more: Record<string, unknown>,
): Promise<LightMyRequestResponse> =>
  site.as(who, 'POST', `/moderation/cases/${id}/decision`, {
    version,
    revision: note.revision,
    proposal: note.proposal,
    ...more,
  });

/** The ten minutes in which every decision can be taken back are over. */
export async function timePasses(site: TestApp): Promise<void> {
  await site.owner.query(`
    update decision set due_at = now() - interval '1 second';
    update flag set due_at = now() - interval '1 second' where due_at is not null`);
}
