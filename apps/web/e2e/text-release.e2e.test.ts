import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import released from '../messages/en/text-changes.json' with { type: 'json' };
import words from '../messages/en/texts.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import writing from '../messages/en/writing.json' with { type: 'json' };
import { ask } from './support/ask.ts';
import { axe } from './support/axe.ts';
import { journey, type Open } from './support/journey.ts';
import { ownSite, type OwnSite } from './support/own-site.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';

const en = 'en-creemers';
const seen = ['zh-cac:1.0.0', `${en}:1.0.0`];
const changeNote = 'an apostrophe too many at 4.9.2.1';

async function write(page: Page, target: string, body: string, on?: string): Promise<string> {
  const { id } = await ask<{ id: string }>(page, 'POST', '/threads', {
    ...{ work: 'ncss-2016', target, layer: 'public', kind: 'comment', tags: [], body, seen },
    ...(on === undefined
      ? {}
      : { pointing: { kind: 'words', edition: en, version: '1.0.0', words: on } }),
    key: randomUUID(),
  });
  return id;
}

/** Everything that is said of the text before it changes: five threads, and an answer in one of them. */
async function readersWrite(page: Page): Promise<void> {
  await write(page, '1.1.5.3', 'Is a full stop missing?');
  await write(page, '1.1.5.3', 'A word that stays.', 'cultural construction');
  await write(page, '4.9.2.1', 'Whose, of the cooperation?', 'cooperation’s');
  const thread = await write(page, '4.9.2.1', 'These words stay.', 'in areas such as');
  await write(page, '0.0.1.2', 'Far from any change.');
  const { annotations } = await ask<{ annotations: { id: string }[] }>(
    page,
    'GET',
    `/threads/${thread}`,
  );
  await ask(page, 'POST', `/annotations/${annotations[0]?.id ?? ''}/replies`, {
    ...{ body: 'They do.', seen, key: randomUUID() },
  });
}

/** Columns of the report, read as a table: by layer, each outcome. */
const readReport = (page: Page): Promise<number[][]> =>
  page
    .locator('table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.innerText))),
    );

async function openProposal(page: Page): Promise<void> {
  await page.goto('/editing/texts');
  await page.getByRole('link', { name: /^Look at 1\.0\.1 of/ }).click();
  await page.waitForURL('**/proposals/**');
}

/** A change to another clause, ready to be released. */
async function prepare(page: Page): Promise<string> {
  await page.goto('/editing/texts');
  await page.locator(`#begin-${en} button`).click();
  await page.waitForURL('**/drafts/**');
  const { pathname } = new URL(page.url());
  await page.goto(`${pathname}?at=1.1.4.1`);
  const text = page.locator('#correct-after');
  await text.fill((await text.inputValue()).replace(/\.$/, '!'));
  await page.locator('#correct-note').fill('It exclaims.');
  await page.locator('#correct-evidence').fill('One hears it.');
  await page.locator('#correct button').click();
  await page.waitForURL('**done=text-saved**');
  await page.locator('#note-change').fill('One sign.');
  await page.locator('#note button').click();
  await page.getByRole('button', { name: 'Release as 1.0.1' }).waitFor();
  await axe(page);
  return pathname;
}

interface People {
  readonly author: Page;
  readonly editor: Page;
  readonly second: Page;
}

async function gather(open: Open, site: OwnSite, script: boolean): Promise<People> {
  const [author, editor, second, keeper] = [
    await open({ script, site }),
    await open({ script, site }),
    await open({ script, site }),
    await open({ script, site }),
  ];
  await signUp(author, 'Ada Author', site);
  const editors = [
    await signUp(editor, 'Eve Editor', site),
    await signUp(second, 'Otto Editor', site),
  ];
  await readersWrite(author);
  await signIn(keeper, theAdministrator, site);
  for (const { email, name } of editors) {
    await keeper.goto('/admin/editors?office=texts');
    await keeper.locator('#appoint-who').fill(email);
    await keeper.locator('#appoint button').click();
    await keeper.waitForURL('**done=editor');
    expect(await keeper.locator('main').innerText()).toContain(name);
  }
  await axe(keeper);
  return { author, editor, second };
}

describe.each([true, false])('script %s', (script) => {
  let site: OwnSite;
  beforeAll(async () => {
    site = await ownSite();
  }, 120_000);
  afterAll(() => site.remove());

  journey(
    'a release corrects two slips, and accounts for all that was written',
    async ({ browser, open }) => {
      await administrator(browser, site);
      const { author, editor, second } = await gather(open, site, script);

      // The second editor has both before them: what is proposed, and a draft of their own.
      const draft = await prepare(second);
      const proposal = await second.context().newPage();
      await openProposal(proposal);

      const explainer = await open({ script, site });
      await explain(explainer, site);

      await openProposal(editor);
      const looked = await editor.locator('main').innerText();
      for (const part of ['1.1.5.3', '4.9.2.1', 'The Chinese has 。 here.', '⟨cooperation’s⟩'])
        expect(looked).toContain(part);
      await axe(editor);
      const counted = await readReport(editor);
      await editor.getByRole('button', { name: 'Release as 1.0.1' }).click();
      await editor.waitForURL('**/editing/texts/releases/**');
      expect(await editor.locator('main').innerText()).toContain(words.txt_done_released);
      const report = await readReport(editor);
      expect(report).toEqual(counted);
      // One carried, as it is far away; the clause and the words that stay are marked; the rest is asked.
      expect(report).toEqual([[1, 3, 1, 0]]);
      await axe(editor);
      await editor.getByRole('link', { name: /^3: Carried with a mark/ }).click();
      await editor.waitForURL('**/notes?fate=marked');
      expect(await editor.locator('ul.rows > li').count()).toBe(3);
      expect(await editor.locator('ul.rows').innerText()).toContain('Is a full stop missing?');
      await axe(editor);

      await proposal.getByRole('button', { name: 'Release as 1.0.1' }).click();
      await proposal.getByText('It has been released as version 1.0.1.').waitFor();
      await axe(proposal);
      await second.getByRole('button', { name: 'Release as 1.0.1' }).click();
      await second.getByText(problems.problem_text_version_there).waitFor();
      await second.getByRole('button', { name: 'Release as 1.0.2' }).waitFor();
      const kept = await second.locator('main').innerText();
      expect(kept).toContain('It exclaims.');
      expect(await second.locator('#note-change').inputValue()).toBe('One sign.');
      expect(new URL(second.url()).pathname).toBe(draft);

      await lookAtNotices(explainer);
      await answer(author, script);
      await readersRead(await open({ script, site }));
    },
    180_000,
  );
});

/** A commentary on a clause that is to change, by somebody who follows the text as well. */
async function explain(page: Page, site: OwnSite): Promise<void> {
  await signUp(page, 'Cora Commentator', site);
  const { id } = await ask<{ id: string }>(page, 'POST', '/commentaries', {
    ...{ work: 'ncss-2016', slug: 'on-cooperation', title: 'On cooperation', language: 'en' },
  });
  await ask(page, 'POST', `/commentaries/${id}/parts`, {
    ...{ kind: 'entry', label: 'T1', title: 'Whose', body: 'Whose it is.', key: randomUUID() },
    places: [{ at: '4.9.2.1' }],
  });
  await ask(page, 'PUT', '/follows/work/ncss-2016', { state: 'followed', mail: false });
}

/** Each is opened, or marked as read, by itself. */
async function lookAtNotices(page: Page): Promise<void> {
  const rows = page.locator('section:has(#releases) li');
  await page.goto('/notices');
  expect(await rows.count()).toBe(2);
  expect(await page.locator('header .told b').innerText()).toContain('2');
  await axe(page);
  const one = rows.filter({ hasText: released.released_work });
  await one.getByRole('button', { name: /^Mark as read: .+ 1\.0\.1$/ }).click();
  await expect.poll(() => rows.count()).toBe(1);
  expect(new URL(page.url()).pathname).toBe('/notices');
  await page.getByRole('button', { name: `Open: On cooperation, ${en} 1.0.1` }).click();
  await page.waitForURL('**/publish#checks');
  expect(await page.locator('main').innerText()).toContain(`4.9.2.1 ${en} 1.0.0`);
  await page.goto('/notices');
  expect(await rows.count()).toBe(0);
  expect(await page.locator('header .told b').count()).toBe(0);
}

/** The author says of each note what it is worth now. */
async function answer(author: Page, script: boolean): Promise<void> {
  await author.goto('/notices');
  await author
    .getByRole('link', { name: /National Cyberspace/ })
    .first()
    .click();
  await author.waitForURL('**/account/changes');
  const item = (body: string) => author.locator('article').filter({ hasText: body });
  expect(await author.locator('article').count()).toBe(4);
  await axe(author);
  const waits = (count: number) => expect.poll(() => author.locator('article').count()).toBe(count);
  await item('Is a full stop missing?').getByRole('button', { name: 'Still true' }).click();
  await waits(3);
  const proposed = item('Whose, of the cooperation?');
  expect(await proposed.innerText()).toContain('cooperation’s');
  await proposed.getByRole('button', { name: 'Keep with the old text' }).click();
  await waits(2);
  await item('A word that stays.').getByRole('link', { name: 'Revise the note' }).click();
  await author.waitForURL('**/edit?text=**');
  // A form that comes back answers for the same version still.
  const field = author.locator('textarea').first();
  await field.fill(' ');
  await author.getByRole('button', { name: 'Save', exact: true }).click();
  await author.getByText(problems.problem_text_malformed).waitFor();
  expect(new URL(author.url()).searchParams.has('text')).toBe(script);
  if (!script) {
    await field.fill('It stays, with its stop.');
    await author.getByRole('button', { name: writing.preview_show }).click();
    await author.locator('main').getByText('It stays, with its stop.').last().waitFor();
  }
  await field.fill('It stays, with its full stop.');
  await author.getByRole('button', { name: 'Save', exact: true }).click();
  await author.waitForURL(({ pathname }) => !pathname.endsWith('/edit'));
  await author.goto('/account/changes');
  await waits(1);
}

/** Whoever comes without knowing any of it. */
async function readersRead(reader: Page): Promise<void> {
  await reader.goto('/t/ncss-2016/4.9.2.1');
  const clause = reader.locator('#c-4-9-2-1');
  const passage = clause.locator(`.passage[data-edition="${en}:1.0.1"]`);
  expect(await passage.innerText()).toMatch(/cooperation(?!’s)/);
  expect(await passage.innerText()).not.toContain('cooperation’s');
  await axe(reader);
  await passage.locator('[data-entry="E13"] a').click();
  const reading = reader.locator(`#app-${en}-E13`);
  await reading.getByText('⟨cooperation’s⟩').waitFor();

  await reader.goto(`/t/ncss-2016@${en}:1.0.0/4.9.2.1`);
  const former = clause.locator(`.passage[data-edition="${en}:1.0.0"]`);
  expect(await former.innerText()).toContain('cooperation’s');
  expect(await reader.locator('main').innerText()).toContain('Whose, of the cooperation?');
  await axe(reader);

  await reader.goto('/t/ncss-2016/versions');
  const list = reader.locator(`#${en} ~ ul`).first();
  expect(await list.locator('.name').allInnerTexts()).toEqual(['1.0.1', '1.0.0']);
  expect(await list.innerText()).toContain(changeNote);
  await axe(reader);
  await list.getByRole('link', { name: /^What changed in/ }).click();
  await reader.waitForURL('**/1.0.0..1.0.1');
  expect(await reader.locator('main').innerText()).toContain('⟨cooperation’s⟩');
  await axe(reader);
}
