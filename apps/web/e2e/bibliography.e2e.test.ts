import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import bibliography from '../messages/en/bibliography.json' with { type: 'json' };
import words from '../messages/en/commentaries.json' with { type: 'json' };
import common from '../messages/en/common.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const named = (text: string, key: string): string => text.replace('{key}', key);

const pasted = `@book{hart1961,
  author = {Hart, H. L. A.}, title = {The Concept of Law}, year = 1961
}
Some words.
@article{fuller, author = {Fuller, Lon L.}, title = {Positivism <b>and</b> Fidelity}, year = 1958}
@book{raz, author = {Raz, Joseph}, title = {Practical Reason}, year = 1975}`;

for (const script of [true, false])
  journey(
    `works are pasted, looked at, cited and read in the proof (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      const checked = async () => {
        if (script) await axe(page);
      };
      await signUp(page, 'Lena Lead');
      await page.goto('/commentaries');
      await field(page, words.com_name).fill('The Strategy, read');
      await field(page, words.com_slug).fill(`law-${randomUUID().slice(0, 8)}`);
      await press(page, words.com_begin_submit);
      await said(page, words.com_done_begun);
      const home = new URL(page.url()).pathname;

      await page.goto(`${home}/bibliography`);
      await said(page, bibliography.bib_works_none);
      await checked();
      await field(page, bibliography.bib_paste_label).fill(pasted);
      await press(page, bibliography.bib_paste_submit);
      await said(page, 'Hart, H. L. A. 1961. The Concept of Law.');
      await said(page, 'Some words.');
      expect(await field(page, bibliography.bib_paste_label).inputValue()).toBe(pasted);
      await checked();
      await field(page, named(bibliography.bib_take, '@raz')).selectOption('skip');
      await press(page, bibliography.bib_take_submit);
      await said(page, bibliography.bib_done_taken);
      expect(await page.locator('section:has(#works) code').allInnerTexts()).toEqual([
        '@fuller',
        '@hart1961',
      ]);
      await checked();

      // A key that is no key is refused with all that was typed; then the work is another.
      await page.getByRole('link', { name: named(bibliography.bib_edit_of, '@hart1961') }).click();
      await field(page, bibliography.bib_field_publisher).fill('Clarendon Press');
      await field(page, bibliography.bib_key).fill('a b');
      await press(page, bibliography.bib_save);
      await said(page, problems.problem_citation_key_malformed);
      expect(await field(page, bibliography.bib_field_publisher).inputValue()).toBe(
        'Clarendon Press',
      );
      await checked();
      await field(page, bibliography.bib_key).fill('hart');
      await press(page, bibliography.bib_save);
      await said(page, bibliography.bib_done_saved);

      await page.goto(`${home}/parts/new?kind=entry`);
      await field(page, words.com_places).fill('4.3.1.2');
      await field(page, words.com_label).fill('T1');
      await field(page, words.com_name).fill('Of law');
      await field(page, words.com_body).fill('As was said [see @hart, p. 12; @nobody].');
      await press(page, common.save);
      await said(page, words.com_done_part);

      await page.goto(`${home}/proof`);
      await page.getByText('(see Hart 1961, p. 12; @nobody)').waitFor();
      await page.getByText('Hart, H. L. A. 1961. The Concept of Law. Clarendon Press.').waitFor();
      await checked();
      await page.getByRole('link', { name: 'Hart 1961' }).click();
      await page.locator('li:target', { hasText: 'Clarendon' }).waitFor();

      // What is cited stays; what is not goes, and comes back.
      await page.goto(`${home}/bibliography`);
      expect(
        await page
          .getByRole('button', { name: named(bibliography.bib_remove_of, '@hart') })
          .count(),
      ).toBe(0);
      await press(page, named(bibliography.bib_remove_of, '@fuller'));
      await said(page, bibliography.bib_done_removed);
      await press(page, named(bibliography.bib_bring_back_of, '@fuller'));
      await said(page, bibliography.bib_done_back);
    },
  );
