import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/gradebook.json' with { type: 'json' };
import grading from '../messages/en/grading.json' with { type: 'json' };
import { ask } from './support/ask.ts';
import { assign, classOf, writeIn } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const follow = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first().click();

const people = (page: Page, classId: string) =>
  page.request
    .get(`/api/classes/${classId}/members`)
    .then(async (answer) => (await answer.json()) as { items: { id: string; name: string }[] });

for (const script of [true, false])
  journey(
    `who teaches reads the books of a class (script: ${String(script)})`,
    async ({ open }) => {
      const [teacher, ann, bo] = [await open({ script }), await open(), await open()];
      await signUp(teacher, 'Tessa Teacher');
      await signUp(ann, 'Ann Student');
      await signUp(bo, 'Bo Student');
      const id = await classOf(teacher, {}, ann, bo);
      const at = `/classes/${id}`;

      // Empty: it says what will stand there.
      await teacher.goto(at);
      await follow(teacher, words.book_title);
      await teacher.getByText(words.book_no_assignments).waitFor();
      await axe(teacher);

      const more = { gate: { kind: 'none' }, leastLength: 10, per: 'assignment', names: 'real' };
      const first = await assign(teacher, id, ['4.3.1.1'], { ...more, title: 'First reading' });
      const second = await assign(teacher, id, ['4.3.1.2'], { ...more, title: 'Second reading' });
      const blind = { ...more, title: 'Judged blind', names: 'blind' };
      await writeIn(
        ann,
        await assign(teacher, id, ['4.3.2.1'], blind),
        '4.3.2.1',
        'Nobody knows me',
      );
      await writeIn(ann, first, '4.3.1.1', 'Who decides this, and by what right?');
      await ask(teacher, 'POST', `/assignments/${first}/release`, { students: null });
      await ask(teacher, 'POST', `${at}/groups`, { name: 'North' }).then(async (made) => {
        const { items } = await people(teacher, id);
        const person = items.find(({ name }) => name === 'Bo Student')?.id ?? '';
        const group = { group: (made as { id: string }).id };
        await ask(teacher, 'PUT', `${at}/members/${person}/group`, group);
      });

      await teacher.reload();
      const table = teacher.getByRole('table', { name: words.book_table, exact: true });
      const row = (name: string) => table.getByRole('row').filter({ hasText: name });
      const cell = (name: string, n: number) => row(name).getByRole('cell').nth(n).innerText();
      await row('Ann Student').waitFor();
      expect(await cell('Ann Student', 1)).toContain('10 of 10');
      expect(await cell('Ann Student', 2)).toContain(words.book_nothing);
      expect(await cell('Bo Student', 1)).toContain('0 of 10');
      expect(await cell('Bo Student', 2)).toContain(grading.grade_state_ready);
      // Of what is judged blind neither says anything beside a name.
      for (const name of ['Ann Student', 'Bo Student'])
        expect(await cell(name, 3)).toContain(words.book_hidden_cell);
      await axe(teacher);

      // The sum with its arithmetic, by keys.
      await row('Ann Student').locator('summary').focus();
      await teacher.keyboard.press('Enter');
      await row('Ann Student').getByText('10 = 10 points').waitFor();
      await row('Ann Student').getByText('released: 10 of 20').waitFor();

      // By group, and of one alone.
      await follow(teacher, words.book_by_group);
      await teacher.waitForURL('**?order=group');
      await expect.poll(() => table.getByRole('rowheader').nth(1).innerText()).toContain('Bo');
      await teacher.locator('#book-group').selectOption({ label: 'North' });
      await teacher.getByRole('button', { name: words.book_show, exact: true }).click();
      await teacher.waitForURL('**group=*-*');
      await row('Ann Student').waitFor({ state: 'detached' });
      await row('Bo Student').waitFor();

      // Each cell leads to the work, each column to its grades; the files are those of before.
      await table.getByRole('link', { name: /Bo Student, Second reading/ }).click();
      await teacher.getByRole('heading', { level: 1, name: /Bo Student/ }).waitFor();
      expect(teacher.url()).toContain(`${at}/assignments/${second}/grades/`);
      await teacher.goto(`${at}/gradebook`);
      await table.getByRole('link', { name: 'Judged blind', exact: true }).click();
      await teacher.getByText(grading.grade_blind).waitFor();
      await follow(teacher, words.book_link);
      await teacher.waitForURL(`**${at}/gradebook`);
      for (const kind of ['csv', 'json']) {
        const link = teacher.getByRole('main').locator(`a[href$="gradebook.${kind}"]`);
        const file = await teacher.request.get((await link.getAttribute('href')) ?? '');
        expect(await file.text()).toContain('Ann Student');
      }

      // Students have no books.
      const refused = await ann.request.get(`${at}/gradebook`, {
        headers: { accept: 'text/html' },
      });
      expect(refused.status()).toBe(403);
      expect(await refused.text()).not.toContain('Bo Student');
      await ann.goto(at);
      expect(await ann.getByRole('link', { name: words.book_title, exact: true }).count()).toBe(0);

      // On a phone the table scrolls in its own region, by keys as well.
      const small = await open({ script, size: { width: 390, height: 844 }, language: 'zh-CN' });
      await small.context().addCookies(await teacher.context().cookies());
      await small.goto(`${at}/gradebook`);
      const region = small.getByRole('group').filter({ has: small.getByRole('table') });
      await region.focus();
      await small.keyboard.press('ArrowRight');
      await expect.poll(() => region.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
      const wide = await small.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await axe(small);
    },
    60_000,
  );
