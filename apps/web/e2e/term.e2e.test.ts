import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import assigned from '../messages/en/assignments.json' with { type: 'json' };
import board from '../messages/en/board.json' with { type: 'json' };
import words from '../messages/en/classes.json' with { type: 'json' };
import grading from '../messages/en/grading.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

/* A term in miniature: one who instructs, one who assists, twelve who learn, each in a browser of their own. */

const clause = '4.3.1.2';
const names = Array.from({ length: 12 }, (_, n) => `Student ${String.fromCharCode(65 + n)}`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const panel = (page: Page) => page.locator('#thread');
const noteWith = (page: Page, text: string) =>
  panel(page).getByRole('article').filter({ hasText: text });

async function writeHere(page: Page, text: string): Promise<void> {
  const form = page.locator('#write');
  if (!(await form.evaluate((node: HTMLDetailsElement) => node.open)))
    await form.locator('summary').first().click();
  await form.locator('textarea[name=body]').fill(text);
  await press(page, notes.write_submit);
  await noteWith(page, text).first().waitFor();
}

async function answer(page: Page, note: string, text: string): Promise<void> {
  const article = noteWith(page, note).first();
  await article.getByRole('link', { name: notes.note_reply, exact: true }).first().click();
  await article.locator('textarea[name=body]').first().fill(text);
  await article.getByRole('button', { name: notes.reply_submit, exact: true }).first().click();
  await noteWith(page, text).first().waitFor();
}

const thought = (name: string): string =>
  `${name} thinks that the measures of this clause bind those who run the infrastructure first.`;

journey(
  'a term: set, think first, discuss, before the room, grade, release, contest, export, copy, archive',
  async ({ open }) => {
    // Founded, and joined by link.
    const teacher = await open();
    await signUp(teacher, 'Tessa Teacher');
    await teacher.goto('/classes/new');
    const title = `Internet law ${randomUUID().slice(0, 8)}`;
    await teacher.getByLabel(words.class_name, { exact: true }).fill(title);
    await press(teacher, words.class_found_submit);
    await said(teacher, words.class_done_founded);
    const home = new URL(teacher.url()).pathname;
    await teacher.getByLabel(words.class_code_places).fill('20');
    await press(teacher, words.class_code_make);
    const link = await teacher.getByLabel(words.class_code_link).inputValue();
    const come = async (name: string): Promise<Page> => {
      const page = await open();
      await signUp(page, name);
      await page.goto(link);
      await press(page, words.class_join_submit);
      await said(page, words.class_done_joined);
      return page;
    };
    const assistant = await come('Asa Assistant');
    const students: Page[] = [];
    for (const name of names) students.push(await come(name));
    const [ann, bea, cal] = students as [Page, Page, Page];
    await teacher.goto(`${home}/people`);
    const row = teacher.getByRole('listitem').filter({ hasText: 'Asa Assistant' });
    await row.locator('summary').click();
    await row.getByRole('button', { name: `${words.class_make_assistant}: Asa Assistant` }).click();
    await said(teacher, words.class_done_role);

    // Set by form: one clause, one note before one reads the others, under pseudonyms.
    await teacher.goto(`${home}/assignments/new`);
    await teacher.locator('#assignment-title').fill('Whom does this clause bind?');
    await teacher.locator('#assignment-question').fill('Who must act here, and **who may not**?');
    await teacher.locator('#assignment-more').fill(clause);
    await teacher.locator('#assignment-opens').fill('2026-03-01T08:00');
    await teacher.locator('#assignment-due').fill('2099-03-01T08:00');
    await teacher.locator('#assignment-gate input[value=count]').check();
    await teacher.locator('#assignment-gateNotes').fill('1');
    await teacher.locator('#assignment-notes').fill('1');
    await teacher.locator('#assignment-replies').fill('1');
    await teacher.locator('#assignment-leastLength').fill('20');
    await teacher.locator('#assignment-names input[value=pseudonym]').check();
    await press(teacher, assigned.assign_save);
    await said(teacher, assigned.assign_done_saved);
    const at = new URL(teacher.url()).pathname;
    await press(teacher, assigned.assign_publish);
    await said(teacher, assigned.assign_done_published);

    // Think first: each reads nobody, writes, and reads those who came before.
    for (const [n, student] of students.entries()) {
      const name = names[n] ?? '';
      await student.goto(at);
      await student.locator('ol a', { hasText: clause }).click();
      await panel(student).waitFor();
      expect(await panel(student).innerText()).not.toContain('thinks that the measures');
      await writeHere(student, thought(name));
      if (n > 0)
        await noteWith(student, thought(names[0] ?? ''))
          .first()
          .waitFor();
      expect(await panel(student).innerText()).not.toContain('Tessa Teacher');
    }

    // Discussed: peers by pseudonym, the staff by name.
    await ann.reload();
    await answer(ann, thought(names[1] ?? ''), 'Does it bind the state as well, though?');
    await answer(bea, thought(names[2] ?? ''), 'The sentence names no subject at all.');
    await assistant.goto(`/t/ncss-2016/${clause}?assignment=${at.split('/').at(-1) ?? ''}`);
    await answer(assistant, thought(names[0] ?? ''), 'Look at who is named in 4.3.2.1.');
    await said(assistant, names[0] ?? '');
    await ann.reload();
    await noteWith(ann, 'Look at who is named').first().waitFor();
    await said(ann, 'Asa Assistant');

    // The board, and the clause before the room.
    await teacher.goto(`${at}/board`);
    const table = teacher.getByRole('table', { name: board.board_matrix, exact: true });
    for (const name of names) await table.getByRole('row').filter({ hasText: name }).waitFor();
    await table.getByRole('link', { name: clause, exact: true }).click();
    await teacher.waitForURL(`**/clauses/${clause}`);
    await teacher.locator('article').getByText('thinks that the measures').first().waitFor();
    await teacher.locator('body').press('Space');
    const stage = await teacher.getByRole('main').innerText();
    for (const name of names) expect(stage).not.toContain(`${name}\n`);

    // Graded and released; one line contested, and answered by the assistant.
    await teacher.goto(`${at}/grades`);
    await press(teacher, grading.grade_release_all);
    await said(teacher, 'Released now: 12.');
    await cal.goto(`${at}/result`);
    await said(cal, '5 of 10');
    await ann.goto(`${at}/result`);
    await said(ann, '10 of 10');
    await cal.locator('summary', { hasText: grading.grade_contest }).first().click();
    await cal.locator('form[id^=contest-] textarea').first().fill('I answered in the seminar.');
    await cal.locator('form[id^=contest-] button').first().click();
    await said(cal, grading.grade_done_contested);
    await assistant.goto(`${at}/grades`);
    await follow(assistant, names[2] ?? '');
    await said(assistant, 'I answered in the seminar.');
    await assistant.locator('form[id^=answer-] input[value=changed]').check();
    await assistant.locator('form[id^=answer-] input[name=points]').fill('8');
    await assistant.locator('form[id^=answer-] textarea').fill('I was there: so you did.');
    await press(assistant, grading.grade_contest_submit);
    await said(assistant, grading.grade_done_answered);
    await cal.goto(`${at}/result`);
    await said(cal, '8 of 10');

    // Written out, copied, put away.
    const file = await teacher.request.get(`${at}/gradebook.csv`);
    const lines = (await file.text()).trim().split('\n');
    expect(lines).toHaveLength(13);
    expect(lines.find((line) => line.includes('Student C'))).toContain('8');
    await teacher.goto(`${home}/settings`);
    await teacher.locator('#copy-name').fill(`${title}, again`);
    await teacher.locator('#copy-days').fill('364');
    await press(teacher, words.class_copy_submit);
    await said(teacher, words.class_done_copied);
    await said(teacher, 'Whom does this clause bind?');
    await teacher.goto(`${home}/settings`);
    await press(teacher, words.class_archive_submit);
    await said(teacher, words.class_done_archived);
    await ann.goto(`/t/ncss-2016/${clause}?assignment=${at.split('/').at(-1) ?? ''}`);
    await noteWith(ann, thought(names[1] ?? ''))
      .first()
      .waitFor();
    expect(await ann.getByRole('link', { name: notes.note_reply, exact: true }).count()).toBe(0);
  },
  240_000,
);
