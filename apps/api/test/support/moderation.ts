import type { CaseKind, HoldMode } from '@glossator/domain';
import type { CasePage, CaseView } from '@glossator/contract';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { makeTransact } from '../../src/db/client.ts';
import type { Outbox } from '../../src/features/mail/service.ts';
import { tellDecisions } from '../../src/features/moderation/tell.ts';
import { ownApp, type Person, type TestApp } from './app.ts';

/** A site whose one work holds everybody, with somebody who decides. */
export async function heldSite(mode: HoldMode = 'hold-all') {
  const site = await ownApp();
  await site.owner.query('update hold_rule set mode = $1', [mode]);
  const author = await site.addPerson({ name: 'Author' });
  const reader = await site.addPerson({ name: 'Reader' });
  const moderator = await site.addPerson({ name: 'Mo', administrator: true });
  return { site, author, reader, moderator };
}

/** The queue of somebody who moderates. */
export async function queue(site: TestApp, who: Person, query = ''): Promise<CasePage> {
  const answer = await site.as(who, 'GET', `/moderation/cases${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

/** What is open in it. */
export const openCases = async (site: TestApp, who: Person, kind?: CaseKind): Promise<CaseView[]> =>
  (await queue(site, who, kind === undefined ? '' : `?kind=${kind}`)).items;

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

/** As where mail can be sent; what is told is told by `workers` at once. */
export async function tellAuthors(site: TestApp, workers = 1): Promise<void> {
  const outbox: Outbox = { ...site.app.outbox, sends: true };
  const deps = { transact: makeTransact(site.pool) };
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (await tellDecisions(deps, outbox));
    }),
  );
}
