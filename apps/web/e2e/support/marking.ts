import type { Locator, Page } from 'playwright-core';
import words from '../../messages/en/writing.json' with { type: 'json' };

const titles = { 'zh-Hans': '国家网络空间安全战略', en: 'National Cyberspace Security Strategy' };

/** The field of the words meant in one language. */
export const wordsIn = (page: Page, lang: keyof typeof titles): Locator =>
  page.getByRole('textbox', { name: `${words.words_in} ${titles[lang]}`, exact: true });

/** Words of a clause, the last time they stand there. */
export type End = readonly [path: string, words: string];

/** Marks words as a mouse does, from those to these: in the text of a clause or in its gap. */
export async function mark(page: Page, from: End, to: End = from): Promise<void> {
  await page.evaluate(
    (ends) => {
      const places = ends.map(([path, wanted]) => {
        for (const passage of document.querySelectorAll(`[data-path="${path}"] .passage`)) {
          const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
          for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
            const at = node.textContent?.lastIndexOf(wanted) ?? -1;
            if (at !== -1) return { node, at, end: at + wanted.length };
          }
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
