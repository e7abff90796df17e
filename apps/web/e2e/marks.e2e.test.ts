import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import marks from '../messages/en/marks.json' with { type: 'json' };
import search from '../messages/en/search.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { write } from './support/notes.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/1.2.5.1';

/** Words that are drawn in one way, in the order of the text. */
const drawn = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    (key) =>
      [...(CSS.highlights.get(key) ?? [])].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    name,
  );

/** The middle of words as they stand on the screen. */
const middleOf = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    for (const piece of document.querySelectorAll('.row.in-focus [data-piece]')) {
      const node = piece.firstChild;
      const at = piece.textContent.indexOf(wanted);
      if (node === null || at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    throw new Error(`not in the text: ${wanted}`);
  }, words);

journey(
  'words with notes are marked, lead to their thread, and follow what is written',
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Marina');
    await write(page, { target: '1.2.5.1', body: 'On the clause as a whole' });
    const thread = await write(page, {
      target: '1.2.5.1',
      body: 'On two words',
      on: { edition: 'zh-cac', words: '网络恐怖' },
    });
    await page.goto(clause);
    await expect.poll(() => drawn(page, 'mark-1'), { timeout: 10_000 }).toContain('网络恐怖');

    const { x, y } = await middleOf(page, '网络恐怖');
    await page.mouse.move(x, y);
    await page.locator('.rows[data-over-mark]').waitFor();
    await page.mouse.click(x, y);
    await page.waitForURL((url) => url.searchParams.get('thread') === thread);
    const first = page.locator('#thread .thread h3').first();
    await expect.poll(() => first.getAttribute('id')).toBe(`t-${thread}`);

    // What another person writes meanwhile is drawn as well.
    const other = await open();
    await signUp(other, 'Marek');
    await write(other, {
      target: '1.2.5.1',
      body: 'From elsewhere',
      on: { edition: 'en-creemers', words: 'law-breaking and crime' },
    });
    await expect
      .poll(() => drawn(page, 'mark-1'), { timeout: 15_000 })
      .toContain('law-breaking and crime');
    await axe(page);
  },
);

journey(
  'under a mouse, marks far from the window are drawn when it comes near',
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Distanta');
    const far = 'peaceful, secure, open';
    await write(page, {
      target: '4.9.3.4',
      body: 'At the end',
      on: { edition: 'en-creemers', words: far },
    });
    await write(page, {
      target: '1.2.5.1',
      body: 'Near',
      on: { edition: 'zh-cac', words: '违法犯罪' },
    });
    await page.goto(clause);
    await expect.poll(() => drawn(page, 'mark-1'), { timeout: 10_000 }).toContain(far);
    await page.locator('#c-1-2-5-1 .text').first().hover();
    await expect.poll(() => drawn(page, 'mark-1')).not.toContain(far);
    expect(await drawn(page, 'mark-1')).toContain('违法犯罪');
    await page.locator('#c-4-9-3-4').scrollIntoViewIfNeeded();
    await expect.poll(() => drawn(page, 'mark-1')).toContain(far);
    expect(await drawn(page, 'mark-1')).not.toContain('违法犯罪');
    await page.locator('header').first().hover();
    await expect
      .poll(() => drawn(page, 'mark-1'))
      .toEqual(expect.arrayContaining(['违法犯罪', far]));
  },
);

/** The filter beside the text. Before script has taken over, the link leads to a page without colours. */
async function filterPane(page: Page): Promise<void> {
  await page.locator('.row a[tabindex="-1"]').first().waitFor();
  await page.getByRole('link', { name: marks.filter_button, exact: true }).click();
}

journey('marks can be coloured by kind, or left out, and stay so', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Colora');
  await write(page, {
    target: '1.2.5.2',
    body: 'What is meant?',
    kind: 'question',
    on: { edition: 'zh-cac', words: '恐怖主义' },
  });
  await page.goto('/t/ncss-2016/1.2.5.2');
  await filterPane(page);
  await page.getByLabel(marks.colour_by).selectOption('kind');
  await page
    .getByRole('list', { name: marks.colour_legend })
    .getByText(search.kind_question)
    .waitFor();
  await axe(page);
  await page.getByLabel(marks.colour_by).selectOption('off');
  await page.getByText(marks.colour_off_why).waitFor();
  await page.reload();
  await filterPane(page);
  await expect.poll(() => page.getByLabel(marks.colour_by).inputValue()).toBe('off');
  expect(await drawn(page, 'mark-1')).toEqual([]);
});

for (const script of [true, false])
  journey(
    `only the notes asked for are shown and counted (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      await signUp(page, 'Filtrina');
      const tag = script ? 'filtered-one' : 'filtered-two';
      await write(page, { target: '1.2.6.1', body: `Shown ${tag}`, kind: 'dispute', tags: [tag] });
      await write(page, { target: '1.2.6.1', body: `Not shown ${tag}` });
      await write(page, {
        target: '1.2.6.2',
        body: `Further on ${tag}`,
        kind: 'dispute',
        tags: [tag],
      });
      await page.goto('/t/ncss-2016/1.2.6.1');
      await page.getByText(`Not shown ${tag}`).waitFor();
      await page.getByRole('link', { name: marks.filter_button, exact: true }).click();
      await page.getByLabel(search.kind_dispute, { exact: true }).check();
      await page.locator('form:has([name=since])').getByLabel(search.search_facet_tag).fill(tag);
      await page.getByRole('button', { name: marks.filter_apply }).click();
      await page.waitForURL((url) => url.searchParams.get('tag') === tag);
      await page.getByText(`Shown ${tag}`, { exact: true }).waitFor();
      await page.getByText(`Not shown ${tag}`).waitFor({ state: 'detached' });
      expect(await page.locator('#c-1-2-6-1 .count').textContent()).toBe('1');
      await axe(page);

      // The filter goes along, and to the next note there is.
      await page
        .getByRole('navigation', { name: marks.noted_label })
        .getByRole('link', { name: '1.2.6.2' })
        .click();
      await page.getByText(`Further on ${tag}`).waitFor();
      await page.locator('.filtered').getByRole('link', { name: marks.filter_clear }).click();
      await page.locator('.filtered').waitFor({ state: 'detached' });
    },
  );

journey('n goes on to the next clause with a note', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Steppa');
  await write(page, { target: '1.2.4.1', body: 'Step one', tags: ['steps'] });
  await write(page, { target: '1.2.4.2', body: 'Step two', tags: ['steps'] });
  await page.goto('/t/ncss-2016/1.2.4.1?tag=steps');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await expect
    .poll(async () => {
      await page.keyboard.press('n');
      return focused();
    })
    .toContain('Step one');
  await page.keyboard.press('n');
  await expect.poll(focused).toContain('Step two');
  await page.keyboard.press('p');
  await expect.poll(focused).toContain('Step one');
});
