import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { write } from './support/notes.ts';
import { signUp } from './support/people.ts';

/*
 * What people write and are called is of any length. It must fit the narrowest window, and the window of
 * who enlarges the type to twice its size.
 */

const name = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers';
const long = 'https://example.org/' + 'a'.repeat(160);
const body = `看 [[4.3.1.1]] and ${long}\n\n| term | rendering | where |\n| --- | --- | --- |\n| 关键信息基础设施 | critical information infrastructure | [[4.3.1.1]] |\n\n\`\`\`\n${'x'.repeat(120)}\n\`\`\``;

/** Elements that reach beyond their window or their note. */
function outside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('#thread .note, header')];
    return boxes
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map(
        (box) =>
          `${box.tagName}.${box.className}: ${String(box.scrollWidth)} > ${String(box.clientWidth)}`,
      );
  });
}

/** What is pressed is 24 pixels either way, or stands alone in a line of text. */
function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('header a, header button, #thread .act, .bar a, footer a')]
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ each, box }) => `${each.textContent}: ${String(box.width)} × ${String(box.height)}`),
  );
}

describe.each([
  { what: 'a narrow window', size: { width: 320, height: 640 }, type: 16 },
  { what: 'type of twice the size', size: { width: 640, height: 900 }, type: 32 },
])('$what', ({ size, type }) => {
  journey('holds long names, long words, tables and code', async ({ open }) => {
    const page = await open({ size });
    await signUp(page, name);
    // As the person sets it in the browser: media queries follow it too.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: type } });
    const at = type === 16 ? '4.7.1.1' : '4.8.1.1';
    await write(page, { target: at, body, tags: ['b'.repeat(50)] });
    for (const address of [
      `/t/ncss-2016/${at}#thread`,
      '/account',
      '/account/drafts',
      '/account/tokens',
      '/notices',
      '/following',
      `/search?q=${encodeURIComponent('关键信息')}`,
    ]) {
      await page.goto(address);
      expect(await outside(page), address).toEqual([]);
      expect(await small(page), address).toEqual([]);
    }
    await page.goto(`/t/ncss-2016/${at}#thread`);
    await page.locator('#thread .text').first().waitFor();
    await axe(page);
  });
});
