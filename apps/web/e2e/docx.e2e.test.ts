import { randomUUID } from 'node:crypto';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
  type IRunOptions,
} from 'docx';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import commentaries from '../messages/en/commentaries.json' with { type: 'json' };
import words from '../messages/en/docx.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { hydrated } from './support/hydrated.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();
const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

const heading = (text: string, level: 1 | 2 = 1): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel[`HEADING_${String(level) as '1' | '2'}`] });

const slanted: IRunOptions = { italics: true };

/** As a word processor writes it: an introduction, a section, a clause, and what says no place. */
const manuscript = async (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph('A note <b>below</b>.')] } },
      sections: [
        {
          children: [
            heading('Introduction'),
            new Paragraph('Why this was written.'),
            heading('§ 4.3 The tasks'),
            new Paragraph('All tasks together.'),
            heading('4.3.1.2 On sovereignty', 2),
            new Paragraph({
              children: [
                new TextRun('Sovereignty '),
                new TextRun({ text: 'matters', ...slanted }),
                new FootnoteReferenceRun(1),
              ],
            }),
            heading('Words without a place'),
            new Paragraph('Somebody has to say where these belong.'),
            heading('2. A chapter of one’s own'),
            new Paragraph('These are left out.'),
          ],
        },
      ],
    }),
  );

const send = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page.locator('#docx-file').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer,
  });
  await press(page, words.docx_upload);
};

async function begin(page: Page): Promise<string> {
  await page.goto('/commentaries');
  await page.getByLabel(commentaries.com_name, { exact: true }).fill('From a manuscript');
  const slug = page.getByLabel(commentaries.com_slug, { exact: true });
  await slug.fill(`docx-${randomUUID().slice(0, 8)}`);
  await press(page, commentaries.com_begin_submit);
  await said(page, commentaries.com_done_begun);
  return new URL(page.url()).pathname;
}

for (const script of [true, false])
  journey(
    `entries come from a Word file, are placed, and written at once (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      const checked = async () => {
        if (script) await axe(page);
      };
      await signUp(page, 'Dora Docx');
      const home = await begin(page);
      await page.getByRole('link', { name: words.docx_way, exact: true }).click();
      await said(page, words.docx_how);
      await checked();

      // What is no Word file is refused for what it is.
      await send(page, 'notes.docx', Buffer.from('not a document'));
      await said(page, problems.problem_docx_not_word);
      await checked();
      await send(page, 'manuscript.docx', await manuscript());
      await said(page, filled(words.docx_counts, { parts: 5, taken: 3, unplaced: 2 }));
      await said(page, words.docx_problem_no_place);
      await said(page, words.docx_problem_bare_number);
      await page.getByText('Somebody has to say where these belong.').waitFor();
      await checked();

      // It can be left, and come back to; nothing is written yet.
      await page.goto(home);
      await said(page, commentaries.com_parts_none);
      await page.goto(`${home}/import`);
      const kind = page.getByLabel(`${words.docx_becomes}: Words without a place`);
      const place = page.getByLabel(`${words.docx_at}: Words without a place`);
      await kind.selectOption(commentaries.com_kind_entry);
      await place.fill('99.99');
      await press(page, words.docx_confirm);
      await page.locator('input[name^=at-][aria-invalid=true]').waitFor();
      expect(await place.inputValue()).toBe('99.99');
      expect(await kind.inputValue()).toBe('entry');
      await checked();
      await place.fill('IV(3) ¶1 s. 2');
      await press(page, words.docx_choose);
      await said(page, words.docx_done_chosen);
      await said(page, filled(words.docx_counts, { parts: 5, taken: 4, unplaced: 2 }));
      expect(await place.inputValue()).toBe('4.3.1.2');

      await press(page, words.docx_confirm);
      await said(page, words.docx_done_written);
      expect(await page.locator('section:has(#parts) ol .name').allInnerTexts()).toEqual([
        'Introduction',
        'The tasks',
        'On sovereignty',
        'Words without a place',
      ]);
      await page.getByRole('link', { name: 'On sovereignty', exact: true }).click();
      const body = page.getByLabel(commentaries.com_body, { exact: true });
      expect(await body.inputValue()).toBe(
        'Sovereignty *matters*[^1]\n\n[^1]: A note \\<b>below\\</b>.',
      );

      // Another stands beside what is there, and is thrown away.
      await page.goto(`${home}/import`);
      await send(page, 'again.docx', await manuscript());
      await said(page, filled(words.docx_beside, { n: 2 }));
      await said(page, words.docx_problem_second_introduction);
      await press(page, words.docx_drop);
      await said(page, words.docx_done_dropped);
      await page.locator('#docx-file').waitFor();
    },
  );

journey('an upload that breaks off says so, and the file stays chosen', async ({ open }) => {
  const page = await open({ outage: true });
  await signUp(page, 'Brigit Broken');
  await page.goto(`${await begin(page)}/import`);
  await page.route(/\/import\?\/upload/, (route) => route.abort('connectionrefused'));
  await hydrated(page);
  await send(page, 'manuscript.docx', await manuscript());
  await said(page, words.docx_broken);
  expect(await page.locator('#docx-file').inputValue()).toContain('manuscript.docx');
  await axe(page);
  await page.unroute(/\/import\?\/upload/);
  await press(page, words.docx_upload);
  await said(page, words.docx_preview);
});
