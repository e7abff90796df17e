import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/board.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';
import { origin } from './support/site.ts';

const phone = { width: 390, height: 844 };
const clauses = ['4.3.1.1', '4.3.1.2', '4.3.2.1'];

async function send(page: Page, method: 'POST' | 'PUT', path: string, data: unknown = {}) {
  const answer = await page.request.fetch(`${origin}/api${path}`, {
    method,
    headers: { origin },
    data,
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as { id: string; code: string; version: number };
}

/** A class with an assignment behind a gate that one note opens. */
async function setUp(teacher: Page, students: readonly Page[]) {
  const made = { name: `Law ${randomUUID().slice(0, 8)}`, description: '', zone: 'Asia/Shanghai' };
  const { id } = await send(teacher, 'POST', '/classes', made);
  const { code } = await send(teacher, 'POST', `/classes/${id}/code`, { days: 7, places: 30 });
  for (const student of students) await send(student, 'POST', `/class-codes/${code}/join`);
  const day = 86_400_000;
  const assignment = await send(teacher, 'POST', `/classes/${id}/assignments`, {
    title: 'Think first',
    question: 'What is new here?',
    work: 'ncss-2016',
    ranges: clauses.map((each) => ({ from: each, to: each })),
    languages: ['zh-Hans', 'en'],
    opens: new Date(Date.now() - day).toISOString(),
    due: new Date(Date.now() + day).toISOString(),
    closes: null,
    gate: { kind: 'count', notes: 1 },
    byGroups: false,
    leastLength: 10,
    notes: 1,
    replies: 0,
    per: 'clause',
    coverage: 0,
    how: 'scaled',
    late: 'counted',
    points: 10,
    names: 'real',
  });
  await send(teacher, 'PUT', `/assignments/${assignment.id}/publication`, {
    published: true,
    version: 1,
  });
  return { id, assignment: assignment.id, at: `/classes/${id}/assignments/${assignment.id}` };
}

const write = (page: Page, assignment: string, target: string, body: string, kind = 'comment') =>
  send(page, 'POST', '/threads', {
    work: 'ncss-2016',
    target,
    layer: 'class',
    assignment,
    body,
    kind,
    seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
    key: randomUUID(),
  });

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
  await write(ben, assignment, clauses[0] ?? '', 'A question that waits for somebody?', 'question');
  await row('Ben Boardman').getByText('notes: 1, open').waitFor({ timeout: 15_000 });
  await teacher.getByText(words.board_news.split('.')[0] ?? '').waitFor({ state: 'attached' });
  await write(eve, assignment, clauses[1] ?? '', 'Short');
  await row('Eve Eager').getByText('too short: 1').first().waitFor({ timeout: 15_000 });
  await teacher.locator('#questions').getByText('A question that waits').waitFor();
  await teacher.getByText(words.board_quiet_none).waitFor();

  // One student, with what opened to them and why.
  await teacher.getByRole('link', { name: 'Ben Boardman' }).first().click();
  await teacher.getByText(words.board_cause_count).waitFor();
  await axe(teacher);
  await teacher.getByRole('link', { name: words.board_one_back }).click();

  // Before the room: handed in is shown; desks only when that is asked for.
  await write(ben, assignment, clauses[0] ?? '', 'A second thought, handed in at once.');
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
