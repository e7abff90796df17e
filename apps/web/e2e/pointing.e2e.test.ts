import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import search from '../messages/en/search.json' with { type: 'json' };
import words from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/3.2.1.3';
const label = notes.write_label.replace('{address}', '3.2.1.3');

/** Marks words as a mouse does: from the first to the last of them. */
async function mark(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const piece of document.querySelectorAll('.row.in-focus [data-piece]')) {
      const node = piece.firstChild;
      const at = piece.textContent.indexOf(wanted);
      if (node === null || at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`not in the text: ${wanted}`);
  }, text);
}

journey('words are marked in the text and written on, in either language', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Marker');
  await page.goto(clause);
  for (const [text, lang] of [
    ['求同存异', 'zh-Hans'],
    ['mutual trust', 'en'],
  ] as const) {
    await mark(page, text);
    await page
      .getByRole('button', { name: words.words_write.replace('{address}', '3.2.1.3') })
      .click();
    await expect.poll(() => page.getByLabel(words.words_label).inputValue()).toBe(text);
    await page.getByLabel(label, { exact: true }).fill(`On ${text}`);
    await page.getByLabel(search.search_facet_kind).first().selectOption('question');
    await page.getByLabel(words.tags_label).first().fill('tone, 语气');
    await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
    // The note may be told of live before its own form is done: then the note has the focus.
    await page.locator('article:focus', { hasText: `On ${text}` }).waitFor();
    const thread = page.locator('.thread', { hasText: `On ${text}` });
    await thread.locator(`q:lang(${lang})`, { hasText: text }).waitFor();
    await thread.getByText(search.kind_question).waitFor();
    await thread.getByRole('link', { name: '#语气' }).waitFor();
  }
  await axe(page);
});

/** Marks from one word to another, in two clauses. */
async function markAcross(page: Page, from: [string, string], to: [string, string]): Promise<void> {
  await page.evaluate(
    (ends) => {
      const places = ends.map(([path, wanted]) => {
        for (const piece of document.querySelectorAll(`[data-path="${path}"] [data-piece]`)) {
          const at = piece.textContent.lastIndexOf(wanted);
          if (at !== -1 && piece.firstChild !== null)
            return { node: piece.firstChild, at, end: at + wanted.length };
        }
        throw new Error(`not in the text: ${wanted}`);
      });
      const [first, last] = places;
      if (first === undefined || last === undefined) throw new Error('two ends');
      getSelection()?.setBaseAndExtent(first.node, first.at, last.node, last.end);
    },
    [from, to] as const,
  );
}

journey(
  'words that stand twice, and words of two clauses, are meant where they were marked',
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Ranger');
    await page.goto('/t/ncss-2016/1.1.8.2');
    const write = async (address: string, body: string): Promise<void> => {
      await page
        .getByRole('button', { name: words.words_write.replace('{address}', address) })
        .click();
      const field = page.getByLabel(notes.write_label.replace('{address}', address), {
        exact: true,
      });
      await field.fill(body);
      await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
      await page.locator('.thread', { hasText: body }).waitFor();
    };
    await markAcross(page, ['1.1.8.2', 'sovereignty'], ['1.1.8.2', 'sovereignty']);
    await write('1.1.8.2', 'On the last of three');
    await page
      .locator('.thread', { hasText: 'On the last of three' })
      .locator('q', { hasText: 'sovereignty' })
      .waitFor();

    await markAcross(page, ['1.1.8.1', 'sovereignty'], ['1.1.8.2', 'sovereignty']);
    await write('1.1.8.1-1.1.8.2', 'On two clauses');
    expect(await page.locator('.thread', { hasText: 'On two clauses' }).locator('q').count()).toBe(
      2,
    );
    await axe(page);
  },
);

journey('without script the words meant are typed, and a refusal keeps them', async ({ open }) => {
  const page = await open({ script: false });
  await signUp(page, 'Typist');
  await page.goto(clause);
  const body = page.getByLabel(label, { exact: true });
  if (!(await body.isVisible()))
    await page.getByText(notes.write_open.replace('{address}', '3.2.1.3')).first().click();
  await page.getByText(words.words_label).first().click();
  await page.getByRole('textbox', { name: words.words_label }).fill('量子火锅');
  await body.fill('On words that are not there');
  await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await page.getByText(problems.problem_words_absent).waitFor();
  expect(await body.inputValue()).toBe('On words that are not there');
  const typed = page.getByRole('textbox', { name: words.words_label });
  expect(await typed.inputValue()).toBe('量子火锅');
  await axe(page);
  await typed.fill('和谐网络世界');
  await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await page.locator('.thread q', { hasText: '和谐网络世界' }).waitFor();
});
