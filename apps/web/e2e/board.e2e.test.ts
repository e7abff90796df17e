import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/board.json' with { type: 'json' };
import { assign, classOf, inDays, writeIn } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';
import { origin } from './support/site.ts';

const phone = { width: 390, height: 844 };
const clauses = ['4.3.1.1', '4.3.1.2', '4.3.2.1'];

/** A class with an assignment behind a gate that one note opens. */
async function setUp(teacher: Page, students: readonly Page[]) {
  const id = await classOf(teacher, {}, ...students);
  const assignment = await assign(teacher, id, clauses, {
    opens: inDays(-1),
    due: inDays(1),
    leastLength: 10,
    names: 'real',
  });
  return { assignment, at: `/classes/${id}/assignments/${assignment}` };
}

journey('who teaches sees the class write, and shows a clause to the room', async ({ open }) => {
  const [teacher, ben, eve] = [await open(), await open(), await open()];
  await signUp(teacher, 'Tessa Teacher');
  await signUp(ben, 'Ben Boardman');
  await signUp(eve, 'Eve Eager');
  const { assignment, at } = await setUp(teacher, [ben, eve]);

  await teacher.goto(`${at}/board`);
  const table = teacher.getByRole('table', { name: words.board_matrix, exact: true });
  const row = (name: string) => table.getByRole('row').filter({ hasText: name });
  await row('Ben Boardman').waitFor();
  await axe(teacher);

  // What is written appears while the page is open, and says so.
  await writeIn(
    ben,
    assignment,
    clauses[0] ?? '',
    'A question that waits for somebody?',
    'question',
  );
  await row('Ben Boardman').getByText('notes: 1, open').waitFor({ timeout: 15_000 });
  await teacher.getByText(words.board_news.split('.')[0] ?? '').waitFor({ state: 'attached' });
  await writeIn(eve, assignment, clauses[1] ?? '', 'Short');
  await row('Eve Eager').getByText('too short: 1').first().waitFor({ timeout: 15_000 });
  await teacher.locator('#questions').getByText('A question that waits').waitFor();
  await teacher.getByText(words.board_quiet_none).waitFor();

  // One student, with what opened to them and why.
  await teacher.getByRole('link', { name: 'Ben Boardman' }).first().click();
  await teacher.getByText(words.board_cause_count).waitFor();
  await axe(teacher);
  await teacher.getByRole('link', { name: words.board_one_back }).click();

  // Before the room: handed in is shown; desks only when that is asked for.
  await writeIn(ben, assignment, clauses[0] ?? '', 'A second thought, handed in at once.');
  await table.getByRole('link', { name: clauses[0] ?? '', exact: true }).click();
  await teacher.waitForURL(`**/clauses/${clauses[0] ?? ''}`);
  const stage = teacher.locator('article');
  await stage.getByText('A question that waits').waitFor();
  expect(await teacher.locator('.ways').count()).toBe(1);
  await axe(teacher);
  await teacher.locator('body').press('Space');
  await stage.getByText('A second thought').waitFor();
  await teacher.locator('body').press('ArrowLeft');
  await stage.getByText('A question that waits').waitFor();
  await teacher.getByText(words.board_project_settings).click();
  await teacher.getByLabel(words.board_project_names).selectOption('none');
  await teacher.getByLabel(words.board_project_desks).check();
  await teacher.getByRole('button', { name: words.board_project_apply }).click();
  await teacher.getByText(words.board_project_desks_on).waitFor();
  expect(await teacher.getByRole('main').innerText()).not.toContain('Ben Boardman');

  // Students have neither, with script or without.
  for (const path of [`${at}/board`, `${at}/clauses/${clauses[0] ?? ''}`]) {
    const answer = await eve.request.get(`${origin}${path}`, { headers: { accept: 'text/html' } });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).not.toContain('A question that waits');
  }

  // Without script and on a phone it is the same board.
  const small = await open({ script: false, size: phone, dark: true, language: 'zh-CN' });
  await small.context().addCookies(await teacher.context().cookies());
  for (const path of [`${at}/board?order=least`, `${at}/clauses/${clauses[0] ?? ''}`]) {
    await small.goto(path);
    await small.getByText('A question that waits').first().waitFor();
    const wide = await small.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  }
});
