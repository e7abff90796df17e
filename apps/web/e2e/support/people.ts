import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { nextAddress } from './journey.ts';
import { theSite, type Site } from './site.ts';

export interface Member {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const theAdministrator: Member = {
  name: 'Ada Administrator',
  email: 'ada@example.org',
  password: 'quiet lamp over water',
};

const administrators = new WeakMap<Browser, Map<string, Promise<Page>>>();

export async function signIn(
  page: Page,
  { email, password }: Member,
  { origin }: Site = theSite,
): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.locator('#sign-in-email').fill(email);
  await page.locator('#sign-in-password').fill(password);
  await page.locator('#sign-in button').click();
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
}

/** A page of the one administrator; the first test to ask uses the link that the start printed. */
export function administrator(browser: Browser, site: Site = theSite): Promise<Page> {
  const here = administrators.get(browser) ?? new Map<string, Promise<Page>>();
  administrators.set(browser, here);
  const known = here.get(site.origin) ?? becomeAdministrator(browser, site);
  here.set(site.origin, known);
  return known;
}

async function becomeAdministrator(browser: Browser, site: Site): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.origin,
    locale: 'en',
    extraHTTPHeaders: { 'x-forwarded-for': nextAddress() },
  });
  const page = await context.newPage();
  await page.goto(site.administratorLink);
  await page.locator('#claim-name').fill(theAdministrator.name);
  await page.locator('#claim-email').fill(theAdministrator.email);
  await page.locator('#claim-password').fill(theAdministrator.password);
  await page.locator('#claim button').click();
  const refused = page.locator('#claim [role=alert]');
  await Promise.race([refused.waitFor(), page.waitForURL('**/admin')]);
  // A test file before this one has used the link.
  if (await refused.isVisible()) await signIn(page, theAdministrator, site);
  return page;
}

/** The link in the newest message to an address, as the administrator reads it in the outbox. */
export async function linkFor(
  browser: Browser,
  email: string,
  site: Site = theSite,
): Promise<string> {
  const page = await administrator(browser, site);
  await page.goto('/admin/outbox');
  const letter = page.getByRole('listitem').filter({ hasText: email }).first();
  const href = await letter.getByRole('link').first().getAttribute('href');
  if (href === null) throw new Error(`The outbox has no link for ${email}`);
  return href;
}

/** A new person by the real pages: registers, opens the link from the outbox, is signed in. */
export async function signUp(page: Page, name: string, site: Site = theSite): Promise<Member> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser');
  const member = {
    name,
    email: `${randomUUID().slice(0, 13)}@example.org`,
    password: 'seven loud paper boats',
  };
  await page.goto(`${site.origin}/register`);
  await page.locator('#register-name').fill(member.name);
  await page.locator('#register-email').fill(member.email);
  await page.locator('#register-password').fill(member.password);
  await page.locator('#register button').click();
  await page.waitForURL('**/register/sent');
  await page.goto(await linkFor(browser, member.email, site));
  await page.locator('#confirm-password').fill(member.password);
  await page.locator('#confirm button').click();
  await page.waitForURL('**/account?done=welcome');
  return member;
}
