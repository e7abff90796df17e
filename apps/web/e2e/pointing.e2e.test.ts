import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import reader from '../messages/en/reader.json' with { type: 'json' };
import search from '../messages/en/search.json' with { type: 'json' };
import words from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { hydrated } from './support/hydrated.ts';
import { mark, wordsIn } from './support/marking.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/3.2.1.3';
const at = (message: string, address: string) => message.replace('{address}', address);
const label = at(notes.write_label, '3.2.1.3');

async function post(page: Page, address: string, body: string): Promise<void> {
  await page.getByLabel(at(notes.write_label, address), { exact: true }).fill(body);
  await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await page.locator('.thread', { hasText: body }).waitFor();
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

journey('words are marked in the text and written on, in either language', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Marker');
  await page.goto(clause);
  for (const [text, lang] of [
    ['求同存异', 'zh-Hans'],
    ['mutual trust', 'en'],
  ] as const) {
    await mark(page, ['3.2.1.3', text]);
    await press(page, at(words.words_write, '3.2.1.3'));
    await expect.poll(() => wordsIn(page, lang).inputValue()).toBe(text);
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

journey(
  'words that stand twice, and words of two clauses, are meant where they were marked',
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Ranger');
    await page.goto('/t/ncss-2016/1.1.8.2');
    await mark(page, ['1.1.8.2', 'sovereignty']);
    await press(page, at(words.words_write, '1.1.8.2'));
    await post(page, '1.1.8.2', 'On the last of three');
    await page
      .locator('.thread', { hasText: 'On the last of three' })
      .locator('q', { hasText: 'sovereignty' })
      .waitFor();

    await mark(page, ['1.1.8.1', 'sovereignty'], ['1.1.8.2', 'sovereignty']);
    await press(page, at(words.words_write, '1.1.8.1-1.1.8.2'));
    await post(page, '1.1.8.1-1.1.8.2', 'On two clauses');
    expect(await page.locator('.thread', { hasText: 'On two clauses' }).locator('q').count()).toBe(
      2,
    );
    await axe(page);
  },
);

journey('words of two languages are offered as a hinge, and seen in both', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Hinger');
  await page.goto(clause);
  await mark(page, ['3.2.1.3', '和谐网络世界'], ['3.2.1.3', 'Persist in mutual respect']);
  await page.getByRole('button', { name: at(words.words_hinge, '3.2.1.3') }).waitFor();
  await axe(page);
  await press(page, at(words.words_hinge, '3.2.1.3'));
  await expect.poll(() => wordsIn(page, 'en').inputValue()).toBe('Persist in mutual respect');
  expect(await wordsIn(page, 'zh-Hans').inputValue()).toMatch(/^和谐网络世界/);
  await post(page, '3.2.1.3', 'On the hinge');
  const thread = page.locator('.thread', { hasText: 'On the hinge' });
  await thread.locator('q:lang(zh-Hans)', { hasText: '和谐网络世界' }).waitFor();
  await thread.locator('q:lang(en)', { hasText: 'Persist in mutual respect' }).waitFor();
  // One language alone has the thread as well.
  await page.goto(`${clause}?view=zh`);
  await thread.locator('q:lang(en)').waitFor();

  // In two columns: first the words of one, then those of the other.
  await page.goto(`${clause}?view=both`);
  await mark(page, ['3.2.1.3', 'mutual trust']);
  await press(page, at(words.words_write, '3.2.1.3'));
  await expect.poll(() => wordsIn(page, 'en').inputValue()).toBe('mutual trust');
  await mark(page, ['3.2.1.3', '包容互信']);
  await press(page, words.words_join.replace('{words}', 'mutual trust'));
  await expect.poll(() => wordsIn(page, 'zh-Hans').inputValue()).toBe('包容互信');
  await post(page, '3.2.1.3', 'Joined by hand');
  await page
    .locator('.thread', { hasText: 'Joined by hand' })
    .locator('q:lang(zh-Hans)', { hasText: '包容互信' })
    .waitFor();

  // Of more than one clause of each there is no hinge, but the clauses.
  await mark(page, ['3.2.1.3', '和谐网络世界'], ['3.2.1.4', 'absolute security']);
  await page.getByText(words.words_spread).waitFor();
  await press(page, at(words.words_clause, '3.2.1.3-3.2.1.4'));
  await page.getByLabel(at(notes.write_label, '3.2.1.3-3.2.1.4'), { exact: true }).waitFor();
});

journey('a gap, a doubtful reading and too many words are no dead ends', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Gapper');
  await page.goto('/t/ncss-2016/4.1.1.2');
  const gap = words.words_entry.replace('{number}', 'G1');
  await mark(page, ['4.1.1.2', reader.gap_sentence_lost]);
  await page.getByText(words.words_none).waitFor();
  await page.getByRole('button', { name: at(words.words_clause, '4.1.1.2') }).waitFor();
  await axe(page);
  await press(page, gap);
  await page.locator('#write').getByRole('link', { name: 'G1' }).waitFor();
  await post(page, '4.1.1.2', 'On what is lost');
  const thread = page.locator('.thread', { hasText: 'On what is lost' });
  await thread.getByRole('link', { name: words.target_entry.replace('{number}', 'G1') }).waitFor();
  // From words into the gap beside them.
  await mark(page, ['4.1.1.1', '活动'], ['4.1.1.1', reader.gap_sentence_lost]);
  await page.getByRole('button', { name: gap, exact: true }).waitFor();
  await press(page, at(words.words_clause, '4.1.1.1'));
  await page.getByLabel(at(notes.write_label, '4.1.1.1'), { exact: true }).waitFor();

  await page.goto('/t/ncss-2016/2.0.5.1');
  await mark(page, ['2.0.5.1', 'Openness']);
  await page.getByRole('button', { name: at(words.words_write, '2.0.5.1') }).waitFor();
  await press(page, words.words_entry.replace('{number}', 'E1'));
  await post(page, '2.0.5.1', 'Openness, as marked');
  await page
    .locator('.thread', { hasText: 'Openness, as marked' })
    .locator('q:lang(en)', { hasText: 'Openness' })
    .waitFor();

  await mark(page, ['1.1.2.2', '网络技术'], ['4.9.3.4', '有效的国际合作']);
  await page.getByText(words.words_long).waitFor();
  await page.getByRole('button', { name: at(words.words_clause, '1.1.2.2-4.9.3.4') }).waitFor();
});

journey(
  'no character is cut: emoji, letters with accents, hanzi of two units',
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Cutter');
    await page.goto(clause);
    // Words that are put in before script has taken over would go again.
    await hydrated(page);
    for (const [text, from, to, meant] of [
      ['a👨‍👩‍👧‍👦b', 3, 5, '👨‍👩‍👧‍👦'],
      ['cafe\u0301s', 0, 4, 'cafe\u0301'],
      ['x𠮷野', 1, 3, '𠮷'],
      ['x𠮷野', 2, 4, '𠮷野'],
    ] as const) {
      await page.evaluate(
        ([shown, start, end]) => {
          const node = document.querySelector(
            '.row.in-focus .passage[lang=en] [data-piece]',
          )?.firstChild;
          if (!(node instanceof Text)) throw new Error('no text');
          node.data = shown;
          getSelection()?.setBaseAndExtent(node, start, node, end);
        },
        [text, from, to] as const,
      );
      await press(page, at(words.words_write, '3.2.1.3'));
      await expect.poll(() => wordsIn(page, 'en').inputValue()).toBe(meant);
    }
  },
);

journey('without script the words meant are typed, and a refusal keeps them', async ({ open }) => {
  const page = await open({ script: false });
  await signUp(page, 'Typist');
  await page.goto(clause);
  const body = page.getByLabel(label, { exact: true });
  const send = () => page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  const unfold = async () => {
    if (!(await body.isVisible()))
      await page.getByText(at(notes.write_open, '3.2.1.3')).first().click();
    if (!(await wordsIn(page, 'en').isVisible()))
      await page.getByText(words.words_label).first().click();
  };
  await unfold();
  await wordsIn(page, 'zh-Hans').fill('量子火锅');
  await body.fill('On words that are not there');
  await send();
  await page.getByText(problems.problem_words_absent).waitFor();
  expect(await body.inputValue()).toBe('On words that are not there');
  expect(await wordsIn(page, 'zh-Hans').inputValue()).toBe('量子火锅');
  await axe(page);
  await wordsIn(page, 'zh-Hans').fill('和谐网络世界');
  await send();
  await page.locator('.thread q', { hasText: '和谐网络世界' }).first().waitFor();

  await unfold();
  await wordsIn(page, 'zh-Hans').fill('求同存异');
  await wordsIn(page, 'en').fill('common');
  await body.fill('Typed on the hinge');
  await page.getByRole('button', { name: words.preview_show }).first().click();
  expect(await wordsIn(page, 'en').inputValue()).toBe('common');
  await wordsIn(page, 'en').fill('quantum hotpot');
  await send();
  await page.getByText(problems.problem_words_absent).waitFor();
  expect(await wordsIn(page, 'zh-Hans').inputValue()).toBe('求同存异');
  await wordsIn(page, 'en').fill('seeking common ground');
  await send();
  const thread = page.locator('.thread', { hasText: 'Typed on the hinge' });
  await thread.locator('q:lang(zh-Hans)', { hasText: '求同存异' }).waitFor();
  await thread.locator('q:lang(en)', { hasText: 'seeking common ground' }).waitFor();
});
