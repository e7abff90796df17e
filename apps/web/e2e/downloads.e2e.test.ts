import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import words from '../messages/en/downloads.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';

const release = '/c/ncss-2016-textual-notes@1.0';

for (const script of [true, false])
  journey(
    `files of a release are downloaded from its page (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      await page.goto(release);
      const taken = page.waitForEvent('download');
      await page.getByRole('link', { name: words.dl_epub, exact: true }).click();
      const file = await taken;
      expect(file.suggestedFilename()).toBe('ncss-2016-textual-notes@1.0.epub');
      expect((await readFile(await file.path())).subarray(30, 58).toString()).toBe(
        'mimetypeapplication/epub+zip',
      );

      await page.getByRole('link', { name: words.dl_all, exact: true }).click();
      await page.getByRole('heading', { name: words.dl_title, level: 1 }).waitFor();
      if (script) await axe(page);
      // What is there is told with its size and digest; without a browser to print with, how to print.
      await page.locator('#epub code').waitFor();
      const offered = await page.request.get('/api/releases/ncss-2016-textual-notes');
      const { formats } = (await offered.json()) as { formats: string[] };
      const prints = formats.includes('pdf');
      expect(await page.locator('#pdf').count()).toBe(Number(prints));
      expect(await page.getByText(words.dl_print, { exact: true }).count()).toBe(Number(!prints));

      // Without a number, the newest; kept copies are not sent again.
      const newest = await page.request.get('/c/ncss-2016-textual-notes.md');
      expect(newest.url()).toContain(`${release}.md`);
      expect(newest.headers()['content-disposition']).toContain('attachment');
      const again = await page.request.get(`${release}.md`, {
        headers: { 'if-none-match': newest.headers()['etag'] ?? '' },
      });
      expect(again.status()).toBe(304);

      for (const nothing of ['/c/nothing@1.0.epub', '/c/ncss-2016-textual-notes@9.0.epub']) {
        const headers = { accept: 'text/html' };
        expect((await page.request.get(nothing, { headers })).status()).toBe(404);
      }
    },
  );
