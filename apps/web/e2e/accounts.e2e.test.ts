import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey, type Open } from './support/journey.ts';
import { linkFor, signIn, signUp, theAdministrator, type Member } from './support/people.ts';

const path = (page: Page) => new URL(page.url()).pathname;
const value = (page: Page, selector: string) => page.locator(selector).inputValue();

async function send(page: Page, form: string): Promise<void> {
  await page.locator(`#${form} button:not([type=button])`).click();
}

async function register(page: Page, member: Member): Promise<void> {
  await page.goto('/register');
  await page.locator('#register-name').fill(member.name);
  await page.locator('#register-email').fill(member.email);
  await page.locator('#register-password').fill(member.password);
  await send(page, 'register');
}

const newcomer = (): Member => ({
  name: '王小明 Wang',
  email: `${randomUUID().slice(0, 13)}@example.org`,
  password: 'seven loud paper boats',
});

async function registerAndConfirm(page: Page, browser: Browser, member: Member): Promise<void> {
  await register(page, { ...member, password: 'short' });
  await page.locator('#register [role=alert]').waitFor();
  expect(await page.locator('#register-password-error').innerText()).toContain('Ten characters');
  expect(await value(page, '#register-name')).toBe(member.name);
  expect(await value(page, '#register-email')).toBe(member.email);
  await page.locator('#register-password').fill(member.password);
  await send(page, 'register');
  await page.waitForURL('**/register/sent');
  const said = await page.locator('main').innerText();
  // Whoever asks about somebody else's address reads the same.
  await register(page, { ...member, email: theAdministrator.email });
  await page.waitForURL('**/register/sent');
  expect(await page.locator('main').innerText()).toBe(said);

  const link = await linkFor(browser, member.email);
  await page.goto(link);
  // Opening the link, as scanners of mail do, changes nothing.
  await page.goto(link);
  await page.locator('#confirm-password').fill('not the password at all');
  await send(page, 'confirm');
  await page.locator('#confirm [role=alert]').waitFor();
  await page.locator('#confirm-password').fill(member.password);
  await send(page, 'confirm');
  await page.waitForURL('**/account?done=welcome');
  expect(await page.locator('h1').innerText()).toBe(member.name);
}

async function signOutAndIn(page: Page, member: Member): Promise<void> {
  await page.goto('/account');
  await send(page, 'sign-out');
  await page.waitForURL('**/sign-in?done=signed-out');
  await page.goto('/account/stored');
  expect(path(page)).toBe('/sign-in');
  await page.locator('#sign-in-email').fill(member.email);
  await page.locator('#sign-in-password').fill('wrong');
  await send(page, 'sign-in');
  await page.locator('#sign-in [role=alert]').waitFor();
  expect(await value(page, '#sign-in-email')).toBe(member.email);
  await page.locator('#sign-in-password').fill(member.password);
  await send(page, 'sign-in');
  await page.waitForURL('**/account/stored');
  expect(await page.locator('main').innerText()).toContain(member.email);
}

async function endAnotherDevice(page: Page, open: Open, member: Member): Promise<void> {
  const other = await open();
  await signIn(other, member);
  await page.goto('/account/sessions');
  const rows = page.locator('.rows > li');
  expect(await rows.count()).toBe(2);
  await rows.filter({ hasNotText: 'this device' }).getByRole('button').click();
  await page.waitForURL('**/account/sessions?done=session');
  expect(await rows.count()).toBe(1);
  await other.goto('/account');
  expect(path(other)).toBe('/sign-in');
}

async function changeProfile(page: Page): Promise<void> {
  await page.goto('/account');
  await page.locator('#name-name').fill('');
  await send(page, 'name');
  await page.locator('#name-name-error').waitFor();
  await page.locator('#name-name').fill('Wang X. Ming');
  await send(page, 'name');
  await page.waitForURL('**/account?done=name');
  expect(await page.locator('header .person bdi').innerText()).toBe('Wang X. Ming');
  for (const [own, lang] of [
    ['简体中文', 'zh-Hans'],
    ['English', 'en'],
  ] as const) {
    await page.getByRole('radio', { name: own }).check();
    await send(page, 'locale');
    await page.locator(`html[lang=${lang}]`).waitFor();
    await page.locator('main').getByRole('status').waitFor();
  }
}

async function changePassword(page: Page, member: Member): Promise<Member> {
  const changed = { ...member, password: 'nine slow copper bells' };
  await page.goto('/account');
  await page.locator('#password-current').fill('not the present one');
  await page.locator('#password-password').fill(changed.password);
  await send(page, 'password');
  await page.locator('#password-current-error').waitFor();
  await page.locator('#password-current').fill(member.password);
  await page.locator('#password-password').fill(changed.password);
  await send(page, 'password');
  await page.waitForURL('**/account?done=password');
  return changed;
}

async function resetPassword(page: Page, open: Open, browser: Browser, member: Member) {
  const changed = { ...member, password: 'three green garden doors' };
  const forgetful = await open();
  await forgetful.goto('/forgot');
  await forgetful.locator('#forgot-email').fill(member.email);
  await send(forgetful, 'forgot');
  await forgetful.waitForURL('**/forgot/sent');
  const link = await linkFor(browser, member.email);
  await forgetful.goto(link);
  await forgetful.locator('#reset-password').fill(changed.password);
  await send(forgetful, 'reset');
  await forgetful.waitForURL('**/account?done=reset');
  // The link is spent, and the browser that knew the old password is out.
  await forgetful.goto(link);
  await forgetful.locator('#reset-password').fill(changed.password);
  await send(forgetful, 'reset');
  await forgetful.locator('#reset [role=alert]').waitFor();
  await page.goto('/account');
  expect(path(page)).toBe('/sign-in');
  await signIn(page, changed);
  return changed;
}

async function deleteAccount(page: Page, member: Member): Promise<void> {
  await page.goto('/account/delete');
  await page.getByRole('radio', { name: 'Take them away' }).check();
  await page.locator('#delete-password').fill('wrong again');
  await send(page, 'delete');
  await page.locator('#delete-password-error').waitFor();
  expect(await page.getByRole('radio', { name: 'Take them away' }).isChecked()).toBe(true);
  await page.locator('#delete-password').fill(member.password);
  await send(page, 'delete');
  await page.waitForURL('**/goodbye?was=*');
  await page.goto('/sign-in');
  await page.locator('#sign-in-email').fill(member.email);
  await page.locator('#sign-in-password').fill(member.password);
  await send(page, 'sign-in');
  await page.locator('#sign-in [role=alert]').waitFor();
}

describe.each([
  { script: false, how: 'without JavaScript' },
  { script: true, how: 'with JavaScript' },
])('an account $how', ({ script }) => {
  journey('is opened, used, secured again and deleted', async ({ browser, open }) => {
    const member = newcomer();
    const page = await open({ script });
    await registerAndConfirm(page, browser, member);
    await signOutAndIn(page, member);
    await endAnotherDevice(page, open, member);
    await changeProfile(page);
    const second = await changePassword(page, member);
    const third = await resetPassword(page, open, browser, second);
    await deleteAccount(page, third);
  });
});

journey('signing in leads back within the site, never out of it', async ({ open }) => {
  const page = await open();
  const member = await signUp(page, 'Bo');
  for (const [back, place] of [
    ['/privacy', '/privacy'],
    ['//example.com/', '/'],
    ['https://example.com/', '/'],
    ['/\\example.com', '/'],
  ] as const) {
    const other = await open({ script: false });
    await other.goto(`/sign-in?back=${encodeURIComponent(back)}`);
    await other.locator('#sign-in-email').fill(member.email);
    await other.locator('#sign-in-password').fill(member.password);
    await send(other, 'sign-in');
    await other.waitForURL((url) => url.pathname !== '/sign-in');
    expect(new URL(other.url()).host).toBe(new URL(page.url()).host);
    expect(path(other)).toBe(place);
  }
});

journey('a password can be shown while it is typed, by script', async ({ open }) => {
  const page = await open();
  await page.goto('/sign-in');
  await page.locator('#sign-in-password').fill('seen');
  await page.getByLabel('Show the password').check();
  expect(await page.locator('#sign-in-password').getAttribute('type')).toBe('text');
  expect(await value(page, '#sign-in-password')).toBe('seen');
});

journey('what is typed before script has arrived is kept', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Early Bird');
  let arrive = await openEarly(page, '/account');
  await page.locator('#name-name').fill('Early Worm');
  await page.getByRole('radio', { name: '简体中文' }).check();
  arrive();
  await page.getByLabel('Show the password').first().waitFor();
  expect(await value(page, '#name-name')).toBe('Early Worm');
  expect(await page.getByRole('radio', { name: '简体中文' }).isChecked()).toBe(true);

  arrive = await openEarly(page, '/search?q=主权');
  await page.locator('#q').fill('主权 -网络');
  arrive();
  await page.locator('#q[role=combobox]').waitFor();
  expect(await value(page, '#q')).toBe('主权 -网络');
});

/** A page that can be used, its script held back until the answer is called. */
async function openEarly(page: Page, address: string): Promise<() => void> {
  const { promise: arrived, resolve } = Promise.withResolvers<undefined>();
  await page.unroute('**/*.js');
  await page.route('**/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  return () => {
    resolve(undefined);
  };
}
