import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/assignments.json' with { type: 'json' };
import writing from '../messages/en/writing.json' with { type: 'json' };
import { classOf } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const box = (page: Page, address: string) => page.locator(`input[name=clause][value="${address}"]`);

/** A class of somebody who teaches and somebody who learns, in two browsers. */
async function classOfTwo(teacher: Page, student: Page): Promise<string> {
  await signUp(teacher, 'Tessa Teacher');
  await signUp(student, 'Stu Dent');
  const home = `/classes/${await classOf(teacher, { zone: 'Europe/Berlin' }, student)}`;
  await student.goto(home);
  return home;
}

/** Checks a box as somebody does who has no mouse. */
async function checkByKey(page: Page, address: string): Promise<void> {
  await box(page, address).focus();
  await page.keyboard.press('Space');
}

for (const script of [true, false])
  journey(
    `work is set by form, and a student sees it (script: ${String(script)})`,
    async ({ open }) => {
      const teacher = await open({ script });
      const student = await open({ script });
      const home = await classOfTwo(teacher, student);
      await said(student, words.assign_none_student);
      await teacher.goto(home);
      await said(teacher, words.assign_none_staff);
      await teacher.getByRole('link', { name: words.assign_new, exact: true }).click();
      await teacher.waitForURL('**/assignments/new');
      await axe(teacher);

      // Refused for several reasons at once: all of it is still there.
      const question = 'What does **sovereignty** mean in [[4.1.1.1]]?';
      await teacher.getByLabel(words.assign_question, { exact: true }).fill(question);
      if (script) await button(teacher, writing.preview_show).click();
      else await teacher.locator('button[formaction="?/preview"]').click();
      await teacher.locator('.preview strong', { hasText: 'sovereignty' }).waitFor();
      await checkByKey(teacher, '4.3');
      await teacher.locator('summary', { hasText: '4.1' }).first().focus();
      await teacher.keyboard.press('Enter');
      await checkByKey(teacher, '4.1.1.1');
      await teacher.getByLabel(words.assign_more).fill('IV(2) ¶1\n9.9.9.9');
      await teacher.locator('#assignment-opens').fill('2026-03-01T08:00');
      await teacher.locator('#assignment-due').fill('2099-03-29T02:30');
      await teacher.locator('#assignment-replies').fill('1');
      if (script) await teacher.getByText(/asked for in all \(notes: 5, replies: 5\)/).waitFor();
      await button(teacher, words.assign_save).click();
      await said(teacher, words.assign_error_title);
      await said(teacher, words.assign_error_clauses_unknown.replace('{typed}', '9.9.9.9'));
      await said(teacher, words.assign_error_time_skipped.replace('{zone}', 'Europe/Berlin'));
      await axe(teacher);
      expect(await teacher.getByLabel(words.assign_question, { exact: true }).inputValue()).toBe(
        question,
      );
      expect(await box(teacher, '4.3').isChecked()).toBe(true);
      expect(await box(teacher, '4.1.1.1').isChecked()).toBe(true);
      expect(await teacher.locator('#assignment-due').inputValue()).toBe('2099-03-29T02:30');

      // Mended, it is a draft, which students do not see.
      const title = `Sovereignty ${randomUUID().slice(0, 8)}`;
      await teacher.locator('#assignment-title').fill(title);
      await teacher.getByLabel(words.assign_more).fill('IV(2) ¶1');
      await teacher.locator('#assignment-due').fill('2099-03-29T03:30');
      await button(teacher, words.assign_save).click();
      await said(teacher, words.assign_done_saved);
      const at = new URL(teacher.url()).pathname;
      await axe(teacher);
      await student.goto(home);
      await said(student, words.assign_none_student);
      expect((await student.goto(at))?.status()).toBe(404);

      // Seen with the eyes of a student, then published.
      await teacher.getByRole('link', { name: words.assign_as_student }).click();
      await said(teacher, words.assign_as_draft);
      await said(teacher, words.assign_clause_shut_more_one);
      expect(await button(teacher, words.assign_publish).count()).toBe(0);
      await axe(teacher);
      await teacher.getByRole('link', { name: words.assign_as_back }).click();
      await button(teacher, words.assign_publish).click();
      await said(teacher, words.assign_done_published);
      await axe(teacher);

      // What is chosen is found again, and changed.
      await teacher.goto(`${at}/edit`);
      for (const address of ['4.1.1.1', '4.2.1.1', '4.3'])
        expect(await box(teacher, address).isChecked(), address).toBe(true);
      await axe(teacher);
      await teacher.locator('#assignment-notes').fill('2');
      await button(teacher, words.assign_save_published).click();
      // More than was promised is not asked for once students know of it.
      await teacher.locator('#assignment-notes[aria-invalid=true]').waitFor();
      await teacher.locator('#assignment-notes').fill('1');
      await teacher.locator('#assignment-title').fill(`${title} II`);
      await button(teacher, words.assign_save_published).click();
      await said(teacher, words.assign_done_changed);

      await student.goto(home);
      await axe(student);
      await said(
        student,
        words.assign_part_notes.replace('{done}', '0').replace(/\{needed\}.*/, ''),
      );
      await student
        .getByRole('main')
        .getByRole('link', { name: `${title} II` })
        .click();
      await student.waitForURL(`**${at}`);
      await student.locator('strong', { hasText: 'sovereignty' }).waitFor();
      await said(student, words.assign_clause_shut_more_one);
      expect(await button(student, words.assign_unpublish).count()).toBe(0);
      await axe(student);
      const link = student.locator('ol a', { hasText: '4.3.1.1' });
      expect(await link.getAttribute('href')).toBe(
        `/t/ncss-2016/4.3.1.1?assignment=${at.split('/').at(-1) ?? ''}`,
      );

      // More time for one, and a clause opened by hand.
      await teacher.locator('summary', { hasText: words.assign_extensions }).click();
      await teacher.locator('#extend-due').fill('2099-03-28T03:30');
      await button(teacher, words.assign_extension_submit).click();
      await teacher.locator('#extend-due[aria-invalid=true]').waitFor();
      await teacher.locator('#extend-due').fill('2099-04-05T12:00');
      await button(teacher, words.assign_extension_submit).click();
      await said(teacher, words.assign_done_extended);
      await teacher.locator('summary', { hasText: words.assign_opening }).click();
      await teacher.locator('#open input[value=some]').check();
      await button(teacher, words.assign_opening_submit).click();
      await said(teacher, words.assign_opening_none_checked);
      await teacher.locator('#open li', { hasText: '4.2.1.1' }).getByRole('checkbox').check();
      await button(teacher, words.assign_opening_submit).click();
      await said(teacher, words.assign_done_opened);
      await axe(teacher);
      await student.reload();
      await said(student, words.assign_extended);
      await said(student, 'Apr 5, 2099');
      await said(student, words.assign_clause_open_hand.replace(/\{time\}.*/, '').slice(0, 20));
    },
  );
