import type { CasePage, ViewerView } from '@glossator/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { askOwner } from '../../standalone/src/check/ask-owner.ts';
import { holdAlways } from '../../standalone/src/check/hold-always.ts';
import enLooks from '../messages/en/second-looks.json' with { type: 'json' };
import enProblems from '../messages/en/problems.json' with { type: 'json' };
import enQueue from '../messages/en/queue.json' with { type: 'json' };
import zhLooks from '../messages/zh-Hans/second-looks.json' with { type: 'json' };
import zhProblems from '../messages/zh-Hans/problems.json' with { type: 'json' };
import zhQueue from '../messages/zh-Hans/queue.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { write } from './support/notes.ts';
import { administrator, signUp } from './support/people.ts';
import { origin, theSite } from './support/site.ts';

const phone = { width: 390, height: 844 };

const asOwner = (text: string): Promise<void> => askOwner(theSite.ownerUrl, text);
beforeAll(() => asOwner('update second_look_share set percent = 100'));
afterAll(() => asOwner('update second_look_share set percent = 0'));

const idOf = async (page: Page): Promise<string> => {
  const answer = await page.request.get(`${origin}/api/session`);
  return ((await answer.json()) as ViewerView).person?.id ?? '';
};

/** A moderator decides, past the page, and the time to take it back is over. */
async function decide(staff: Page, words: string, decision: Record<string, unknown>) {
  const listed = await staff.request.get(`${origin}/api/moderation/cases`);
  const { items } = (await listed.json()) as CasePage;
  const it = items.find(({ note }) => note.body.includes(words));
  if (it === undefined) throw new Error(`nothing waits that says ${words}`);
  const data = { version: it.version, revision: it.note.revision, proposal: 0, ...decision };
  const url = `${origin}/api/moderation/cases/${it.id}/decision`;
  expect((await staff.request.post(url, { headers: { origin }, data })).status()).toBe(200);
  await asOwner('update decision set due_at = now()');
  return it.id;
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

journey.for([
  { looks: enLooks, problems: enProblems, queue: enQueue, visit: { language: 'en', script: true } },
  {
    looks: zhLooks,
    problems: zhProblems,
    queue: zhQueue,
    visit: { language: 'zh-CN', script: false, dark: true, size: phone },
  },
] as const)(
  'a second moderator is asked, says what they would have decided, and compares ($visit)',
  async ({ looks, problems, queue, visit }, { browser, open }) => {
    const keeper = await administrator(browser);
    const author = await open();
    await signUp(author, `Looked at ${visit.language}`);
    await holdAlways(theSite.ownerUrl, await idOf(author), await idOf(keeper));
    const words = `Whatever it means, ${visit.language}.`;
    await write(author, { target: '4.3.1.2', body: words });
    const page = await open(visit);
    await signUp(page, `Second ${visit.language}`);
    await asOwner(`insert into moderator (person_id) values ('${await idOf(page)}')`);
    const said = 'Nobody can follow this.';
    const id = await decide(keeper, words, { action: 'refuse', reason: 'unclear', words: said });

    await page.goto(`/moderation/${id}`);
    await page.getByText(queue.queue_case_kept).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(said);
    await axe(page);
    await page.getByRole('article').getByRole('link', { name: looks.looks_title }).click();
    await page.waitForURL('**/moderation/second-looks');
    await axe(page);
    expect(await overflow(page)).toBe(0);

    const address = looks.looks_row
      .replace('{kind}', queue.queue_kind_held)
      .replace('{address}', '4.3.1.2');
    await page.getByRole('link', { name: address }).first().click();
    await page.getByText(words).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain(said);
    await axe(page);
    expect(await overflow(page)).toBe(0);

    const submit = page.getByRole('button', { name: looks.looks_submit, exact: true });
    await submit.click();
    const refused = page.locator('#look [role=alert]');
    await refused.getByText(problems.problem_action_unfit).waitFor();
    await page.getByLabel(queue.queue_return, { exact: true }).check();
    await submit.click();
    // What was chosen is still chosen; a reason is missing.
    await refused.getByText(problems.problem_reason_required).waitFor();
    await page
      .getByLabel(queue.queue_return, { exact: true })
      .and(page.locator(':checked'))
      .waitFor();
    await axe(page);
    await page.getByLabel(queue.queue_reason, { exact: true }).selectOption('unclear');
    await submit.click();

    const both = page.getByRole('table', { name: looks.looks_result });
    await both.waitFor();
    await page.getByText(looks.looks_differed, { exact: true }).waitFor();
    await page.getByText(said).waitFor();
    expect(await both.getByRole('row').nth(1).innerText()).toContain(queue.queue_refuse);
    expect(await both.getByRole('row').nth(2).innerText()).toContain(queue.queue_return);
    await axe(page);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('link', { name: looks.looks_back }).click();
    await page.getByRole('heading', { name: looks.looks_given }).waitFor();

    // How many are drawn is for administrators to say.
    expect(await page.locator('#share-ncss-2016').count()).toBe(0);
    await keeper.goto('/moderation/second-looks');
    const share = keeper.locator('#share-ncss-2016');
    await share.getByRole('textbox').fill('many');
    await share.getByRole('button').click();
    await share.getByRole('alert').waitFor();
    expect(await share.getByRole('textbox').inputValue()).toBe('many');
    await share.getByRole('textbox').fill('100');
    await share.getByRole('button').click();
    await keeper.getByText(enLooks.looks_share_done).waitFor();
    await axe(keeper);
  },
);
