import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import en from '../messages/en/account.json' with { type: 'json' };
import zh from '../messages/zh-Hans/account.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { write } from './support/notes.ts';
import { signUp } from './support/people.ts';

for (const [script, language] of [
  [true, 'en'],
  [false, 'zh-CN'],
] as const)
  journey(
    `somebody takes their data along (script: ${String(script)}, ${language})`,
    async ({ open }) => {
      const words = language === 'en' ? en : zh;
      const page = await open({ script, language, size: { width: 390, height: 844 } });
      await signUp(page, 'Some author');
      const body = `=1+1 taken along ${randomUUID()}`;
      await write(page, { target: '3.2.1.1', body });
      await page.goto('/account');
      await page.getByRole('link', { name: words.own_data_link }).click();
      await page.waitForURL('**/account/export');
      await page.getByRole('heading', { name: words.own_data_title }).waitFor();
      await axe(page);
      const downloaded = async () => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: words.own_data_submit }).click(),
        ]);
        return { name: download.suggestedFilename(), path: await download.path() };
      };
      const archive = await downloaded();
      expect(archive.name).toMatch(/^my-data-\d{4}-\d\d-\d\d\.zip$/);
      const bytes = await readFile(archive.path);
      expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
      expect(bytes.toString('latin1')).toContain('revisions.csv');
      await page.getByLabel(words.own_data_json, { exact: true }).check();
      const file = await downloaded();
      expect(file.name).toMatch(/\.json$/);
      const own = JSON.parse(await readFile(file.path, 'utf8')) as {
        notes: readonly { text: string }[];
      };
      expect(own.notes.map(({ text }) => text)).toEqual([body]);

      // What is no format says so on the page, and not as a file.
      await page.goto('/account/export/file?format=xml');
      await page.waitForURL('**/account/export?refused=request-malformed');
      await page.getByRole('alert').waitFor();
      await axe(page);
    },
  );

journey('nobody takes along what is another’s', async ({ open }) => {
  const page = await open();
  await page.goto('/account/export');
  await page.waitForURL('**/sign-in?**');
  await page.goto('/account/export/file?format=json');
  await page.waitForURL('**/sign-in?**');
});
