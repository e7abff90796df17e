import type { CasePage, ViewerView } from '@glossator/contract';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { holdAlways } from '../../standalone/src/check/hold-always.ts';
import en from '../messages/en/queue.json' with { type: 'json' };
import zh from '../messages/zh-Hans/queue.json' with { type: 'json' };
import reader from '../messages/en/reader.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey, type Open } from './support/journey.ts';
import { write } from './support/notes.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';
import { appoint } from './support/sanctions.ts';
import { origin, theSite } from './support/site.ts';

const phone = { width: 390, height: 844 };

const idOf = async (page: Page): Promise<string> => {
  const answer = await page.request.get(`${origin}/api/session`);
  return ((await answer.json()) as ViewerView).person?.id ?? '';
};

/** Somebody whose notes wait, whatever this site does with those of others. */
async function heldAuthor(browser: Browser, open: Open, name: string) {
  const page = await open();
  await signUp(page, name);
  const id = await idOf(page);
  await holdAlways(theSite.ownerUrl, id, await idOf(await administrator(browser)));
  return { page, id, write: (body: string) => write(page, { target: '4.3.1.2', body }) };
}

const rows = (page: Page) => page.locator('a[data-case]');
const heading = (page: Page) => page.locator('#case-title');

journey.for([
  { words: en, visit: { language: 'en', script: true } },
  { words: zh, visit: { language: 'zh-CN', script: false, dark: true, size: phone } },
] as const)(
  'a moderator empties the queue, and takes the last decision back ($visit)',
  async ({ words, visit }, { browser, open }) => {
    const author = await heldAuthor(browser, open, `Waiting ${visit.language}`);
    for (const body of ['The first waits.', 'The second waits.', 'Buy a boat.'])
      await author.write(body);
    const page = await open(visit);
    await signIn(page, theAdministrator);
    // The account speaks English; this browser asks for its own language.
    const locale = visit.language === 'en' ? 'en' : 'zh-Hans';
    await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url: origin }]);
    await page.goto(`/moderation?author=${author.id}`);
    expect(await rows(page).count()).toBe(3);
    await axe(page);

    await rows(page).first().click();
    await heading(page).waitFor();
    await page.locator('.note').getByText('The first waits.').waitFor();
    await axe(page);
    await page.getByRole('button', { name: words.queue_approve, exact: true }).click();
    await page.locator('.note').getByText('The second waits.').waitFor();
    expect(await page.locator('.recent form').count()).toBeGreaterThan(0);

    // Adverse without a reason: nothing happens, and what was typed is there.
    await page.locator('#decide-words').fill('What is waiting for what?');
    await page.getByRole('button', { name: words.queue_return, exact: true }).click();
    await page.locator('#decide [role=alert]').waitFor();
    expect(await page.locator('#decide-words').inputValue()).toBe('What is waiting for what?');
    await axe(page);
    await page.locator('#decide-reason').selectOption('unclear');
    await page.getByRole('button', { name: words.queue_ready_use, exact: true }).click();
    await expect
      .poll(() => page.locator('#decide-words').inputValue())
      .toMatch(/^What is waiting for what\?\n\nIt cannot be understood/);
    await page.getByRole('button', { name: words.queue_return, exact: true }).click();
    await page.locator('.note').getByText('Buy a boat.').waitFor();
    await page.locator('#decide-reason').selectOption('spam');
    await page.getByRole('button', { name: words.queue_refuse, exact: true }).click();
    await page.getByText(words.queue_none_here).waitFor();
    await axe(page);

    await page.locator('.recent form button').first().click();
    await page.locator('.note').getByText('Buy a boat.').waitFor();
    await page.locator('#decide').waitFor();
    const left = await page.request.get(`${origin}/api/moderation/cases?author=${author.id}`);
    expect(((await left.json()) as CasePage).items).toHaveLength(1);
  },
);

journey(
  'who decides second is told what the first decided, and keeps their words',
  async ({ browser, open }) => {
    const author = await heldAuthor(browser, open, 'Raced');
    await author.write('Two look at this.');
    const first = await open();
    const second = await open({ script: false });
    const third = await open();
    const other = await signUp(third, 'Told at once');
    await appoint(await administrator(browser), other);
    for (const page of [first, second, third]) {
      if (page !== third) await signIn(page, theAdministrator);
      await page.goto(`/moderation?author=${author.id}`);
      await rows(page).first().click();
      await page.locator('#decide').waitFor();
    }
    // Whoever comes to what somebody looks at is told so, and may decide all the same.
    await third
      .locator('#decide')
      .getByText(en.queue_claim_warning.replace('{name}', theAdministrator.name))
      .waitFor();
    for (const page of [second, third]) {
      await page.locator('#decide-reason').selectOption('unclear');
      await page.locator('#decide-words').fill('My careful words.');
    }
    await first.getByRole('button', { name: en.queue_approve, exact: true }).click();
    await first.getByText(en.queue_none_here).waitFor();
    await second.getByRole('button', { name: en.queue_refuse, exact: true }).click();
    await second.getByText(problems.problem_case_decided).waitFor();
    expect(await second.getByLabel(en.queue_unsent).inputValue()).toBe('My careful words.');
    await axe(second);
    // With script it is said before anything is sent.
    const outcome = third.locator('.outcome [role=alert]');
    await outcome.getByText(theAdministrator.name).waitFor();
    expect(await third.locator('#decide').count()).toBe(0);
    expect(await third.getByLabel(en.queue_unsent).inputValue()).toBe('My careful words.');
    expect(await third.evaluate(() => document.activeElement?.id)).toBe('case-title');
    await axe(third);
  },
);

journey(
  'who decides is led past what somebody else looks at, and has the next one claimed',
  async ({ browser, open }) => {
    const author = await heldAuthor(browser, open, 'Led past');
    for (const body of ['Decided first.', 'Looked at.', 'Free to take.']) await author.write(body);
    const list = `/moderation?author=${author.id}`;
    const first = await open({ script: false });
    await signIn(first, theAdministrator);
    await first.goto(list);
    await rows(first).first().click();
    await first.locator('#decide').waitFor();
    // Since that page was made somebody else has come to what follows.
    const other = await open();
    await appoint(await administrator(browser), await signUp(other, 'Looks at it'));
    await other.goto(list);
    await rows(other).nth(1).click();
    await other.locator('#claim').getByText(en.queue_unclaim).waitFor();
    await first.getByRole('button', { name: en.queue_approve, exact: true }).click();
    await first.locator('.note').getByText('Free to take.').waitFor();
    await other.goto(list);
    await rows(other)
      .filter({ hasText: 'Free to take.' })
      .getByText(`${theAdministrator.name} looks at it`)
      .waitFor();
  },
);

journey(
  'the list hears of what comes; keys go through it and decide',
  async ({ browser, open }) => {
    const author = await heldAuthor(browser, open, 'Heard');
    await author.write('There already.');
    const page = await open();
    await signIn(page, theAdministrator);
    await page.goto(`/moderation?author=${author.id}`);
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: reader.keys_title, exact: true }).waitFor();
    await author.write('Comes later.');
    const fresh = page.locator('.fresh button');
    await fresh.waitFor();
    expect(await rows(page).count()).toBe(1);
    await fresh.click();
    await expect.poll(() => rows(page).count()).toBe(2);

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.note').getByText('Comes later.').waitFor();
    await expect
      .poll(async () => {
        const answer = await page.request.get(`${origin}/api/moderation/cases?claimed=me`);
        return ((await answer.json()) as CasePage).items.map(({ note }) => note.body);
      })
      .toContain('Comes later.');
    await page.keyboard.press('k');
    await page.locator('.note').getByText('There already.').waitFor();
    // Without a reason the key asks for one, and decides nothing.
    await page.keyboard.press('d');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('decide-reason');
    await page.locator('h1').focus();
    await page.keyboard.press('a');
    await page.locator('.note').getByText('Comes later.').waitFor();
    await page.locator('h1').focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await axe(page);
  },
);
