import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/term.json' with { type: 'json' };
import assigned from '../messages/en/assignments.json' with { type: 'json' };
import following from '../messages/en/follow.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** A field of a row: of the new ones by number, of the others by the title that stood. */
const ofNew = (page: Page, number: number, field: string) =>
  page.locator(`#term-new-${String(number)}-${field}`);
const ofRow = (page: Page, title: string, field: string) =>
  page
    .locator('fieldset', { has: page.locator('legend', { hasText: title }) })
    .locator(`input[name^="${field}-"]`);

/** A class of somebody who teaches and somebody who learns. */
async function foundClass(page: Page, student: Page): Promise<string> {
  await signUp(page, 'Tessa Teacher');
  await signUp(student, 'Stu Dent');
  const headers = { origin: new URL(page.url()).origin };
  const post = async (by: Page, path: string, data: unknown) =>
    (await (await by.request.post(path, { headers, data })).json()) as { id: string; code: string };
  const name = `Term ${randomUUID().slice(0, 8)}`;
  const { id } = await post(page, '/api/classes', { name, description: '', zone: 'Europe/Berlin' });
  const { code } = await post(page, `/api/classes/${id}/code`, { days: 7, places: 3 });
  await post(student, `/api/class-codes/${code}/join`, {});
  return `/classes/${id}`;
}

/** Another teacher's change, in another window. */
async function retitle(page: Page, home: string, title: string, to: string): Promise<void> {
  await page.goto(home);
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('link', { name: assigned.assign_edit_title, exact: true }).click();
  await page.locator('#assignment-title').fill(to);
  await press(page, assigned.assign_save);
  await said(page, assigned.assign_done_saved);
}

for (const script of [true, false])
  journey(
    `a term is planned, moved and published from one page (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      const student = await open({ script });
      const home = await foundClass(page, student);
      await page.goto(home);
      await page.getByRole('link', { name: words.term_title, exact: true }).click();
      await page.waitForURL('**/term');
      await said(page, words.term_none);

      // Two rows; what is wrong with one keeps both from being saved, and nothing typed is lost.
      const [one, two] = ['Week 1', 'Week 2'].map(
        (title) => `${title} ${randomUUID().slice(0, 6)}`,
      );
      if (one === undefined || two === undefined) throw new Error('two titles');
      await ofNew(page, 1, 'title').fill(one);
      await ofNew(page, 1, 'clauses').fill('4.1.1.1, IV(3) ¶1 s2');
      await ofNew(page, 1, 'opens').fill('2099-03-20T09:30');
      await ofNew(page, 1, 'due').fill('2099-03-27T23:59');
      await press(page, words.term_add);
      await ofNew(page, 2, 'title').fill(two);
      expect(await ofNew(page, 2, 'opens').inputValue()).toBe('2099-03-27T09:30');
      await ofNew(page, 2, 'clauses').fill('9.9.9.9');
      await press(page, words.term_save);
      await said(page, assigned.assign_error_clauses_unknown.replace('{typed}', '9.9.9.9'));
      await axe(page);
      expect(await ofNew(page, 1, 'title').inputValue()).toBe(one);
      const term = async () =>
        (
          (await (await page.request.get(`/api${home}/term`)).json()) as {
            items: { opens: string }[];
          }
        ).items;
      expect(await term()).toEqual([]);
      await ofNew(page, 2, 'clauses').fill('4.4');
      await press(page, words.term_save);
      await said(page, words.term_done);
      await axe(page);
      expect(await ofRow(page, one, 'clauses').inputValue()).toBe('4.1.1.1, 4.3.1.2');

      // A week later is at the same time of day, though clocks are put forward in between.
      await page.locator('#term-by').fill('1');
      await page.locator('#term-by').press('Enter');
      await said(page, words.term_tried_many.replace('{count}', '2'));
      await said(page, words.term_was.replace('{value}', '2099-03-20 09:30'));
      await axe(page);
      expect(await ofRow(page, one, 'opens').inputValue()).toBe('2099-03-27T09:30');
      expect(await ofRow(page, two, 'opens').inputValue()).toBe('2099-04-03T09:30');
      expect(await page.locator('#term-by').inputValue()).toBe('');
      await press(page, words.term_save);
      await said(page, words.term_done);
      expect(await ofRow(page, two, 'due').inputValue()).toBe('2099-04-10T23:59');
      expect((await term()).map(({ opens }) => opens)).toEqual([
        '2099-03-27T08:30:00.000000Z',
        '2099-04-03T07:30:00.000000Z',
      ]);

      // Another changes a row meanwhile: theirs stands beside, and what was typed is kept.
      await ofRow(page, one, 'title').fill(`${one} mine`);
      await ofRow(page, two, 'closes').fill('2099-05-01T12:00');
      const other = await page.context().newPage();
      await retitle(other, home, one, `${one} theirs`);
      await other.close();
      await press(page, words.term_save);
      await said(page, words.term_changed_meanwhile);
      await said(page, words.term_theirs.replace('{value}', `${one} theirs`));
      await axe(page);
      expect(await ofRow(page, one, 'title').inputValue()).toBe(`${one} mine`);
      expect(await ofRow(page, two, 'closes').inputValue()).toBe('2099-05-01T12:00');
      await page.locator('input[name=publishAll]').check();
      await press(page, words.term_save);
      await page.locator('input[name=publishAll]').waitFor({ state: 'detached' });
      await said(page, words.term_done);
      expect(await page.getByText(words.term_published, { exact: true }).count()).toBe(2);

      // Its student is told of both, and of one no more that was looked at.
      await student.goto('/notices');
      await said(student, two);
      await said(student, `${one} mine`);
      expect(await student.getByText(/^published; opens/).count()).toBe(2);
      await axe(student);
      await student.getByRole('link', { name: two, exact: true }).click();
      await student.getByRole('heading', { name: two, exact: true }).waitFor();
      await student.goto('/notices');
      await said(student, `${one} mine`);
      expect(await student.getByText(two).count()).toBe(0);
      await press(student, following.notices_read_all);
      await said(student, following.notices_none);

      // What students work by already does not change.
      await ofRow(page, two, 'clauses').fill('4.4, 4.5');
      await ofRow(page, one, 'due').fill('2026-01-01T00:00');
      await press(page, words.term_save);
      await said(page, problems.problem_due_before_open);
      await page.goto(`${home}/term`);
      expect(await ofRow(page, two, 'clauses').inputValue()).toBe('4.4');
    },
  );
