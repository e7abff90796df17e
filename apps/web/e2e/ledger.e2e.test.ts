import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import en from '../messages/en/ledger.json' with { type: 'json' };
import zh from '../messages/zh-Hans/ledger.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, write } from './support/notes.ts';
import { administrator, signUp, theAdministrator } from './support/people.ts';
import { origin } from './support/site.ts';

const phone = { width: 390, height: 844 };

journey.for([
  { words: en, visit: { language: 'en', script: true } },
  { words: zh, visit: { language: 'zh-CN', script: false, dark: true, size: phone } },
] as const)(
  'what was decided is read by everybody, without names ($visit)',
  async ({ words, visit }, { browser, open }) => {
    const author = await open();
    const { name } = await signUp(author, `Hidden ${visit.language}`);
    const note = await rootOf(
      author,
      await write(author, { target: '3.4.1.2', body: 'Loud words.' }),
    );
    const keeper = await administrator(browser);
    const decide = async (action: 'hide' | 'unhide') => {
      const url = `${origin}/api/annotations/${note}/${action}`;
      const reason = 'Names a private person.';
      const data = action === 'hide' ? { reason, code: 'personal-data' } : { reason };
      expect((await keeper.request.post(url, { headers: { origin }, data })).status()).toBe(200);
    };
    await decide('hide');
    await decide('unhide');

    const page = await open(visit);
    await page.goto('/about');
    await page.getByRole('link', { name: words.ledger_title, exact: true }).click();
    await page.waitForURL('**/ledger');
    await axe(page);
    const rows = page.getByRole('main').locator('ol > li');
    await rows.filter({ hasText: words.ledger_action_unhide }).first().waitFor();

    await page.getByLabel(words.ledger_action, { exact: true }).selectOption('hide');
    await page.getByRole('button', { name: words.ledger_show, exact: true }).click();
    await page.waitForURL(/action=hide/);
    const row = rows.filter({ hasText: words.ledger_action_hide }).first();
    await row.getByText(words.ledger_role_administrator).waitFor();
    expect(await rows.filter({ hasText: words.ledger_action_unhide }).count()).toBe(0);
    const told = await page.getByRole('main').innerText();
    for (const secret of [name, theAdministrator.name, 'Loud words', 'private person', note])
      expect(told).not.toContain(secret);
    await axe(page);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.ledger_file, exact: true }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toContain('"hide","administrator","ncss-2016","3.4.1.2"');
    expect(file).not.toContain('unhide');

    const link = page.getByRole('link', { name: words.ledger_feed, exact: true });
    const feed = await page.request.get(`${origin}${(await link.getAttribute('href')) ?? ''}`);
    expect(feed.headers()['content-type']).toContain('application/atom+xml');
    const entries = await feed.text();
    expect(entries).toContain(`${words.ledger_action_hide} · ncss-2016 3.4.1.2`);
    for (const secret of [name, words.ledger_action_unhide, 'private person', note])
      expect(entries).not.toContain(secret);

    await page.getByLabel(words.ledger_reason, { exact: true }).selectOption('unlawful');
    await page.getByRole('button', { name: words.ledger_show, exact: true }).click();
    await page.getByText(words.ledger_none_here).waitFor();
    await axe(page);
    await page.getByRole('link', { name: words.ledger_show_all, exact: true }).click();
    await rows.first().getByRole('link', { name: '3.4.1.2', exact: true }).click();
    await page.waitForURL('**/t/ncss-2016/3.4.1.2');
  },
);
