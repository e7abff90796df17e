import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import account from '../messages/en/account.json' with { type: 'json' };
import words from '../messages/en/classes.json' with { type: 'json' };
import common from '../messages/en/common.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { linkFor, signUp } from './support/people.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

/** Registers from where the page is, and opens the link of the message in the same browser. */
async function registerHere(page: Page, name: string): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser');
  const email = `${randomUUID().slice(0, 13)}@example.org`;
  await page.locator('#register-name').fill(name);
  await page.locator('#register-email').fill(email);
  await page.locator('#register-password').fill('seven loud paper boats');
  await page.locator('#register button').click();
  await page.waitForURL('**/register/sent');
  await page.goto(await linkFor(browser, email));
  await page.locator('#confirm-password').fill('seven loud paper boats');
  await page.locator('#confirm button').click();
}

/** Makes somebody of one of the people, with keys alone. */
async function changeByKeys(page: Page, name: string, what: string): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: name });
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  const button = row.getByRole('button', { name: `${what}: ${name}` });
  for (let n = 0; n < 4 && !(await button.evaluate((node) => node.matches(':focus'))); n++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

for (const script of [true, false])
  journey(
    `a class is founded, joined, led and put away (script: ${String(script)})`,
    async ({ open }) => {
      const checked = async (page: Page) => {
        if (script) await axe(page);
      };
      const name = `Internet law ${randomUUID().slice(0, 8)}`;
      const teacher = await open({ script });
      await signUp(teacher, 'Tessa Teacher');
      if (script) {
        const devtools = await teacher.context().newCDPSession(teacher);
        await devtools.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Shanghai' });
      }

      // Nobody is in a class at first; the account leads to where one begins.
      await follow(teacher, words.class_title);
      await said(teacher, words.class_none);
      await checked(teacher);
      await follow(teacher, words.class_found);
      await teacher.waitForURL('**/classes/new');
      const zone = teacher.getByLabel(account.account_mail_zone);
      if (script) await expect.poll(() => zone.inputValue()).toBe('Asia/Shanghai');
      else await zone.selectOption('Asia/Shanghai');
      await teacher.getByLabel(words.class_description).fill('Thursdays at ten.');
      await press(teacher, words.class_found_submit);
      await teacher.locator('#found-name[aria-invalid=true]').waitFor();
      expect(await teacher.getByLabel(words.class_description).inputValue()).toBe(
        'Thursdays at ten.',
      );
      expect(await zone.inputValue()).toBe('Asia/Shanghai');
      await checked(teacher);
      await teacher.getByLabel(words.class_name, { exact: true }).fill(name);
      await press(teacher, words.class_found_submit);
      await said(teacher, words.class_done_founded);
      const home = new URL(teacher.url()).pathname;

      // A code: what it may not be is said where it was typed.
      await teacher.getByLabel(words.class_code_days).fill('0');
      await teacher.getByLabel(words.class_code_places).fill('3');
      await press(teacher, words.class_code_make);
      await teacher.locator('#make-days[aria-invalid=true]').waitFor();
      expect(await teacher.getByLabel(words.class_code_places).inputValue()).toBe('3');
      await teacher.getByLabel(words.class_code_days).fill('7');
      await press(teacher, words.class_code_make);
      const link = await teacher.getByLabel(words.class_code_link).inputValue();
      const code = await teacher.getByLabel(words.class_code, { exact: true }).inputValue();
      expect(link).toContain(code.replace('-', ''));
      await checked(teacher);
      await follow(teacher, words.class_code_show);
      await teacher.getByText(code, { exact: true }).waitFor();
      await checked(teacher);

      // A visitor comes by the link, makes an account, and is back.
      const student = await open({ script });
      await student.goto(link);
      await checked(student);
      await follow(student, common.register);
      await registerHere(student, 'Stu Dent');
      await student.waitForURL('**/join/*?done=welcome');
      await student.getByRole('heading', { name }).waitFor();
      await said(student, 'Tessa Teacher');
      await said(student, words.class_join_seen_students);
      await checked(student);
      await press(student, words.class_join_submit);
      await said(student, words.class_done_joined);
      expect(new URL(student.url()).pathname).toBe(home);
      expect(await student.getByLabel(words.class_code_link).count()).toBe(0);
      await checked(student);
      expect((await student.goto(`${home}/people`))?.status()).toBe(403);

      // The one who teaches makes an assistant of them, removes them, and lets them in again.
      await teacher.goto(`${home}/people`);
      await changeByKeys(teacher, 'Stu Dent', words.class_make_assistant);
      await said(teacher, words.class_done_role);
      await checked(teacher);
      await student.goto(`${home}/people`);
      await student.getByRole('heading', { name: words.class_people_staff }).waitFor();
      await changeByKeys(teacher, 'Stu Dent', words.class_remove);
      await said(teacher, words.class_done_removed);
      expect((await student.goto(home))?.status()).toBe(404);
      await student.goto(`/join/${code.toLowerCase()}`);
      await press(student, words.class_join_submit);
      await said(student, words.class_join_removed);
      await press(teacher, words.class_let_in_named.replace('{name}', 'Stu Dent'));
      await said(teacher, words.class_done_let_in);
      await student.goto('/classes');
      await student.getByRole('main').getByRole('link', { name }).click();

      // Of two who teach the last does not leave, though the page had offered it.
      await teacher.goto(`${home}/people`);
      await changeByKeys(teacher, 'Stu Dent', words.class_make_instructor);
      await said(teacher, words.class_done_role);
      await teacher.goto(`${home}/settings`);
      await student.goto(`${home}/settings`);
      await checked(student);
      await press(student, words.class_leave_submit);
      await said(student, words.class_done_left);
      await press(teacher, words.class_leave_submit);
      await said(teacher, problems.problem_last_instructor);

      // What was typed stays where the class was archived meanwhile.
      await teacher.goto(`${home}/settings`);
      const other = await teacher.context().newPage();
      await other.goto(`${home}/settings`);
      await press(other, words.class_archive_submit);
      await said(other, words.class_done_archived);
      await checked(other);
      await teacher.getByLabel(words.class_name, { exact: true }).fill('Another name');
      await press(teacher, common.save);
      await said(teacher, problems.problem_class_archived);
      expect(await teacher.getByLabel(words.class_name, { exact: true }).inputValue()).toBe(
        'Another name',
      );
      await student.goto(link);
      await student.locator('#join-code[aria-invalid=true]').waitFor();
      await checked(student);
      await press(other, words.class_unarchive_submit);
      await said(other, words.class_done_unarchived);
    },
  );
