import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import board from '../messages/en/board.json' with { type: 'json' };
import grading from '../messages/en/grading.json' with { type: 'json' };
import words from '../messages/en/own-notes.json' with { type: 'json' };
import { ask } from './support/ask.ts';
import { assign, classOf, inDays, writeIn } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first().click();

const answer = (page: Page, note: string, body: string) =>
  ask(page, 'POST', `/annotations/${note}/replies`, {
    body,
    seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
    key: crypto.randomUUID(),
  });

for (const script of [true, false])
  journey(
    `a student finds what they wrote, who answered and what they got (script: ${String(script)})`,
    async ({ open }) => {
      const [teacher, ann, bo] = [await open(), await open({ script }), await open()];
      await signUp(teacher, 'Tessa Teacher');
      await signUp(ann, 'Ann Student');
      await signUp(bo, 'Bo Student');
      const id = await classOf(teacher, {}, ann, bo);
      const at = `/classes/${id}`;
      const more = { opens: inDays(-1), due: inDays(3), per: 'assignment', leastLength: 10 };
      const shut = { ...more, title: 'Behind a gate', gate: { kind: 'count', notes: 2 } };
      const gated = await assign(teacher, id, ['4.3.1.1'], shut);
      const open1 = { ...more, title: 'Open to all', gate: { kind: 'none' } };
      const free = await assign(teacher, id, ['4.3.1.2'], open1);

      // Nothing yet: it leads to where one begins.
      await ann.goto(at);
      await follow(ann, words.mine_title);
      await ann.getByText(words.mine_none).waitFor();
      await axe(ann);

      const { annotations } = await writeIn(ann, free, '4.3.1.2', 'Whose order is meant here?');
      const note = annotations[0]?.id ?? '';
      await writeIn(ann, gated, '4.3.1.1', 'Still before the gate');
      await writeIn(bo, free, '4.3.1.2', 'Bo has other things on his mind');
      await answer(bo, note, 'That of whoever runs the cables.');
      await answer(teacher, note, 'Compare the third section.');

      await ann.reload();
      const items = ann.getByRole('main').locator('ul.rows > li');
      await expect.poll(() => items.count()).toBe(2);
      expect(await items.nth(0).innerText()).toContain('Still before the gate');
      expect(await items.nth(0).innerText()).toContain(words.mine_on_desk);
      expect(await items.nth(0).innerText()).toContain(board.board_answers_none);
      const answered = await items.nth(1).innerText();
      expect(answered).toContain('Answers: 2');
      expect(answered).toContain('Tessa Teacher');
      // Classmates go by pseudonyms here; what they wrote themselves is not of this list.
      const all = await ann.getByRole('main').innerText();
      expect(all).not.toContain('Bo Student');
      expect(all).not.toContain('Bo has other things');
      await axe(ann);

      // Of one assignment alone; from the overview as well, where it is counted.
      await ann.locator('#mine-assignment').selectOption({ label: 'Open to all' });
      await ann.getByRole('main').locator('form button').click();
      await ann.waitForURL(`**?assignment=${free}`);
      await expect.poll(() => items.count()).toBe(1);
      await ann.goto(at);
      await ann.getByRole('link', { name: '2 answers to you', exact: true }).click();
      await ann.waitForURL(`**/mine?assignment=${free}`);

      // Into the reader, at the note.
      await items.nth(0).getByRole('link', { name: 'Whose order is meant here?' }).click();
      await ann.waitForURL('**/t/ncss-2016/4.3.1.2**');
      await ann.locator('#thread').getByText('Compare the third section.').first().waitFor();

      // A result says that it is there; its points only once it was opened.
      await ask(teacher, 'POST', `/assignments/${free}/release`, { students: null });
      await ann.goto(`${at}/mine`);
      const section = ann.locator('section[aria-labelledby=results-title]');
      expect(await section.innerText()).not.toContain('10 of 10');
      await section.getByRole('link', { name: words.mine_result_unread, exact: true }).click();
      await ann.getByRole('heading', { name: grading.grade_arithmetic, exact: true }).waitFor();
      await ann.goto(`${at}/mine`);
      await section.getByText('Result: 10 of 10').waitFor();
      await ann.goto(at);
      await ann.getByText('Result: 10 of 10').waitFor();
      await axe(ann);

      // Who teaches has no such list, and cannot ask for a student's.
      const refused = await teacher.request.get(`${at}/mine`, { headers: { accept: 'text/html' } });
      expect(refused.status()).toBe(403);
      await teacher.goto(at);
      expect(await teacher.getByRole('link', { name: words.mine_title, exact: true }).count()).toBe(
        0,
      );
    },
    60_000,
  );
