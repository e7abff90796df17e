import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/term-ledger.json' with { type: 'json' };
import chinese from '../messages/zh-Hans/term-ledger.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import writing from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const term = '统筹';
const work = '/t/ncss-2016';
const row = `${work}/terms/${encodeURIComponent(term)}`;
const onTerm = writing.target_term.replace('{term}', term);
const phone = { width: 390, height: 844 };

const arrive = (page: Page, path: string) =>
  page.waitForURL(({ pathname }) => decodeURIComponent(pathname) === decodeURIComponent(path));
const inMain = (page: Page, name: string | RegExp): Locator =>
  page
    .getByRole('main')
    .getByRole('link', typeof name === 'string' ? { name, exact: true } : { name })
    .first();

for (const script of [true, false])
  journey(
    `a word of the text leads to its row, the row back to the text, and is talked about (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      const checked = async () => {
        if (script) await axe(page);
      };
      await signUp(page, 'Tara Terms');
      await page.goto(`${work}/4.7.1.1`);
      await page.getByRole('link', { name: term, exact: true }).first().click();
      await arrive(page, row);
      await page.getByRole('heading', { level: 1, name: term }).waitFor();
      // Which words stand for it, each with its places and what is around it.
      const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
      expect(headings.filter((heading) => /comprehensively handle/.test(heading))).toHaveLength(1);
      expect(await page.getByRole('main').locator('li mark:lang(zh)').allInnerTexts()).toEqual([
        ...[term, term, term, term],
      ]);
      await checked();

      const places = page.getByRole('main').locator(`li > a[href^="${work}/"]`);
      const [first = ''] = await places.evaluateAll((all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      await places.first().click();
      await arrive(page, first);
      await page.getByRole('link', { name: term, exact: true }).first().click();
      await arrive(page, row);

      const body = `Four words for one. ${randomUUID()}`;
      await inMain(page, new RegExp(`^Write about ${term} at 4\\.7\\.1\\.1$`)).click();
      const form = page.locator('#write form').first();
      await form.getByRole('link', { name: onTerm }).waitFor();
      await checked();
      await form.locator('textarea[name=body]').fill(body);
      await form.getByRole('button', { name: notes.write_submit, exact: true }).click();
      const thread = page.locator('#thread .thread', { hasText: body });
      await thread.waitFor();
      await thread.getByRole('link', { name: onTerm }).click();
      await arrive(page, row);
      await page.getByText(body).waitFor();
      await checked();

      const visitor = await open({ script });
      await visitor.goto(row);
      await visitor.locator('li', { hasText: body }).first().waitFor();
    },
    180_000,
  );

/** Goes on with the Tab key until a link has the focus, and follows it. */
async function follow(page: Page, link: Locator): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error('the link cannot be reached by keyboard');
}

journey('by keyboard alone from the ledger to a row, and from it to a clause', async ({ open }) => {
  const page = await open();
  await page.goto(`${work}/terms?at=4.7.1.1`);
  await follow(page, inMain(page, term));
  await arrive(page, row);
  await page.getByRole('heading', { level: 1, name: term }).waitFor();
  await follow(page, page.getByRole('main').locator(`li > a[href="${work}/3.4.0"]`).first());
  await arrive(page, `${work}/3.4.0`);
});

journey('on a phone, in Chinese, dark, ledger and row fit', async ({ open }) => {
  const page = await open({ language: 'zh-CN', dark: true, size: phone });
  for (const [path, heading] of [
    [`${work}/terms`, chinese.terms_of.split('{')[0] ?? ''],
    [row, term],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await axe(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(phone.width);
  }
});

journey('a term that is in no ledger is told so', async ({ open }) => {
  const page = await open();
  const answer = await page.goto(`${work}/terms/${encodeURIComponent('不存在')}`);
  expect(answer?.status()).toBe(404);
  expect(await page.getByText(words.terms_column_strip).count()).toBe(0);
});
