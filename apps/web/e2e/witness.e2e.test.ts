import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import reader from '../messages/en/reader.json' with { type: 'json' };
import words from '../messages/en/witness.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';

/** A link by its whole name, followed. */
async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
}

describe.each([{ script: false }, { script: true }])('script: $script', ({ script }) => {
  journey('a scholar learns what is missing from the English and why', async ({ open }) => {
    const page = await open({ script });
    await page.goto('/t/ncss-2016');
    await follow(page, words.app_link);
    await page.getByRole('heading', { level: 1, name: words.app_title }).waitFor();
    await page.getByLabel(words.app_edition, { exact: true }).selectOption('en-creemers');
    await page.getByLabel(words.app_kind, { exact: true }).selectOption('gap');
    await page.getByRole('button', { name: words.app_filter }).click();
    await page.waitForURL(/kind=gap/u);
    const rows = page.locator('.rows > li');
    expect(await rows.count()).toBe(5);
    await rows.first().getByRole('link', { name: /G1$/u }).click();
    await page.waitForURL(/\/app\/en-creemers\/G1$/u);
    const text = await page.locator('main').innerText();
    expect(text).toContain('One printed page is missing');
    expect(text).toContain(reader.entry_evidence);
    expect(text).toContain('The printed numerals jump from IV to (5).');
    expect(text).toContain('about 683 words');
    // What stood there is at hand in the other language.
    expect(text).toContain('坚定捍卫网络空间主权');
    await axe(page);
  });

  journey('and what the copy said at a clause, down to one character', async ({ open }) => {
    const page = await open({ script });
    await page.goto('/t/ncss-2016/4.7.1.1');
    await follow(page, words.witness_here);
    await page.waitForURL(/witness#c-4-7-1-1$/u);
    const clause = page.locator('#en-creemers-4-7-1-1');
    expect(await clause.innerText()).toContain('in a comprehensive manner');
    // The notice that took its place is there, and is said to be no text.
    const line = page.locator('.line').filter({ has: clause });
    expect(await line.locator('.cookie-notice').innerText()).toContain('This site uses cookies');
    await page.locator('#p-5').getByText(words.witness_trust).click();

    const form = page.getByRole('complementary');
    await form.getByLabel(words.trace_edition).selectOption('zh-cac');
    await form.getByLabel(words.trace_clause, { exact: true }).fill('1.1.0');
    await form.getByLabel(words.trace_which, { exact: true }).fill('1');
    await form.getByRole('button', { name: words.trace_submit }).click();
    await page.waitForURL(/witness\/trace/u);
    const chain = await page.locator('.chain').innerText();
    expect(chain).toContain('“(一) ” became “（一）”');
    expect(chain).toContain('Line 155, column 7');
    expect(chain).toContain('a98fcf1b970edfde7a6e2f5f43b04ed1919217dde9f28da24591112c896b1a7d');
    expect(await page.locator('mark').innerText()).toContain('(');
    await axe(page);
    // And back at the same clause.
    await follow(page, words.trace_open_clause);
    await page.waitForURL(/\/t\/ncss-2016\/1\.1\.0$/u);
  });
});

journey('words that are not there are said to be so, and stay in the form', async ({ open }) => {
  const page = await open({ script: false });
  await page.goto('/t/ncss-2016/witness/trace?edition=zh-cac&at=1.1.0&c=nowhere');
  await page.getByText(words.trace_no_words).waitFor();
  expect(await page.getByLabel(words.trace_which, { exact: true }).inputValue()).toBe('nowhere');
  await axe(page);
});

journey('a click and the arrow keys follow a character where it stands', async ({ open }) => {
  const page = await open({ size: { width: 1280, height: 900 } });
  await page.goto('/t/ncss-2016/witness');
  const matter = page.locator('#p-6 .matter[role=group]');
  await matter.waitFor();
  await matter.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('status').filter({ hasText: 'line 133, column 2' }).waitFor();
  await page.keyboard.press('Enter');
  const chain = page.locator('.chain').first();
  await chain.getByText('Line 133, column 2').waitFor();
  await page.keyboard.press('Escape');
  expect(await matter.evaluate((node) => node === document.activeElement)).toBe(true);

  const notice = page.locator('#p-1 .cookie-notice [data-column]').first();
  await notice.scrollIntoViewIfNeeded();
  await notice.click({ position: { x: 6, y: 8 } });
  await chain.getByText(words.trace_kind_set_aside, { exact: false }).waitFor();
  expect(await chain.innerText()).toContain('Line 29');
});
