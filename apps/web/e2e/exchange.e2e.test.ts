import { readFile } from 'node:fs/promises';
import { shippedWorks } from '@glossator/document/seed';
import { describe, expect } from 'vitest';
import words from '../messages/en/exchange.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const counted = (text: string, n: number): string => text.replace('{n}', String(n));

/** What stands at a clause of the Chinese edition. */
function clause(path: string): string {
  const [shipped] = shippedWorks;
  const uid = shipped?.units.find((unit) => unit.path === path)?.uid;
  const texts = shipped?.versions.find(({ edition }) => edition.id === 'zh-cac')?.texts;
  return texts?.find((each) => each.uid === uid)?.reading ?? '';
}

const annotation = (id: string, exact: string, more: object = {}) => ({
  id,
  user: 'acct:li.wei@hypothes.is',
  created: '2024-03-05T09:12:44.183201+00:00',
  text: `A thought called ${id}`,
  tags: [],
  target: [{ source: 'https://example.org', selector: [{ type: 'TextQuoteSelector', exact }] }],
  ...more,
});
const file = JSON.stringify({
  export_date: '2024-04-01T10:00:00.000Z',
  export_userid: 'acct:li.wei@hypothes.is',
  client_version: '1.1450.0',
  annotations: [
    annotation('first', clause('3.3.1.2')),
    annotation('answer', '', { references: ['first'] }),
    annotation('nowhere', 'Words that stand nowhere'),
  ],
});

describe('notes come in and go out', () => {
  journey.for([true, false])('(script: %s)', async (script, { open }) => {
    const page = await open({ script });
    await signUp(page, `Carrier ${String(script)}`);
    await page.goto('/account/import');
    await axe(page);
    await page.getByRole('button', { name: words.exchange_upload }).click();
    await page.getByRole('alert').getByText(words.exchange_nothing).waitFor();
    await page.getByLabel(words.exchange_text).fill('No JSON');
    await page.getByRole('button', { name: words.exchange_upload }).click();
    await page.getByRole('alert').getByText('cannot be read').waitFor();
    expect(await page.getByLabel(words.exchange_text).inputValue()).toBe('No JSON');
    await page.locator('#import-file').setInputFiles({
      name: 'hypothesis.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    });
    await page.getByRole('button', { name: words.exchange_upload }).click();
    await page.getByText(counted(words.exchange_count_place, 2)).waitFor();
    expect(await page.getByText('hypothesis.json').count()).toBe(1);
    await axe(page);
    await page.getByRole('link', { name: words.exchange_rows_left }).click();
    await page.getByText(words.exchange_why_not_found).waitFor();

    await page.getByRole('button', { name: counted(words.exchange_confirm, 2) }).click();
    const done = page.getByText(counted(words.exchange_done_count, 2));
    if (script) await done.waitFor({ timeout: 20_000 });
    else
      for (let tries = 0; tries < 20 && (await done.count()) === 0; tries += 1) {
        await page.waitForTimeout(500);
        await page.goto('/account/import');
      }
    expect(await done.count()).toBe(1);
    await axe(page);

    await page.goto('/t/ncss-2016/3.3.1.2');
    const thread = page.locator('.thread.notebook', { hasText: 'A thought called first' });
    await thread.getByText('A thought called answer').waitFor();
    expect(await thread.getByText('acct:li.wei@hypothes.is').count()).toBe(2);

    await page.getByRole('link', { name: words.exchange_export_link }).click();
    await page.getByRole('heading', { name: words.exchange_export_title }).waitFor();
    await axe(page);
    await page.getByLabel(words.exchange_export_in).fill('99.9');
    await page.getByRole('button', { name: words.exchange_export_submit }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(words.exchange_export_in).inputValue()).toBe('99.9');
    await page.getByLabel(words.exchange_export_in).fill('3.3');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.exchange_export_submit }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^ncss-2016-notes-\d{4}-\d\d-\d\d\.md$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('A thought called first');
    expect(text).toContain('> > A thought called answer');
  });
});
