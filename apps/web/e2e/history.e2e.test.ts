import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, write } from './support/notes.ts';
import { administrator, signUp } from './support/people.ts';
import { origin } from './support/site.ts';

const mark = () => Math.random().toString(36).slice(2, 8);
const fill = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

/** A note of the person who is signed in, edited once for each further body. */
async function edited(page: Page, [first, ...later]: readonly [string, ...string[]]) {
  const id = await rootOf(page, await write(page, { target: '4.3.1.2', body: first }));
  for (const [n, body] of later.entries()) {
    const saved = await page.request.put(`${origin}/api/annotations/${id}`, {
      headers: { origin },
      data: { body, version: n + 1, seen: ['zh-cac:1.0.0'] },
    });
    expect(saved.status()).toBe(200);
  }
  return id;
}

/** What stands under one version. */
const version = (page: Page, number: number) => page.locator(`#r-${String(number)}`);

describe.each([true, false])('the words of one version (script: %s)', (script) => {
  journey('are withdrawn by their author, and the history goes round them', async ({ open }) => {
    const page = await open({ script });
    const id = mark();
    await signUp(page, `Wilma ${id}`);
    const note = await edited(page, [`first ${id}`, `slip of ${id}`, `third ${id}`]);
    await page.goto(`/n/${note}/history`);
    await version(page, 3).getByText(notes.history_current).waitFor();
    expect(await version(page, 3).getByRole('link').count()).toBe(0);

    const link = fill(notes.withdraw_link, { number: '2' });
    await page.getByRole('link', { name: link }).click();
    await page.getByText(`slip of ${id}`).waitFor();
    expect(await page.getByLabel(notes.reason_label).count()).toBe(0);
    await axe(page);
    await page.getByRole('button', { name: notes.withdraw_submit }).click();

    await page.waitForURL(`**/n/${note}/history#r-2`);
    const [before] = notes.history_withdrawn_author.split('{time}');
    await version(page, 2)
      .getByText(before ?? '')
      .waitFor();
    expect(await page.locator('main').innerText()).not.toContain('slip');
    await version(page, 3)
      .getByText(fill(notes.history_changes, { number: '1' }))
      .click();
    expect(await version(page, 3).locator('del').innerText()).toContain('first');
    expect(await version(page, 3).locator('ins').innerText()).toContain('third');
    await axe(page);
  });

  journey('are withdrawn by a moderator, who says why', async ({ open, browser }) => {
    const page = await open({ script });
    const id = mark();
    await signUp(page, `Nora ${id}`);
    const note = await edited(page, [`names a neighbour ${id}`, `names nobody ${id}`]);

    const keeper = await administrator(browser);
    await keeper.goto(`/n/${note}/history`);
    await keeper.getByRole('link', { name: fill(notes.withdraw_link, { number: '1' }) }).click();
    await keeper.getByLabel(notes.reason_label).fill(`A private person ${id}`);
    await keeper.getByRole('button', { name: notes.withdraw_submit }).click();
    await keeper.waitForURL(`**/n/${note}/history#r-1`);

    await page.goto(`/n/${note}/history`);
    await version(page, 1).getByText(`A private person ${id}`).waitFor();
    const visitor = await open({ script });
    await visitor.goto(`/n/${note}/history`);
    const [before] = notes.history_withdrawn_staff.split('{time}');
    await version(visitor, 1)
      .getByText(before ?? '')
      .waitFor();
    const told = await visitor.locator('main').innerText();
    expect(told).not.toContain('neighbour');
    expect(told).not.toContain('A private person');
    expect(await visitor.locator('main ol').getByRole('link').count()).toBe(0);
  });
});
