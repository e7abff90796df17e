import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import en from '../messages/en/transparency.json' with { type: 'json' };
import zh from '../messages/zh-Hans/transparency.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, write } from './support/notes.ts';
import { administrator, signUp } from './support/people.ts';
import { origin } from './support/site.ts';

const phone = { width: 390, height: 844 };

journey.for([
  { words: en, visit: { language: 'en', script: true } },
  { words: zh, visit: { language: 'zh-CN', script: false, dark: true, size: phone } },
] as const)(
  'everybody reads in figures how notes were kept in order ($visit)',
  async ({ words, visit }, { browser, open }) => {
    const author = await open();
    const { name } = await signUp(author, `Counted ${visit.language}`);
    const note = await rootOf(author, await write(author, { target: '3.4.1.3', body: 'Noisy.' }));
    const keeper = await administrator(browser);
    const url = `${origin}/api/annotations/${note}/hide`;
    const data = { code: 'personal-data', reason: 'Names a private person.' };
    expect((await keeper.request.post(url, { headers: { origin }, data })).status()).toBe(200);

    const page = await open(visit);
    await page.goto('/about');
    await page.getByRole('link', { name: words.transparency_title, exact: true }).click();
    await page.waitForURL('**/transparency');
    await axe(page);
    const outcomes = page.getByRole('table', { name: words.transparency_outcomes, exact: true });
    await outcomes.waitFor();
    // One picture is seen, whatever the width, and it stands in for no figure.
    const pictures = page.getByRole('main').locator('figure', { has: outcomes }).locator('svg');
    expect(await pictures.filter({ visible: true }).count()).toBe(1);
    expect(await page.getByRole('main').innerText()).not.toContain(name);
    await page.getByText(words.transparency_intake_none).waitFor();

    await page.getByLabel(words.transparency_work, { exact: true }).selectOption('ncss-2016');
    await page.getByLabel(words.transparency_period, { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: words.transparency_show, exact: true }).click();
    await page.waitForURL(/work=ncss-2016&period=20/);
    await outcomes.waitFor();
    await axe(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.transparency_file, exact: true }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toMatch(/"decisions","hide","[1-9]\d*"/);
    expect(file).toContain('"log_digest"');
  },
);
