import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import bring from '../messages/en/bring.json' with { type: 'json' };
import cite from '../messages/en/cite.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey, type Open } from './support/journey.ts';
import { signUp } from './support/people.ts';
import { statuteInChinese, statuteInWord } from './support/small-statute.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

interface Brought {
  readonly name: string;
  readonly buffer: Buffer;
}
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const chosen = ({ name, buffer }: Brought) => ({
  ...{ name, buffer },
  mimeType: name.endsWith('.docx') ? wordType : 'text/plain',
});

/** Brings one file, or two, and waits until it was read: the page says so by itself. */
async function upload(page: Page, name: string, ...files: readonly Brought[]): Promise<string> {
  await page.goto('/works/new');
  await page.locator('#bring-name').fill(name);
  const [first, second] = files;
  if (second !== undefined) {
    await page.getByLabel(bring.bring_how_two, { exact: true }).check();
    await page.locator('#bring-file2').setInputFiles(chosen(second));
  }
  if (first !== undefined) await page.locator('#bring-file1').setInputFiles(chosen(first));
  await press(page, bring.bring_submit);
  await page.waitForURL(/\/works\/imports\//);
  await page
    .getByRole('heading', { level: 2, name: bring.bring_sources, exact: true })
    .waitFor({ timeout: 120_000 });
  return new URL(page.url()).pathname;
}

const both = async (): Promise<readonly Brought[]> => [
  { name: 'act.docx', buffer: await statuteInWord() },
  { name: 'law.txt', buffer: Buffer.from(statuteInChinese) },
];

async function publish(page: Page, here: string): Promise<string> {
  await page.goto(`${here}/publish`);
  await page.locator('#publish-title-en').fill('Reading Rooms Act');
  await page.locator('#publish-title-zh-Hans').fill('阅览室法');
  // Sent without a day: the field says what is missing, and nothing that was typed is lost.
  await press(page, bring.bring_publish_submit);
  await page.locator('#publish-issued[aria-invalid=true]').waitFor();
  expect(await page.locator('#publish-title-en').inputValue()).toBe('Reading Rooms Act');
  await page.locator('#publish-issued').fill('2021-03-01');
  await page.locator('#publish-abbreviation').fill('RRA');
  await page.locator('#publish-slug').fill('reading rooms');
  await axe(page);
  await press(page, bring.bring_publish_submit);
  await page.waitForURL(/\/t\/reading-rooms-[0-9a-z]{8}/, { timeout: 60_000 });
  return new URL(page.url()).pathname;
}

/** Writes on a clause, and finds how it is cited. */
async function annotate(page: Page, work: string, address: string, words: string): Promise<void> {
  await page.goto(`${work}/${address}`);
  const field = page.getByLabel(filled(notes.write_label, { address }), { exact: true });
  if (!(await field.isVisible()))
    await page.getByText(filled(notes.write_open, { address })).first().click();
  await field.fill(words);
  await press(page, notes.write_submit);
  await page.getByRole('article').filter({ hasText: words }).first().waitFor();
  await axe(page);
  await page.getByRole('link', { name: cite.cite_title, exact: true }).first().click();
  const citation = page.locator('section.cite .citation').first();
  await citation.waitFor();
  expect(await citation.innerText()).toContain(`${work}@`);
  await axe(page);
}

/** The sentence that has the focus. */
const here = (page: Page) => page.locator('[data-unit]:focus');
const key = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve());

/** Number of the sentence that has the focus, and its row. */
const stood = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.getAttribute('data-unit') ?? ''} ${at?.closest('li')?.textContent ?? ''}`;
  });

/** Goes on by the key until it stands on these words. */
async function stepTo(page: Page, words: string, by = 'j'): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    if ((await here(page).count()) > 0 && (await here(page).innerText()).includes(words)) return;
    const before = await stood(page);
    await key(page, by);
    await expect.poll(() => stood(page)).not.toBe(before);
  }
  throw new Error(`nowhere: ${words}`);
}

/** A key, and what the page says of it. */
async function does(page: Page, pressed: string, said: string): Promise<void> {
  await key(page, pressed);
  await expect.poll(() => page.locator('.said').innerText()).toContain(said);
}
const rowOf = (page: Page, words: string) =>
  page.locator('li.row', { has: page.locator('.words', { hasText: words }) });

async function correctByKeys(page: Page): Promise<void> {
  await page.locator('[data-unit]').first().waitFor();
  // Keys are there once the page's script is.
  await expect
    .poll(async () => {
      await key(page, 'j');
      return here(page).count();
    })
    .toBe(1);
  // An article whose only sentence was taken for its heading: split, put beside the other language.
  await stepTo(page, 'Article 2. A reading room');
  await key(page, 's');
  await page.getByLabel(bring.bring_split_label, { exact: true }).waitFor();
  await does(page, 'Enter', bring.bring_said_split);
  await stepTo(page, 'A reading room is');
  await does(page, 'r', bring.bring_said_join);
  await rowOf(page, 'A reading room is').locator('.words', { hasText: '免费阅读' }).waitFor();
  // A heading that no number marks, in both languages.
  await stepTo(page, 'Duties of the keeper');
  await does(page, 'h', bring.bring_said_lift);
  await page.locator('.heading', { hasText: 'Duties of the keeper' }).waitFor();
  await key(page, 'ArrowRight');
  await stepTo(page, '管理员的职责');
  await does(page, 'h', bring.bring_said_lift);
  // Two sentences made one by mistake, and taken back.
  await key(page, 'ArrowLeft');
  await stepTo(page, 'Readers keep silent.');
  await does(page, 'm', bring.bring_said_merge);
  await page.locator('.words', { hasText: 'silent. They return' }).waitFor();
  await does(page, 'u', bring.bring_said_undo);
  await page.locator('.words', { hasText: 'silent. They return' }).waitFor({ state: 'detached' });
  // What the translation has lost.
  await key(page, 'ArrowRight');
  await stepTo(page, '读者不得在书上写字');
  await does(page, 'o', bring.bring_said_part);
  await does(page, 'g', bring.bring_said_gap);
  await rowOf(page, '读者不得在书上写字').getByText(bring.bring_desk_checked).waitFor();
}

describe('a text of one’s own', () => {
  journey(
    'two files are corrected by keys, left and come back to, published, annotated and cited',
    { timeout: 240_000 },
    async ({ open }) => {
      const page = await open();
      await signUp(page, 'Sina Scholar');
      await page.goto('/works/new');
      await axe(page);
      const at = await upload(page, 'Rooms', ...(await both()));
      await axe(page);

      await follow(page, bring.bring_to_furniture);
      await page.getByText('— 2 —', { exact: true }).waitFor();
      await page.getByText(bring.bring_reason_page_number).first().waitFor();
      await axe(page);

      await page.goto(`${at}/naming`);
      const first = page.locator('#languages-lang-0');
      expect(await first.inputValue()).toBe('en');
      await page.locator('#levels-0-en').fill('division');
      await press(page, bring.bring_naming_levels_do);
      await page.getByText(bring.bring_done_levels).waitFor();
      await axe(page);

      await page.goto(`${at}/correct`);
      await axe(page);
      await correctByKeys(page);
      await axe(page);

      // Left in the middle, by another browser of the same person too: it is as it was left.
      await page.goto('/works/new');
      await follow(page, 'Rooms');
      await follow(page, bring.bring_to_correct);
      await page.locator('.heading', { hasText: '管理员的职责' }).waitFor();

      const work = await publish(page, at);
      await page.getByText('The keeper lends no book overnight.').first().waitFor();
      await axe(page);
      await annotate(page, work, '1.1.1.1', 'Only public ones?');
    },
  );

  journey(
    'uploads, publishes and writes without script',
    { timeout: 180_000 },
    async ({ open }) => {
      const page = await open({ script: false });
      await signUp(page, 'Nora Noscript');
      const at = await upload(page, 'Rooms', ...(await both()));
      await axe(page);
      await page.goto(`${at}/correct`);
      expect(await page.locator('main').innerText()).toContain(bring.bring_desk_noscript);
      await axe(page);
      await annotate(page, await publish(page, at), '1.1.1.1', 'Written without script');
    },
  );

  for (const script of [true, false])
    journey(
      `a language that cannot be told is named before it is published (script: ${String(script)})`,
      { timeout: 120_000 },
      async ({ open }) => {
        const page = await open({ script });
        await signUp(page, 'Lena Language');
        const text = 'Ĉapitro\n\nIru nun. Venu poste.\n';
        const at = await upload(page, 'Unknown', { name: 'a.txt', buffer: Buffer.from(text) });
        await page.goto(`${at}/publish`);
        expect(await page.locator('#publish').count()).toBe(0);
        await axe(page);
        await follow(page, bring.bring_to_naming_first);
        await press(page, bring.bring_naming_languages_do);
        await page.locator('#languages-lang-0[aria-invalid=true]').waitFor();
        await axe(page);
        await page.locator('#languages-tag-0').fill('Esperanto');
        await press(page, bring.bring_naming_languages_do);
        await page.locator('#languages-tag-0[aria-invalid=true]').waitFor();
        expect(await page.locator('#languages-tag-0').inputValue()).toBe('Esperanto');
        await page.locator('#languages-tag-0').fill('EO');
        await press(page, bring.bring_naming_languages_do);
        await page.getByText(bring.bring_done_languages).waitFor();
        expect(await page.locator('#languages-lang-0').inputValue()).toBe('eo');
        await page.goto(`${at}/publish`);
        await page.locator('#publish-title-eo').waitFor();
      },
    );
});

describe('what cannot be read as it is', () => {
  const failed = async (open: Open, script: boolean, file: Brought): Promise<Page> => {
    const page = await open({ script });
    await signUp(page, 'Fay Faulty');
    await upload(page, 'Faulty', file);
    return page;
  };
  for (const script of [true, false]) {
    const word = bring.bring_fault_file_pdf;
    journey(
      `a file that lies says what it is and what to do (script: ${String(script)})`,
      { timeout: 120_000 },
      async ({ open }) => {
        const lie = { name: 'act.txt', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') };
        const page = await failed(open, script, lie);
        await page.getByText(word).waitFor();
        await axe(page);
        // A Word file under another name is read, and told.
        await upload(page, 'Renamed', { name: 'act.txt', buffer: await statuteInWord() });
        await page.getByText(bring.bring_notice_other_kind).waitFor();
        await axe(page);
      },
    );

    journey(
      `an empty file, and one in an old encoding (script: ${String(script)})`,
      { timeout: 120_000 },
      async ({ open }) => {
        const page = await failed(open, script, { name: 'a.txt', buffer: Buffer.from('') });
        await page.getByText(bring.bring_fault_file_empty).waitFor();
        await page.getByText(bring.bring_failed_kept).waitFor();
        await axe(page);
        // 国家网络法。第一条 保护网络。
        const hex = 'b9fabcd2cdf8c2e7b7a8a1a3b5dad2bbccf520b1a3bba4cdf8c2e7a1a3';
        await upload(page, 'Old', { name: 'law.txt', buffer: Buffer.from(hex, 'hex') });
        await page
          .getByText(filled(bring.bring_encoding_guessed, { encoding: 'GB 18030 / GBK' }))
          .waitFor();
        await axe(page);
      },
    );
  }
});

journey(
  'of two hundred thousand words a page has a stretch',
  { timeout: 240_000 },
  async ({ open }) => {
    const page = await open();
    await signUp(page, 'Lara Large');
    const article = (n: number): string =>
      `Article ${String(n)}. Rooms\n\n${'The keeper of each of these rooms keeps a list of all its books. '.repeat(7)}`;
    const text = Array.from({ length: 2_200 }, (_, n) => article(n + 1)).join('\n\n');
    expect(text.split(/\s+/).length).toBeGreaterThan(200_000);
    const at = await upload(page, 'Large', { name: 'large.txt', buffer: Buffer.from(text) });
    await page.goto(`${at}/correct`);
    await page.locator('[data-unit]').first().waitFor();
    const count = () => page.locator('[data-unit]').count();
    expect(await count()).toBeLessThanOrEqual(60);
    expect(await page.locator('#desk-contents option').count()).toBeLessThanOrEqual(400);
    await expect
      .poll(async () => {
        await key(page, 'j');
        return here(page).count();
      })
      .toBe(1);
    await follow(page, bring.bring_desk_further);
    await page.waitForURL(/from=60$/);
    expect(await count()).toBeLessThanOrEqual(60);
    await does(page, 'm', bring.bring_said_merge);
    expect(await count()).toBeLessThanOrEqual(60);
  },
);
