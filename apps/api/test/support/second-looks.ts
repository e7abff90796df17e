import type { CaseView, SecondLooksView, SecondLookView } from '@glossator/contract';
import type { HoldMode } from '@glossator/domain';
import { expect } from 'vitest';
import { ownApp, type Person, type TestApp } from './app.ts';
import { decideOn, oneCase, timePasses } from './moderation.ts';
import { rootOf, startThread } from './notes.ts';

/** Of a hundred decisions so many are put before somebody else from now on. */
export const drawShare = (site: TestApp, percent = 100) =>
  site.owner.query('update second_look_share set percent = $1', [percent]);

/** A work where every decision is put before somebody else, and two who decide. */
export async function lookedAt(mode: HoldMode = 'hold-all') {
  const site = await ownApp();
  await site.owner.query('update hold_rule set mode = $1', [mode]);
  await drawShare(site);
  const author = await site.addPerson({ name: 'Author' });
  const reader = await site.addPerson({ name: 'Reader' });
  const first = await site.addPerson({ name: 'Firstling', moderates: 'ncss-2016' });
  const second = await site.addPerson({ name: 'Second', moderates: 'ncss-2016' });
  return { site, author, reader, first, second };
}

export const unclear = { reason: 'unclear', words: 'Quuxly worded.' };

/** A note that waited and was decided on by the first; its time to be taken back is over. */
export async function decidedNote(
  more: Record<string, unknown> = { action: 'refuse', ...unclear },
  body = 'On a clause',
) {
  const world = await lookedAt();
  const { site, author, first } = world;
  const note = rootOf(await startThread(site, author, '4.1.1.1', { body, tags: ['then'] }));
  const done = await decideOn(site, first, await oneCase(site, first), more);
  expect(done.statusCode, done.body).toBe(200);
  await timePasses(site);
  return { ...world, note, decided: done.json<CaseView>() };
}

export async function looks(site: TestApp, who: Person): Promise<SecondLooksView> {
  const answer = await site.as(who, 'GET', '/moderation/second-looks');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

/** The id of the one look that waits for somebody. */
export async function oneLook(site: TestApp, who: Person): Promise<string> {
  const { waiting } = await looks(site, who);
  expect(waiting).toHaveLength(1);
  return waiting[0]?.id ?? '';
}

export async function readLook(site: TestApp, who: Person, id?: string): Promise<SecondLookView> {
  const path = `/moderation/second-looks/${id ?? (await oneLook(site, who))}`;
  const answer = await site.as(who, 'GET', path);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

export const giveLook = (
  site: TestApp,
  who: Person | null,
  id: string,
  form: Record<string, unknown>,
) => site.as(who, 'POST', `/moderation/second-looks/${id}`, form);
