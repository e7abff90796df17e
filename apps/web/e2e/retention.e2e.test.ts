import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { askOwner } from '../../standalone/src/check/ask-owner.ts';
import words from '../messages/en/classes.json' with { type: 'json' };
import kept from '../messages/en/retention.json' with { type: 'json' };
import { ask } from './support/ask.ts';
import { assign } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';
import { theSite } from './support/site.ts';

const day = (days: number): string =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
const long = (at: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text).first().waitFor();
const sentence = (text: string, at: string) =>
  text.replace('{day}', long(at)).replace('{zone}', 'Asia/Shanghai');
const owner = (text: string) => askOwner(theSite.ownerUrl, text);

for (const script of [true, false])
  journey(
    `a class is kept until a day that all its people see (script: ${String(script)})`,
    async ({ open }) => {
      const checked = async (page: Page) => {
        if (script) await axe(page);
      };
      const teacher = await open({ script });
      await signUp(teacher, 'Tove Teacher');
      await teacher.goto('/classes/new');
      await teacher.getByLabel(words.class_name, { exact: true }).fill('Law of cyberspace');
      await teacher.locator('select').selectOption('Asia/Shanghai');
      // What is too soon is said where it was typed, and nothing of the form is lost.
      await teacher.locator('#found-until').fill(day(2));
      await press(teacher, words.class_found_submit);
      await teacher.locator('#found-until[aria-invalid=true]').waitFor();
      expect(await teacher.locator('#found-until').inputValue()).toBe(day(2));
      await checked(teacher);
      await teacher.locator('#found-until').fill(day(60));
      await press(teacher, words.class_found_submit);
      await said(teacher, words.class_done_founded);
      await said(teacher, sentence(kept.retention_until, day(60)));
      const home = new URL(teacher.url()).pathname;
      const id = home.split('/').at(-1) ?? '';
      await checked(teacher);

      // Of two who set it at once the second is told, and has what they typed.
      await teacher.goto(`${home}/settings`);
      const other = await teacher.context().newPage();
      await other.goto(`${home}/settings`);
      await other.locator('#retain-until').fill(day(90));
      await press(other, kept.retention_submit);
      await said(other, kept.retention_done);
      await teacher.locator('#retain-until').fill(day(70));
      await press(teacher, kept.retention_submit);
      await teacher.getByText('set another day meanwhile').first().waitFor();
      expect(await teacher.locator('#retain-until').inputValue()).toBe(day(70));
      await said(teacher, sentence(kept.retention_until, day(90)));
      await checked(teacher);
      await press(teacher, kept.retention_submit);
      await said(teacher, kept.retention_done);

      const student = await open({ script });
      await signUp(student, 'Sven Student');
      const { code } = await ask<{ code: string }>(teacher, 'POST', `/classes/${id}/code`, {
        ...{ days: 7, places: 5 },
      });
      await ask(student, 'POST', `/class-codes/${code}/join`);
      const task = await assign(teacher, id, ['4.3.1.2']);
      await student.goto(home);
      await said(student, sentence(kept.retention_until, day(70)));
      await student.getByText(kept.retention_changes, { exact: true }).click();
      await said(student, `set to ${long(day(90))}`);
      await checked(student);

      // In the last weeks every page of the class says it, and those who teach are told.
      await owner(`update class set keep_until = '${day(10)}' where id = '${id}'`);
      await student.goto(`${home}/assignments/${task}`);
      await said(student, sentence(kept.retention_soon, day(10)));
      await expect
        .poll(
          async () => {
            await teacher.goto('/notices');
            return teacher.locator('main').innerText();
          },
          { timeout: 60_000 },
        )
        .toContain(`Kept until ${long(day(10))}: Law of cyberspace`);
      await checked(teacher);

      // The day has ended: what was said happens by itself, and links say so.
      await owner(`update class set keep_until = '${day(-3)}' where id = '${id}'`);
      const gone = sentence(kept.retention_gone, day(-3));
      await expect
        .poll(
          async () => {
            const answer = await student.goto(home);
            return [answer?.status(), (await student.locator('main').innerText()).includes(gone)];
          },
          { timeout: 60_000 },
        )
        .toEqual([410, true]);
      await checked(student);
      expect((await student.goto(`/t/ncss-2016/4.3.1.2?assignment=${task}`))?.status()).toBe(410);
      await teacher.goto(home);
      await teacher.getByText('was deleted on').first().waitFor();
      await checked(teacher);
      await teacher.goto(`${home}/assignments/${task}`);
      await said(teacher, 'Whose cyberspace?');
      await checked(teacher);
      // What is left is copied for the next term.
      await teacher.goto(`${home}/settings`);
      await teacher.locator('#copy-name').fill(`Next ${randomUUID().slice(0, 8)}`);
      await press(teacher, words.class_copy_submit);
      await said(teacher, words.class_done_copied);
      await said(teacher, kept.retention_none);
      await teacher.goto('/classes');
      await said(teacher, 'deleted ');
    },
    240_000,
  );
