import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { linkFor, signUp } from './support/people.ts';

async function found(page: Page, name: string): Promise<string> {
  await page.goto('/classes/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Start the class' }).click();
  await page.waitForURL(/\/classes\/[\da-f-]{36}/u);
  return new URL(page.url()).pathname;
}

describe.each([
  ['without script', false],
  ['with script', true],
] as const)('the people of a class, %s', (_how, script) => {
  journey(
    'a roster is shown, carried out, and its letter brings somebody in',
    async ({ browser, open }) => {
      const page = await open({ script });
      await signUp(page, 'Tess Teacher');
      const at = await found(page, 'Reading by roster');
      const guest = await open({ script });
      const sam = await signUp(guest, 'Sam Student');

      await page.goto(`${at}/roster`);
      await page
        .locator('#upload-text')
        .fill(
          `Name,E-mail,Group\nSam,${sam.email},A\nNobody,not an address,A\nTwo,two@x.org,A\nTwo,two@x.org,B`,
        );
      await page.getByRole('button', { name: 'Show what it would do' }).click();
      await page.getByRole('heading', { name: 'Lines that do nothing (3)' }).waitFor();
      const text = await page.locator('main').innerText();
      expect(text).toContain('This is no address that mail can be sent to.');
      expect(text).toContain('This person stands in two groups.');
      expect(text).toContain('Is invited as: Student, group A');
      await axe(page);
      await page.getByRole('button', { name: 'Do what is shown (1)' }).click();
      await page.getByRole('heading', { name: 'Invited (1)' }).waitFor();
      await axe(page);

      await guest.goto(await linkFor(browser, sam.email));
      await guest.getByRole('heading', { name: 'Reading by roster' }).waitFor();
      await axe(guest);
      await guest.getByRole('button', { name: 'Join' }).click();
      await guest.getByText('You are in the class.').waitFor();

      await page.goto(`${at}/people`);
      await page.getByText('· in A ·').waitFor();
      const [download] = script
        ? await Promise.all([
            page.waitForEvent('download'),
            page
              .goto(`${at}/roster`)
              .then(() => page.getByRole('link', { name: 'Download the roster as CSV' }).click()),
          ])
        : [null];
      if (download !== null) expect(download.suggestedFilename()).toBe('roster.csv');
    },
  );

  journey('students are put into groups by hand and dealt at random', async ({ open }) => {
    const page = await open({ script });
    await signUp(page, 'Gil Groups');
    const at = await found(page, 'Reading in groups');
    await page.getByRole('button', { name: 'Make a code' }).click();
    const link = await page.getByLabel('Link to join').inputValue();
    const student = await open({ script });
    await signUp(student, 'Uli Undergraduate');
    await student.goto(link);
    await student.getByRole('button', { name: 'Join' }).click();
    await student.getByText('You are in the class.').waitFor();

    await page.goto(`${at}/people`);
    await page.getByText('Put students into groups').click();
    await page.locator('#divide-groups').fill('0');
    await page.getByRole('button', { name: 'Put them into groups', exact: true }).click();
    await page.locator('#divide-groups[aria-invalid=true]').waitFor();
    await page.locator('#divide-groups').fill('1');
    await page.locator('#divide-word').fill('Table');
    await page.getByRole('button', { name: 'Put them into groups', exact: true }).click();
    await page.getByText('· in Table 1 ·').waitFor();
    await axe(page);

    await page.locator('summary', { hasText: 'Change: Uli' }).click();
    await page.getByLabel('Group of Uli Undergraduate').selectOption('No group');
    await page.getByRole('button', { name: 'Put into this group: Uli Undergraduate' }).click();
    await page.getByText('Their group is changed.').waitFor();
    expect(await page.getByText('· in Table 1 ·').count()).toBe(0);
  });

  journey(
    'somebody comes in before their address is confirmed, and again by a link',
    async ({ browser, open }) => {
      const page = await open({ script });
      await signUp(page, 'Lin Links');
      const at = await found(page, 'Reading at once');
      await page.getByRole('button', { name: 'Make a code' }).click();
      const link = await page.getByLabel('Link to join').inputValue();

      const guest = await open({ script });
      const email = `guest-${String(script)}-${String(process.pid)}@example.org`;
      await guest.goto(link);
      await guest.locator('#guest-name').fill('Gus Guest');
      await guest.locator('#guest-email').fill(email);
      await guest.locator('#guest-password').fill('short');
      await guest.getByRole('button', { name: 'Come into the class' }).click();
      await guest.locator('#guest-password[aria-invalid=true]').waitFor();
      expect(await guest.locator('#guest-email').inputValue()).toBe(email);
      await axe(guest);
      await guest.locator('#guest-password').fill('seven loud paper boats');
      await guest.getByRole('button', { name: 'Come into the class' }).click();
      await guest.getByText('You are in the class. Confirm your address').waitFor();
      await guest.getByText('You are signed in to this class alone.').waitFor();
      await axe(guest);

      await page.goto(`${at}/people`);
      await page.getByText('address not confirmed').waitFor();
      await page.locator('summary', { hasText: 'Change: Gus' }).click();
      await page.getByRole('button', { name: 'Make a sign-in link: Gus Guest' }).click();
      const once = await page.getByLabel('Sign-in link', { exact: true }).inputValue();
      await axe(page);
      const elsewhere = await open({ script });
      await elsewhere.goto(once);
      await elsewhere.getByText('signs you in as Gus Guest').waitFor();
      await axe(elsewhere);
      await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
      await elsewhere.getByRole('heading', { name: 'Reading at once' }).waitFor();
      const again = await open({ script });
      await again.goto(once);
      await again.getByText('This link was used').waitFor();

      await guest.goto(await linkFor(browser, email));
      await guest.locator('input[type=password]').fill('seven loud paper boats');
      await guest.locator('main form button:not([type=button])').first().click();
      await guest.getByRole('heading', { name: 'Reading at once' }).waitFor();
      expect(await guest.getByText('You are signed in to this class alone.').count()).toBe(0);
    },
  );
});
