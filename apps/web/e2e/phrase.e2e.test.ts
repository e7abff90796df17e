import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import common from '../messages/en/common.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import reader from '../messages/en/reader.json' with { type: 'json' };
import words from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { hydrated } from './support/hydrated.ts';
import { wordsIn } from './support/marking.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/3.2.1.3';
const label = notes.write_label.replace('{address}', '3.2.1.3');
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');
const bar = (page: Page) => page.getByRole('region', { name: words.phrase_title });
const stage = (page: Page) => page.getByRole('application', { name: words.phrase_words });
const presses = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFocused = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element === document.activeElement);

async function unfold(page: Page): Promise<void> {
  if (!(await page.getByLabel(label, { exact: true }).isVisible()))
    await page.getByText(notes.write_open.replace('{address}', '3.2.1.3')).first().click();
  await page.getByText(words.words_label).first().click();
}

async function openClause(page: Page): Promise<void> {
  await page.goto(clause);
  await hydrated(page);
  await page.locator('.row.in-focus').focus();
}

journey('a phrase is marked word by word, by keys alone', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Keyboarder');
  await openClause(page);
  await page.keyboard.press('m');
  await stage(page).waitFor();
  await expect.poll(() => selected(page)).toBe('坚持');
  expect(await stage(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await presses(page, 'ArrowRight', 'Shift+ArrowRight');
  expect(await selected(page)).toBe('相互尊重');
  await presses(page, 'Shift+ArrowLeft', 'ArrowLeft');
  expect(await selected(page)).toBe('坚持');
  // Before the first word of a clause the clause before ends.
  await presses(page, 'ArrowLeft');
  expect(await selected(page)).toBe('冲突');
  await presses(page, 'ArrowRight', 'Shift+ArrowRight');
  expect(await selected(page)).toBe('坚持相互');
  await bar(page).getByRole('status').getByText('坚持相互').waitFor();
  await axe(page);
});

journey('the words of both languages make a hinge, by keys alone', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Hinged keys');
  await openClause(page);
  await page.keyboard.press('m');
  await stage(page).waitFor();
  await presses(page, 'Shift+ArrowRight');
  const told = bar(page).getByRole('status');
  await presses(page, 'Shift+ArrowDown', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight');
  expect(await selected(page)).toBe('mutual respect');
  await told.locator('q:lang(zh-Hans)', { hasText: '坚持相互' }).waitFor();
  const kept = () => page.evaluate(() => CSS.highlights.get('phrase-kept')?.size ?? 0);
  expect(await kept()).toBe(1);
  await told.locator('q:lang(en)', { hasText: 'mutual respect' }).waitFor();
  await presses(page, 'Home', 'ArrowLeft');
  await told.getByText(words.phrase_edge).waitFor();
  await presses(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter');
  await expect.poll(() => wordsIn(page, 'en').inputValue()).toBe('mutual respect');
  expect(await wordsIn(page, 'zh-Hans').inputValue()).toBe('坚持相互');
  expect(
    await page.getByLabel(label, { exact: true }).evaluate((e) => e === document.activeElement),
  ).toBe(true);
  await page.keyboard.type('By keys');
  await page.getByRole('button', { name: notes.write_submit, exact: true }).focus();
  await page.keyboard.press('Enter');
  expect(await kept()).toBe(0);
  const thread = page.locator('.thread', { hasText: 'By keys' });
  await thread.locator('q:lang(en)', { hasText: 'mutual respect' }).waitFor();
});

journey('the mode is left by Escape and by Tab, and its buttons do the same', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Leaver');
  await openClause(page);
  await page.keyboard.press('m');
  await stage(page).waitFor();
  await page.keyboard.press('Escape');
  await bar(page).waitFor({ state: 'detached' });
  expect(await isFocused(page, '.row.in-focus')).toBe(true);
  expect(await selected(page)).toBe('');
  await unfold(page);
  await page.getByRole('button', { name: words.phrase_begin }).click();
  await stage(page).waitFor();
  for (const name of [words.phrase_on, words.phrase_more, words.phrase_more, words.phrase_fewer])
    await page.getByRole('button', { name, exact: true }).click();
  expect(await selected(page)).toBe('相互尊重');
  await page.getByRole('button', { name: words.phrase_language, exact: true }).click();
  expect(await selected(page)).toBe('Persist');
  await stage(page).focus();
  for (let n = 0; n < 9; n += 1) await page.keyboard.press('Tab');
  expect(await bar(page).evaluate((group) => group.contains(document.activeElement))).toBe(false);
  await page.getByRole('button', { name: words.phrase_write, exact: true }).click();
  await expect.poll(() => wordsIn(page, 'en').inputValue()).toBe('Persist');
  expect(await wordsIn(page, 'zh-Hans').inputValue()).toBe('');
});

journey(
  'single keys that are switched off mark nothing; the button still does',
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Quiet keys');
    await openClause(page);
    await page.keyboard.press('?');
    await page.getByLabel(reader.keys_switch).uncheck();
    await page.getByRole('dialog').getByRole('button', { name: common.close }).click();
    await page.locator('.row.in-focus').focus();
    await page.keyboard.press('m');
    await unfold(page);
    await page.getByRole('button', { name: words.phrase_begin }).waitFor();
    expect(await bar(page).count()).toBe(0);
    await page.getByRole('button', { name: words.phrase_begin }).click();
    await stage(page).waitFor();
  },
);

journey(
  'Shift and arrows select in the clause that has the focus; Enter writes on it',
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Shifter');
    await openClause(page);
    await presses(page, 'Shift+ArrowRight');
    await expect.poll(() => selected(page)).toBe('坚');
    await presses(page, 'Shift+ArrowRight', 'Control+Shift+ArrowRight');
    await expect.poll(() => selected(page)).toBe('坚持相互');
    await presses(page, 'Shift+ArrowLeft');
    await expect.poll(() => selected(page)).toBe('坚持相');
    await presses(page, 'Control+Shift+ArrowLeft', 'Shift+End');
    await expect.poll(() => selected(page)).toMatch(/^坚持.*。$/);
    await presses(page, 'Shift+Home', 'Control+Shift+ArrowRight');
    await expect.poll(() => selected(page)).toBe('坚持');
    await page
      .getByRole('button', { name: words.words_write.replace('{address}', '3.2.1.3') })
      .waitFor();
    await axe(page);
    expect(await isFocused(page, '.row.in-focus')).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => wordsIn(page, 'zh-Hans').inputValue()).toBe('坚持');
    // Nothing is marked any more: Enter writes on the clause.
    await page.locator('.row.in-focus').focus();
    await page.keyboard.press('Enter');
    expect(
      await page.getByLabel(label, { exact: true }).evaluate((e) => e === document.activeElement),
    ).toBe(true);
  },
);

journey('on a phone a phrase is marked by buttons, above the sheet’s bar', async ({ open }) => {
  const page = await open({ size: { width: 390, height: 844 }, dark: true, language: 'zh-CN' });
  await signUp(page, 'Thumb');
  await page.goto(clause);
  await hydrated(page);
  await page.locator('.row.in-focus').focus();
  await page.keyboard.press('m');
  await page.getByRole('application').waitFor();
  const box = await page.getByRole('application').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await axe(page);
});
