import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import words from '../messages/en/live.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import writing from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { ownSite, type OwnSite } from './support/own-site.ts';
import { signIn, signUp } from './support/people.ts';

let site: OwnSite;
beforeAll(async () => {
  site = await ownSite();
}, 120_000);
afterAll(() => site.remove());

const phrase = 'the common interest of humanity';
const clause = (): string => `${site.origin}/t/ncss-2016/3.2.1.1`;
const noteWith = (page: Page, text: string) =>
  page.locator('.note').filter({ hasText: text }).first();
const replyTo = (page: Page, name: string) =>
  page.getByLabel(notes.reply_label.replace('{name}', name));

/** The name of what has the focus: by its label, else by its words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const labels = at instanceof HTMLTextAreaElement ? [...at.labels] : [];
    return (labels[0] ?? at)?.textContent.trim();
  });

/** Goes by Tab, as one without a mouse does, to what has this name. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press(key);
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab does not come to “${name}” from “${(await focused(page)) ?? ''}”`);
}

const isIn = (page: Page, label: string) =>
  expect.poll(() => focused(page), { timeout: 10_000 }).toBe(label);

/** What the browser itself holds of half-written texts. */
const held = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

describe('two people talk about one phrase', () => {
  journey(
    'one by keyboard, one on a phone; the server dies in mid-sentence, and both go on',
    async ({ open, browser }) => {
      const ada = await open({ outage: true });
      const phone = { size: { width: 390, height: 844 }, outage: true };
      const ben = await open(phone);
      await signUp(ada, 'Ada Keys', site);
      const member = await signUp(ben, 'Ben Phone', site);

      // Ada points at words by name: nothing here needs a mouse.
      await ada.goto(clause());
      let loads = 1;
      ada.on('load', () => (loads += 1));
      await ada.locator('.row .address[tabindex="-1"]').first().waitFor();
      await ada.locator('#c-3-2-1-1').focus();
      await ada.keyboard.press('Enter');
      await isIn(ada, notes.write_label.replace('{address}', '3.2.1.1'));
      await ada.keyboard.type('Whose interest');
      await tabTo(ada, writing.words_label, 'Shift+Tab');
      await ada.keyboard.press('Enter');
      const english = ada.locator('label', { has: ada.locator('span[lang=en]') }).first();
      await tabTo(ada, (await english.textContent())?.trim() ?? '');
      await ada.keyboard.type(phrase);
      await tabTo(ada, notes.write_submit);
      await ben.goto(`${clause()}#thread`);
      await ada.keyboard.press('Enter');
      await noteWith(ada, 'Whose interest').waitFor();

      // Ben sees it come, with the words it is about, and begins to answer.
      const question = noteWith(ben, 'Whose interest');
      await question.waitFor({ timeout: 5_000 });
      await ben.locator('.thread', { hasText: phrase }).waitFor();
      await question.getByRole('link', { name: notes.note_reply }).click();
      const answer = replyTo(ben, 'Ada Keys');
      await answer.pressSequentially('Everybody’s, or so ');
      await ada.getByText(words.live_writing).waitFor();
      await tabTo(ada, notes.note_reply);
      await ada.keyboard.press('Enter');
      await isIn(ada, notes.reply_label.replace('{name}', 'Ada Keys'));
      await ada.keyboard.type('I ask because ');
      await ben.getByText(notes.draft_saved).first().waitFor();

      await site.end('SIGKILL');
      await answer.pressSequentially('it says');
      await ada.keyboard.type('the next clause ');
      await ben.getByText(words.live_offline).waitFor({ timeout: 20_000 });
      await ada.getByText(notes.draft_offline).first().waitFor({ timeout: 20_000 });
      expect(await held(ben)).toContain('Everybody’s, or so it says');
      expect(await held(ada)).toContain('I ask because the next clause ');
      await axe(ben);
      await ben.getByRole('button', { name: words.live_dismiss }).click();
      await ben.getByText(words.live_offline).waitFor({ state: 'detached' });

      // Sent into the void: it says so, and the words stay.
      await ben.getByRole('button', { name: notes.reply_submit, exact: true }).click();
      await ben.getByText(notes.form_unsent).waitFor();
      expect(await answer.inputValue()).toBe('Everybody’s, or so it says');

      await site.startAgain();
      await ada.keyboard.type('names nobody');
      await ada.getByText(notes.draft_saved).first().waitFor({ timeout: 30_000 });
      expect(await replyTo(ada, 'Ada Keys').inputValue()).toBe(
        'I ask because the next clause names nobody',
      );
      await ben.getByRole('button', { name: notes.reply_submit, exact: true }).click();
      await noteWith(ben, 'Everybody’s, or so it says').waitFor();
      // The stream goes on where it was: what was said before it was open again is told.
      await noteWith(ada, 'Everybody’s, or so it says').waitFor({ timeout: 15_000 });
      await tabTo(ada, notes.reply_submit);
      await ada.keyboard.press('Enter');
      await noteWith(ben, 'names nobody').waitFor({ timeout: 15_000 });

      // Once more, in order this time, with a half-written answer on a page that is then closed.
      await noteWith(ben, 'names nobody').getByRole('link', { name: notes.note_reply }).click();
      await replyTo(ben, 'Ada Keys').last().pressSequentially('Then look at 3.2.1.2');
      await ben.getByText(notes.draft_saved).first().waitFor();
      await site.end('SIGTERM');
      await ben.close();
      await site.startAgain();
      const later = await open(phone);
      await signIn(later, member, site);
      await later.goto(`${clause()}#thread`);
      const again = noteWith(later, 'names nobody');
      // Another browser: it has nothing but what the server kept.
      await again.getByRole('link', { name: notes.note_reply }).click();
      await expect
        .poll(() => replyTo(later, 'Ada Keys').last().inputValue())
        .toBe('Then look at 3.2.1.2');
      await later.getByRole('button', { name: notes.reply_submit, exact: true }).click();
      await noteWith(ada, 'Then look at 3.2.1.2').waitFor({ timeout: 15_000 });

      // Everything acknowledged is there, once, in its order; Ada’s page was never loaded anew.
      const fresh = await (await browser.newContext()).newPage();
      await fresh.goto(clause());
      const said = await fresh.locator('.note .text').allInnerTexts();
      expect(said.map((text) => text.trim())).toEqual([
        'Whose interest',
        'Everybody’s, or so it says',
        'I ask because the next clause names nobody',
        'Then look at 3.2.1.2',
      ]);
      await fresh.context().close();
      expect(loads).toBe(1);
    },
    180_000,
  );
});
