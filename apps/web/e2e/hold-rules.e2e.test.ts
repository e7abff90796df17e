import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import en from '../messages/en/hold-rules.json' with { type: 'json' };
import zh from '../messages/zh-Hans/hold-rules.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';

/* Rules of parts that are taken away again, and lists that hold nothing while notes are published. */

const home = '/moderation/rules/ncss-2016';
const filled = (text: string, values: Record<string, string>): string =>
  Object.entries(values).reduce((all, [key, value]) => all.replace(`{${key}}`, value), text);

/** What a text would meet at a part; the verdict on the one before stands until then. */
async function tries(page: Page, body: string, address: string, verdict: string): Promise<void> {
  await page.locator('#try-body').fill(body);
  await page.locator('#try-address').fill(address);
  await page.locator('#try button').click();
  await page.locator('#verdict').filter({ hasText: verdict }).waitFor();
}

journey('nobody else learns of rules and lists', async ({ open }) => {
  const visitor = await open();
  await visitor.goto(home);
  expect(new URL(visitor.url()).pathname).toBe('/sign-in');
  const member = await open();
  await signUp(member, 'Ruleless');
  const unknown = await member.goto('/moderationx');
  for (const path of ['/moderation/rules', home, `${home}/lists/new`])
    expect((await member.goto(path))?.status(), path).toBe(unknown?.status());
});

describe.each([
  { script: true, words: en, language: 'en', size: { width: 1280, height: 800 }, part: '4.9' },
  { script: false, words: en, language: 'en', size: { width: 390, height: 844 }, part: '4.8' },
  { script: true, words: zh, language: 'zh-CN', size: { width: 390, height: 844 }, part: '4.7' },
] as const)(
  'who keeps a work (script: $script, $language)',
  ({ script, words, language, size, part }) => {
    journey('says which notes wait there', async ({ browser, open }) => {
      await administrator(browser);
      const page = await open({ script, language, size });
      await signIn(page, theAdministrator);
      // The person's language, which they may have set, is chosen for this browser alone.
      await page.context().addCookies([
        {
          name: 'PARAGLIDE_LOCALE',
          value: words === zh ? 'zh-Hans' : 'en',
          url: new URL(page.url()).origin,
        },
      ]);
      await page.goto('/moderation/rules');
      await axe(page);
      await page.locator(`main a[href="${home}"]`).click();
      await page.getByRole('heading', { level: 2, name: words.rules_whole }).waitFor();

      await page.locator('details:has(#rule-new) > summary').click();
      const fresh = page.locator('#rule-new');
      await fresh.locator('[name=address]').fill('99.9');
      await fresh.locator('[value=hold-all]').check();
      await fresh.locator('[name=maxLinks]').fill('lots');
      await fresh.locator('button').click();
      await fresh.locator('[role=alert]').waitFor();
      // What was typed is still there, the mistake is named at its field.
      expect(await fresh.locator('[name=address]').inputValue()).toBe('99.9');
      expect(await fresh.locator('[value=hold-all]').isChecked()).toBe(true);
      expect(await fresh.locator('#rule-new-maxLinks').inputValue()).toBe('lots');
      expect(await fresh.locator('#rule-new-maxLinks-error').innerText()).toBe(
        filled(words.rules_between, { min: '0', max: '1000' }),
      );
      await axe(page);
      await fresh.locator('[name=maxLinks]').fill('1');
      await fresh.locator('button').click();
      await fresh.locator('#rule-new-address-error').waitFor();
      await fresh.locator('[name=address]').fill(part);
      await fresh.locator('button').click();
      await page.getByText(words.rules_done_rule).waitFor();
      const title = filled(words.rules_part, { part, mode: words.rules_mode_all });
      await page.locator('summary', { hasText: title }).waitFor();

      await page.getByRole('link', { name: words.rules_list_add }).click();
      await page.locator('#save-name').fill('Adverts <b>');
      await page.locator('#save-pasted').fill('casino\n???\n赌场');
      await page.getByLabel(words.rules_list_is_told).check();
      await page.locator('#save button').click();
      const problem = { line: '2', text: '???', what: words.rules_problem_no_letters };
      await page.getByText(filled(words.rules_line_of, problem)).waitFor();
      expect(await page.locator('#save-pasted').inputValue()).toBe('casino\n???\n赌场');
      expect(await page.getByLabel(words.rules_list_is_told).isChecked()).toBe(true);
      await axe(page);
      await page.locator('#save-pasted').fill('casino # why\n赌场');
      await page.locator('#save button').click();
      await page.getByText(words.rules_done_list).waitFor();

      await tries(page, 'Who decides?', part, words.rules_seen_all);
      const seen = filled(words.rules_seen_word, { word: '赌场', list: 'Adverts <b>' });
      await tries(page, 'Come to the 賭 場', part, seen);
      await axe(page);

      await page.getByRole('link', { name: 'Adverts <b>' }).click();
      expect(await page.locator('#save-pasted').inputValue()).toBe('casino\n赌场');
      await page.locator('#drop button').click();
      await page.getByText(words.rules_done_list_gone).waitFor();
      await page.locator('summary', { hasText: title }).click();
      await page.locator(`[id="drop-${part}"] button`).click();
      await page.getByText(words.rules_done_gone).waitFor();
      expect(await page.locator('summary', { hasText: title }).count()).toBe(0);
    });
  },
);

journey('of two who change a rule, one sees what the other did', async ({ browser, open }) => {
  await administrator(browser);
  const [one, other] = [await open(), await open()];
  for (const page of [one, other]) {
    await signIn(page, theAdministrator);
    await page.goto(home);
  }
  const links = (page: Page) => page.locator('#rule-whole-newcomerLinks');
  await links(one).fill('4');
  await one.locator('#rule-whole button').click();
  await one.getByText(en.rules_done_rule).waitFor();
  await links(other).fill('9');
  await other.locator('#rule-whole button').click();
  await other.locator('#rule-whole [role=alert]').waitFor();
  expect(await links(other).inputValue()).toBe('9');
  // Having seen that, they may still have their way.
  await other.locator('#rule-whole button').click();
  await other.getByText(en.rules_done_rule).waitFor();
  await other.reload();
  expect(await links(other).inputValue()).toBe('9');
});
