import { describe, expect } from 'vitest';
import flagsEn from '../messages/en/flags.json' with { type: 'json' };
import notesEn from '../messages/en/notes.json' with { type: 'json' };
import queueEn from '../messages/en/queue.json' with { type: 'json' };
import flagsZh from '../messages/zh-Hans/flags.json' with { type: 'json' };
import notesZh from '../messages/zh-Hans/notes.json' with { type: 'json' };
import queueZh from '../messages/zh-Hans/queue.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, write } from './support/notes.ts';
import { administrator, signUp } from './support/people.ts';
import { appoint } from './support/sanctions.ts';

const clause = '3.4.1.4';
const phone = { width: 390, height: 844 };

describe.each([
  {
    script: false,
    language: 'en',
    how: 'without JavaScript, in English',
    notes: notesEn,
    queue: queueEn,
    flags: flagsEn,
    said: 'It names a neighbour.',
    answer: 'The neighbour agreed to be named.',
  },
  {
    script: true,
    language: 'zh-CN',
    how: 'with JavaScript, in Chinese',
    notes: notesZh,
    queue: queueZh,
    flags: flagsZh,
    said: '其中提到了无关的人。',
    answer: '那位邻居同意我写出名字。',
  },
] as const)('$how', ({ script, language, notes, queue, flags, said, answer }) => {
  journey(
    'a moderator takes a note away by hand, thinks again, and does it; its author appeals and wins',
    async ({ browser, open }) => {
      const keeper = await administrator(browser);
      const author = await open({ script, language, size: phone, dark: script });
      await signUp(author, `Named ${String(script)}`);
      const body = `It was the neighbour ${String(script)}`;
      const note = await rootOf(author, await write(author, { target: clause, body }));
      const staff = await open({ script, language });
      await appoint(keeper, await signUp(staff, `Hand ${String(script)}`));

      const hide = async () => {
        await staff.goto(`/n/${note}/hide`);
        await axe(staff);
        await staff.locator('select[name=code]').selectOption('personal-data');
        await staff.locator('textarea[name=reason]').fill(said);
        await staff.getByRole('button', { name: notes.hide_submit, exact: true }).click();
        await staff.waitForURL(/\/t\//u);
      };
      await hide();
      await staff.goto('/moderation');
      await staff.locator('.recent form button').waitFor();
      await axe(staff);
      await staff.locator('.recent form button').click();
      await staff.locator('.recent form button').waitFor({ state: 'detached' });
      const reader = await open();
      await reader.goto(`/n/${note}`);
      await reader.locator(`#n-${note}`).getByText(body).waitFor();
      await hide();
      await reader.goto(`/n/${note}`);
      expect(await reader.locator(`#n-${note}`).innerText()).not.toContain(body);

      await author.goto(`/n/${note}`);
      await author.locator(`#n-${note}`).getByText(said).waitFor();
      await axe(author);
      await author.goto(`/n/${note}/appeal`);
      await author.getByText(said).waitFor();
      await axe(author);
      expect(await author.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        phone.width,
      );
      await author.getByLabel(flags.appeal_words).fill(answer);
      await author.locator('#appeal button').click();
      await author.locator('[data-said]').waitFor();

      const other = await open({ script, language });
      await appoint(keeper, await signUp(other, `Other ${String(script)}`));
      await other.goto('/moderation?kind=appeal');
      await other.locator('a[data-case]', { hasText: `Named ${String(script)}` }).click();
      await other.locator('#case-title').waitFor();
      await other.getByText(answer).waitFor();
      await axe(other);
      await other.getByRole('button', { name: queue.queue_overturn, exact: true }).click();
      await other.locator('.recent form button').waitFor();
      await reader.goto(`/n/${note}`);
      await reader.locator(`#n-${note}`).getByText(body).waitFor();
    },
  );
});
