import { describe, expect } from 'vitest';
import search from '../messages/en/search.json' with { type: 'json' };
import writing from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { write } from './support/notes.ts';
import { signUp } from './support/people.ts';

/*
 * One clause in two languages: what is written on the words of one is found by whoever reads or
 * searches the other.
 */
const clause = '3.1.1.3';
const sides = {
  'the English, read in Chinese': {
    on: { edition: 'en-creemers', words: 'double standards' },
    written: 'en',
    view: 'zh',
    lang: 'zh-Hans',
    sought: '双重标准',
    read: '任何国家都不搞网络霸权',
  },
  'the Chinese, read in English': {
    on: { edition: 'zh-cac', words: '双重标准' },
    written: 'zh-Hans',
    view: 'en',
    lang: 'en',
    sought: '"double standards"',
    read: 'double standards',
  },
} as const;

describe.each([true, false])('script: %s', (script) => {
  describe.each(Object.entries(sides))('a note on %s', (_name, side) => {
    journey('is found by reading and by searching', async ({ open }) => {
      const mark = `Heron${Math.random().toString(36).slice(2, 8)}`;
      const author = await open();
      await signUp(author, `Author of ${mark}`);
      await write(author, { target: clause, body: `About it, ${mark}`, on: side.on });

      // By reading, with the other language alone.
      const page = await open({ script });
      await page.goto(`/t/ncss-2016/${clause}?view=${side.view}`);
      const row = page.locator('.row.in-focus');
      await row.locator(`[lang="${side.lang}"]`, { hasText: side.read }).first().waitFor();
      expect(await row.locator(`[lang="${side.written}"]`).count()).toBe(0);
      const thread = page.locator('.thread', { hasText: mark });
      await thread.locator(`q[lang="${side.written}"]`, { hasText: side.on.words }).waitFor();
      await thread
        .getByText(writing.target_words_in.replace('{edition}', side.on.edition))
        .waitFor();
      await axe(page);

      // By the words of the clause that one reads.
      await page.goto(`/search?q=${encodeURIComponent(side.sought)}`);
      const texts = page.getByRole('region', { name: search.search_in_texts });
      const hit = texts.getByRole('listitem').filter({ hasText: clause });
      await hit
        .locator(`[lang="${side.lang}"] mark`, { hasText: side.sought.replaceAll('"', '') })
        .waitFor();
      const [before] = search.search_notes_there.split('{count}');
      await hit.getByRole('link', { name: before?.trim() ?? '' }).click();
      await thread.waitFor();

      // By the words of the note: the clause stands beside it in both languages.
      await page.goto(`/search?q=${mark.toLowerCase()}`);
      const note = page.getByRole('listitem').filter({ hasText: mark });
      await note.locator('mark', { hasText: mark }).waitFor();
      await note.locator(`[lang="${side.lang}"]`, { hasText: side.read }).waitFor();
      await note.locator(`[lang="${side.written}"]`).first().waitFor();
    });
  });
});
