import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';

const pages = ['', '/site', '/people', '/registrations', '/invitations', '/outbox', '/editions'];

async function setRegistration(page: Page, mode: string): Promise<void> {
  await page.goto('/admin/site');
  await page.locator(`#site input[name=registration][value=${mode}]`).check();
  await page.locator('#site button').click();
  await page.waitForURL('**/admin/site?done=site');
}

journey('nobody else learns that there is an administration', async ({ open }) => {
  const visitor = await open();
  const member = await open();
  await signUp(member, 'A member');
  for (const page of [visitor, member]) {
    const unknown = await page.goto('/adminx');
    const text = await page.locator('main').innerText();
    for (const each of pages) {
      const response = await page.goto(`/admin${each}`);
      expect(response?.status(), each).toBe(unknown?.status());
      expect(await page.locator('main').innerText(), each).toBe(text);
    }
  }
});

describe.each([
  { script: false, how: 'without JavaScript' },
  { script: true, how: 'with JavaScript' },
])('an administrator $how', ({ script }) => {
  journey('invites, and confirms in place of the mail', async ({ browser, open }) => {
    await administrator(browser);
    const page = await open({ script });
    await signIn(page, theAdministrator);
    await setRegistration(page, 'invitation');
    const guest = await open({ script });
    await guest.goto('/register');
    expect(await guest.locator('#register').count()).toBe(0);
    await page.goto('/admin/invitations');
    await page.locator('#invite button').click();
    const link = await page.locator('input[readonly]').inputValue();
    await guest.goto(link);
    const name = `Guest ${script ? 'scripted' : 'plain'}`;
    await guest.locator('#register-name').fill(name);
    await guest.locator('#register-email').fill(`${String(script)}.guest@example.org`);
    await guest.locator('#register-password').fill('seven loud paper boats');
    await guest.locator('#register button').click();
    await guest.waitForURL('**/register/sent');
    await page.goto('/admin/registrations');
    await page.getByRole('button', { name: `Confirm ${name}` }).click();
    await page.waitForURL('**/admin/registrations?done=registration');
    await signIn(guest, {
      name,
      email: `${String(script)}.guest@example.org`,
      password: 'seven loud paper boats',
    });
    await page.goto('/admin/people');
    expect(await page.locator('main').innerText()).toContain(name);
    await setRegistration(page, 'closed');
    await guest.context().clearCookies();
    await guest.goto('/register');
    expect(await guest.locator('h1').innerText()).toBe('This site takes no new accounts');
    await setRegistration(page, 'automatic');
  });

  journey('says who runs the site, and who may read an edition', async ({ browser, open }) => {
    await administrator(browser);
    const page = await open({ script });
    await signIn(page, theAdministrator);
    await page.goto('/admin/site');
    await page.locator('textarea[name=imprint]').fill('**Institute** <script>alert(1)</script>');
    await page.locator('textarea[name=contact]').fill('Write to <hello@example.org>.');
    await page.locator('#site button').click();
    await page.waitForURL('**/admin/site?done=site');
    expect(await page.locator('section strong').innerText()).toBe('Institute');
    const visitor = await open({ script });
    await visitor.goto('/imprint');
    expect(await visitor.locator('main strong').innerText()).toBe('Institute');
    expect(await visitor.locator('main script').count()).toBe(0);

    for (const access of ['withheld', 'public']) {
      await page.goto('/admin/editions');
      const form = page.locator('#edition-en-creemers');
      await form.locator(`input[value=${access}]`).check();
      await form.getByRole('button').click();
      await page.waitForURL('**/admin/editions?done=edition');
      expect(await form.locator('input:checked').inputValue()).toBe(access);
      const text = await visitor.request.get('/t/ncss-2016.en-creemers.txt');
      expect(text.ok()).toBe(access === 'public');
    }
  });
});
