import type { CasePage, CaseView } from '@glossator/contract';
import { expect } from 'vitest';
import { ownApp, type Person, type TestApp } from './app.ts';

/** A site whose one work holds everybody, with somebody who decides. */
export async function heldSite(mode = 'hold-all') {
  const site = await ownApp();
  await site.owner.query('update hold_rule set mode = $1', [mode]);
  const author = await site.addPerson({ name: 'Author' });
  const reader = await site.addPerson({ name: 'Reader' });
  const moderator = await site.addPerson({ name: 'Mo', administrator: true });
  return { site, author, reader, moderator };
}

export const queue = async (site: TestApp, who: Person): Promise<CasePage> => {
  const answer = await site.as(who, 'GET', '/moderation/cases');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

export async function onlyCase(site: TestApp, who: Person): Promise<CaseView> {
  const { items } = await queue(site, who);
  expect(items).toHaveLength(1);
  const [it] = items;
  if (it === undefined) throw new Error('no case');
  return it;
}

const decision = ({ version, note }: CaseView, more: Record<string, unknown>) => ({
  version,
  revision: note.revision,
  proposal: note.proposal,
  ...more,
});

export const decide = (site: TestApp, who: Person, it: CaseView, more: Record<string, unknown>) =>
  site.as(who, 'POST', `/moderation/cases/${it.id}/decision`, decision(it, more));
