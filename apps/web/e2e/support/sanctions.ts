import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { signIn, theAdministrator, type Member } from './people.ts';
import { origin } from './site.ts';

export interface Given {
  readonly kind: 'warning' | 'mute' | 'ban';
  readonly work?: string;
  readonly reason?: string;
  readonly words: string;
  readonly days?: string;
}

/** Id of the person who is signed in. */
export async function personOf(page: Page): Promise<string> {
  const answer = await page.request.get(`${origin}/api/session`);
  const { person } = (await answer.json()) as { person: { id: string } | null };
  if (person === null) throw new Error('nobody is signed in');
  return person.id;
}

/** Fills the form on a person's record and sees what it would do. */
export async function preview(page: Page, person: string, given: Given): Promise<void> {
  await page.goto(`/moderation/people/${person}`);
  await page.locator(`#give input[value=${given.kind}]`).check();
  await page.locator('#give select[name=work]').selectOption(given.work ?? '');
  await page.locator('#give select[name=reason]').selectOption(given.reason ?? 'off-topic');
  await page.locator('#give textarea').fill(given.words);
  await page.locator('#give select[name=days]').selectOption(given.days ?? '7');
  await page.locator('#give button').click();
  await page.locator('#confirm').waitFor();
}

export async function confirm(page: Page): Promise<void> {
  await page.locator('#confirm button').click();
  await page.waitForURL('**?done=sanction');
}

/** A member becomes a moderator of all works. */
export async function appoint(administrator: Page, { email }: Member): Promise<void> {
  await administrator.goto('/admin/moderators');
  await administrator.locator('#appoint-who').fill(email);
  await administrator.locator('#appoint button').click();
  await administrator.waitForURL('**done=moderator');
}

/** A page of the administrator, with script or without. */
export async function asAdministrator(page: Page): Promise<Page> {
  await signIn(page, theAdministrator);
  expect(new URL(page.url()).pathname).not.toBe('/sign-in');
  return page;
}
