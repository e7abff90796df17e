import type { CasePage, ViewerView } from '@glossator/contract';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { holdAlways } from '../../standalone/src/check/hold-always.ts';
import enQueue from '../messages/en/queue.json' with { type: 'json' };
import zhQueue from '../messages/zh-Hans/queue.json' with { type: 'json' };
import en from '../messages/en/together.json' with { type: 'json' };
import zh from '../messages/zh-Hans/together.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey, type Open, type Visit } from './support/journey.ts';
import { write } from './support/notes.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';
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
  return { id, write: (body: string) => write(page, { target: '4.3.1.2', body }) };
}

/** Somebody else who decides, appointed for all works. */
async function secondModerator(browser: Browser, open: Open): Promise<Page> {
  const page = await open();
  const { email } = await signUp(page, 'Second Moderator');
  const admin = await administrator(browser);
  const answer = await admin.request.post(`${origin}/api/moderators`, {
    headers: { origin },
    data: { who: email, work: null },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return page;
}

async function moderate(open: Open, visit: Visit): Promise<Page> {
  const page = await open(visit);
  await signIn(page, theAdministrator);
  const locale = visit.language === 'en' ? 'en' : 'zh-Hans';
  await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url: origin }]);
  return page;
}

const casesOf = async (page: Page, query: string): Promise<CasePage['items']> => {
  const answer = await page.request.get(`${origin}/api/moderation/cases?${query}`);
  return ((await answer.json()) as CasePage).items;
};
const boxes = (page: Page) => page.locator('[data-choose]');

journey.for([
  { words: en, queue: enQueue, visit: { language: 'en', script: true } },
  {
    words: zh,
    queue: zhQueue,
    visit: { language: 'zh-CN', script: false, dark: true, size: phone },
  },
] as const)(
  'many are decided together: tried, confirmed, one lost to somebody else, and undone ($visit)',
  async ({ words, queue, visit }, { browser, open }) => {
    const author = await heldAuthor(browser, open, `Many ${visit.language}`);
    for (const body of ['The first of four.', 'A second one.', 'Number three.', 'Last of all.'])
      await author.write(body);
    const second = await secondModerator(browser, open);
    const page = await moderate(open, visit);
    await page.goto(`/moderation?author=${author.id}`);
    expect(await boxes(page).count()).toBe(4);
    await axe(page);

    // Nothing chosen says so, and leads back.
    await page.locator('[data-together]').click();
    await page.getByText(words.together_none).waitFor();
    await page.getByText(words.together_back).click();

    await page.getByText(words.together_choose_page, { exact: true }).click();
    await page.getByText(words.together_choose_none, { exact: true }).waitFor();
    expect(await page.locator('[data-choose]:checked').count()).toBe(4);
    await page.locator('[data-together]').click();
    await page.locator('#batch').waitFor();
    expect(await page.locator('[data-row]').count()).toBe(4);
    await axe(page);

    // Somebody says that they look at the last.
    const [first, , third, last] = await casesOf(page, `author=${author.id}`);
    const claimed = await second.request.put(
      `${origin}/api/moderation/cases/${last?.id ?? ''}/claim`,
      { headers: { origin } },
    );
    expect(claimed.status()).toBe(200);

    // Adverse without a reason: nothing is tried, and what was typed is there.
    await page.locator('#batch-words').fill('What is it about?');
    await page.locator('#batch button[value=return]').click();
    await page.locator('#batch [role=alert]').waitFor();
    expect(await page.locator('#batch-words').inputValue()).toBe('What is it about?');
    await page.locator('#batch-reason').selectOption('unclear');
    await page.getByRole('button', { name: queue.queue_ready_use, exact: true }).click();
    await expect
      .poll(() => page.locator('#batch-words').inputValue())
      .toMatch(/^What is it about\?\n\nIt cannot be understood/);

    // One is left out by hand, one by the trial; nothing is decided yet.
    await page.locator(`[data-row="${third?.id ?? ''}"] input`).uncheck();
    await page.locator('#batch button[value=return]').click();
    await page.locator('.trial').waitFor();
    expect(await page.locator('[data-does] li').count()).toBe(2);
    await page
      .locator('[data-not]')
      .getByText(words.together_claimed.replace('{name}', 'Second Moderator'))
      .waitFor();
    expect(await page.locator(`[data-row="${third?.id ?? ''}"] input`).isChecked()).toBe(false);
    expect(await casesOf(page, `author=${author.id}`)).toHaveLength(4);
    await axe(page);

    // Between the trial and its confirmation somebody approves the first.
    const decided = await second.request.post(
      `${origin}/api/moderation/cases/${first?.id ?? ''}/decision`,
      {
        headers: { origin },
        data: { action: 'approve', version: first?.version, revision: 1, proposal: 0 },
      },
    );
    expect(decided.status(), await decided.text()).toBe(200);
    await page.locator('#confirm button').click();
    await page.locator('[data-decided]').waitFor();
    expect(await page.locator('[data-decided] li').count()).toBe(1);
    const lost = page.locator('[data-lost] li');
    expect(await lost.count()).toBe(1);
    expect(await lost.textContent()).toContain('Second Moderator');
    expect(await lost.textContent()).toContain(queue.queue_approve);
    await axe(page);
    expect(await casesOf(page, `author=${author.id}`)).toHaveLength(2);

    await page.locator('#undo button').click();
    await page.getByText(words.together_done_undo).waitFor();
    await page.getByText(words.together_undone).waitFor();
    expect(await page.locator('#undo').count()).toBe(0);
    expect(await lost.count()).toBe(1);
    await axe(page);
    expect(await casesOf(page, `author=${author.id}`)).toHaveLength(3);
  },
);

const campaigns = {
  en: (name: string, wish: string) =>
    `We of ${name} ask the office to ${wish} this sentence of the strategy, because it takes from people the chance to be heard before a decision falls, and because none of us was ever asked about it.`,
  'zh-CN': (name: string, wish: string) =>
    `Dear editors, ${name} writes to you like many others today: please ${wish} what stands here about the use of networks, for our small libraries live by it and will have to close their reading rooms in winter.`,
};

journey.for([
  { words: en, visit: { language: 'en', script: true } },
  { words: zh, visit: { language: 'zh-CN', script: false } },
] as const)(
  'a campaign is decided at once, but for one who says the opposite ($visit)',
  async ({ words, visit }, { browser, open }) => {
    const authors = [];
    for (const name of ['Anna', 'Bela', 'Carla']) {
      const author = await heldAuthor(browser, open, `${name} ${visit.language}`);
      await author.write(campaigns[visit.language](name, name === 'Carla' ? 'keep' : 'withdraw'));
      authors.push(author);
    }
    const page = await moderate(open, visit);
    const [it] = await casesOf(page, `author=${authors[0]?.id ?? ''}`);
    const size = it?.group?.size ?? 0;
    expect(size).toBe(3);
    await page.goto(`/moderation/${it?.id ?? ''}`);
    await page
      .locator('.alike')
      .getByText(words.together_group_all.replace('{count}', String(size)))
      .click();
    await page.locator('#batch').waitFor();
    await page.getByText(words.together_campaign.replace('{count}', String(size))).waitFor();
    // Where one differs is shown.
    await page.locator('[data-row] ins', { hasText: 'keep' }).waitFor();
    await axe(page);
    const [carla] = await casesOf(page, `author=${authors[2]?.id ?? ''}`);
    await page.locator(`[data-row="${carla?.id ?? ''}"] input`).uncheck();
    await page.locator('#batch button[value=approve]').click();
    await page.locator('.trial').waitFor();
    expect(await page.locator('[data-does] li').count()).toBe(size - 1);
    await page.locator('#confirm button').click();
    await page.locator('[data-decided]').waitFor();
    expect(await page.locator('[data-decided] li').count()).toBe(size - 1);
    // The one that was left waits still, and is offered.
    await page.getByText(words.together_more.replace('{count}', '1')).waitFor();
    for (const { id } of authors.slice(0, 2))
      expect(await casesOf(page, `author=${id}`)).toHaveLength(0);
    expect(await casesOf(page, `author=${authors[2]?.id ?? ''}`)).toHaveLength(1);
  },
);

journey(
  'keys choose cases, and what is chosen stays from page to page',
  async ({ browser, open }) => {
    const author = await heldAuthor(browser, open, 'Keyed');
    for (const body of ['One for the keys.', 'Another for the keys.', 'Left alone by them.'])
      await author.write(body);
    const page = await moderate(open, { language: 'en' });
    await page.goto(`/moderation?author=${author.id}`);
    await page.locator('.keys button').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.note').getByText('Another for the keys.').waitFor();
    expect(await page.locator('[data-choose]:checked').count()).toBe(1);
    await page.keyboard.press('x');
    expect(await page.locator('[data-choose]:checked').count()).toBe(2);
    await page.keyboard.press('x');
    expect(await page.locator('[data-choose]:checked').count()).toBe(1);
    await page.keyboard.press('x');
    await page.keyboard.press('t');
    await page.locator('#batch').waitFor();
    expect(await page.locator('[data-row]').count()).toBe(2);
  },
);

journey('pages of moderation lead to one another', async ({ browser, open }) => {
  const page = await moderate(open, { language: 'en' });
  await page.goto('/moderation');
  for (const path of [
    '/moderation/rules',
    '/moderation/rota',
    '/moderation/objections',
    '/ledger',
    '/transparency',
    '/moderation',
  ]) {
    await page.locator(`nav a[href="${path}"]:not(header a)`).click();
    await page.waitForURL(`**${path}`);
    await page.locator(`nav a[href="${path}"][aria-current="page"]`).waitFor();
    await axe(page);
  }
  expect(await page.locator('nav a[href="/admin/people"]').count()).toBe(1);
  const second = await secondModerator(browser, open);
  await second.goto('/moderation');
  await second.locator('nav a[href="/moderation/rota"]').waitFor();
  expect(await second.locator('nav a[href="/admin/people"]').count()).toBe(0);
  const reader = await open();
  await reader.goto('/ledger');
  expect(await reader.locator('nav a[href="/moderation/rules"]').count()).toBe(0);
});
