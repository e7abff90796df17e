import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';

const label = 'Supplement · unreviewed working translation';

describe.each([true, false])('script %s', (script) => {
  journey(
    'a lost clause tells its story, then what is supplied, then the supplement',
    async ({ open }) => {
      const page = await open({ script });
      await page.goto('/t/ncss-2016/4.1.0');
      const gap = page.locator('#c-4-1-0 .lost');
      const text = await gap.innerText();
      const order = ['What happened here', 'Resolutely defending', label, 'Firmly defending'];
      const places = order.map((words) => text.indexOf(words));
      expect(
        places.every((place) => place >= 0),
        text,
      ).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      // Of a clause lost in part, beside what survives of it.
      const cut = page.locator('#c-4-4-1-3');
      expect(await cut.locator('.passage[data-edition="en-creemers:1.0.0"]').innerText()).toContain(
        'masterpieces of contemporary culture',
      );
      expect(await cut.locator('.supplement').innerText()).toContain(label);
      // It is no column, and stands in no view of the Chinese.
      expect(await page.locator('#c-3-1-0 .passage').count()).toBe(2);
      await page.goto('/t/ncss-2016/4.1.0?view=zh');
      expect(await page.locator('.supplement').count()).toBe(0);
    },
  );

  journey('the views go round, line by line among them, with the clause kept', async ({ open }) => {
    const page = await open({ script });
    await page.goto('/t/ncss-2016/3.2.1.3?view=both&kind=question');
    await page.getByRole('link', { name: 'Line by line' }).click();
    await page.locator('.rows.lines').waitFor();
    expect(new URL(page.url()).pathname).toBe('/t/ncss-2016/3.2.1.3');
    expect(new URL(page.url()).searchParams.get('kind')).toBe('question');
    const [zh, en] = await page
      .locator('#c-3-2-1-3 .passage')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect()));
    expect(en?.top).toBeGreaterThanOrEqual(zh?.bottom ?? Infinity);
    expect(en?.left).toBe(zh?.left);
    await expect
      .poll(() => page.locator('#c-3-2-1-3').evaluate((row) => row.getBoundingClientRect().top))
      .toBeLessThan(800);
    // It is remembered.
    await page.goto('/t/ncss-2016/3.3.1.1');
    expect(await page.locator('.rows.lines').count()).toBe(1);
  });

  journey(
    'a page for paper has what was asked for, and the versions it cites',
    async ({ open }) => {
      const page = await open({ script });
      await page.goto('/t/ncss-2016/print');
      await page.getByLabel('What').selectOption('4.3');
      await page.getByLabel('Languages shown').selectOption('lines');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/print?at=4.3&view=lines&**');
      expect(await page.locator('.row').count()).toBe(10);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: 'Show' }).isVisible()).toBe(false);
      const running = page.locator('.running');
      expect(await running.isVisible()).toBe(true);
      expect(await running.innerText()).toContain(
        'zh-cac:1.0.0,en-creemers:1.0.0,en-glossator:1.0.0',
      );
      expect(await page.locator('.foot').allInnerTexts()).toEqual([
        expect.stringContaining('One printed page is missing'),
      ]);
      expect(await page.locator('.supplement').first().innerText()).toContain(label);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});
