import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, write } from './support/notes.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';

const pages = [
  '',
  '/site',
  '/people',
  '/moderators',
  '/editors',
  '/registrations',
  '/invitations',
  '/outbox',
  '/editions',
];

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
    // For a moment the page from before and the one after may both be there.
    await expect.poll(() => page.locator('section strong').allInnerTexts()).toEqual(['Institute']);
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

  journey(
    'appoints a moderator, who hides a note, and dismisses them',
    async ({ browser, open }) => {
      await administrator(browser);
      const page = await open({ script });
      await signIn(page, theAdministrator);
      const guest = await open({ script });
      const { name, email } = await signUp(guest, `Moderator ${script ? 'scripted' : 'plain'}`);
      const thread = await write(page, { target: '4.3.1.2', body: 'Words to be hidden' });
      const note = await rootOf(page, thread);

      await page.goto('/admin/moderators');
      await page.locator('#appoint-who').fill('nobody.at.all');
      await page.locator('#appoint-work').selectOption('ncss-2016');
      await page.locator('#appoint button').click();
      await page.locator('#appoint-who[aria-invalid=true]').waitFor();
      expect(await page.locator('#appoint-who').inputValue()).toBe('nobody.at.all');
      expect(await page.locator('#appoint-work').inputValue()).toBe('ncss-2016');
      await axe(page);
      if (script) {
        // By the beginning of the handle, with the keys alone.
        await page.locator('#appoint-who').fill('');
        await page.locator('#appoint-who').pressSequentially('@moderator-scr');
        await page.getByRole('option', { name }).waitFor();
        await axe(page);
        await page.keyboard.press('Enter');
        expect(await page.locator('#appoint-who').inputValue()).toMatch(/^@Moderator-scripted/);
      } else await page.locator('#appoint-who').fill(email);
      await page.locator('#appoint button').click();
      await page.waitForURL('**/admin/moderators?done=moderator');
      const row = page.getByRole('listitem').filter({ hasText: email }).first();
      expect(await row.innerText()).toContain(`appointed by ${theAdministrator.name}`);
      await axe(page);
      await page.goto('/admin/people');
      expect(await page.getByRole('row').filter({ hasText: email }).innerText()).toContain(
        'moderator',
      );
      await page.goto('/admin/outbox');
      const letter = page.getByRole('listitem').filter({ hasText: email }).first();
      expect(await letter.innerText()).toContain('You are a moderator');

      await guest.goto(`/n/${note}/hide`);
      await guest.locator('select[name=code]').selectOption('personal-data');
      await guest.locator('textarea').fill('It names a person.');
      await guest.getByRole('button', { name: 'Take away', exact: true }).click();
      await guest.waitForURL(/\/t\/ncss-2016/);
      expect((await guest.goto(`/n/${note}/unhide`))?.status()).toBe(200);

      await page.goto('/admin/moderators');
      await page.getByRole('button', { name: `Dismiss ${name}` }).click();
      await page.waitForURL('**/admin/moderators?done=moderator-dismissed');
      expect(await page.locator('main').innerText()).not.toContain(email);
      expect((await guest.goto(`/n/${note}/unhide`))?.status()).toBe(403);
    },
  );
});
