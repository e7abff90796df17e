import type { Page } from 'playwright-core';
import en from '../messages/en/notes.json' with { type: 'json' };
import readerEn from '../messages/en/reader.json' with { type: 'json' };
import zh from '../messages/zh-Hans/notes.json' with { type: 'json' };
import readerZh from '../messages/zh-Hans/reader.json' with { type: 'json' };
import { describe, expect } from 'vitest';
import { administrator, signUp } from './support/people.ts';
import { axe } from './support/axe.ts';
import { journey, type Visit } from './support/journey.ts';

/*
 * The first promise: two people who have never seen the program read the real text, sign up, and
 * argue about one clause. The same steps with and without JavaScript, in both interface languages.
 */

const messages = { en: { ...en, ...readerEn }, 'zh-CN': { ...zh, ...readerZh } } as const;

/** What the interface says, as the person of this language reads it. */
function wordsOf(language: keyof typeof messages) {
  const m = messages[language];
  const fill = (text: string, values: Record<string, string>): string =>
    text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
  return {
    open: fill(m.write_open, { address: '4.3.1.2' }),
    note: fill(m.write_label, { address: '4.3.1.2' }),
    post: m.write_submit,
    reply: m.note_reply,
    replyTo: (name: string) => fill(m.reply_label, { name }),
    replySubmit: m.reply_submit,
    edit: m.note_edit,
    editLabel: m.edit_label,
    save: m.edit_submit,
    edited: m.note_edited,
    lost: m.gap_sentence_lost + fill(m.gap_about_words, { count: '22' }),
  };
}

const clause = '/t/ncss-2016/4.3.1.2';

/** The form stands open where nobody has written yet, and behind its title elsewhere. */
async function write(page: Page, title: string, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  if (!(await field.isVisible())) await page.getByText(title).first().click();
  await field.fill(text);
}

async function argue(
  open: (visit?: Visit) => Promise<Page>,
  visit: Required<Pick<Visit, 'language'>> & Visit,
) {
  const w = wordsOf(visit.language);
  const mark = Math.random().toString(36).slice(2, 8);

  const first = await open(visit);
  await signUp(first, `Ada ${mark}`);
  await first.goto(clause);
  await first.getByText('采取一切必要措施保护关键信息基础设施').first().waitFor();
  expect(await first.locator('body').innerText()).toContain(w.lost);
  await write(first, w.open, w.note, `Does *all* bind the state ${mark}?`);
  await first.getByRole('button', { name: w.post, exact: true }).click();
  const note = first.getByRole('article').filter({ hasText: `bind the state ${mark}` });
  await note.waitFor();
  expect(await note.locator('em').innerText()).toBe('all');

  const second = await open(visit);
  await signUp(second, `Ben ${mark}`);
  await second.goto(clause);
  const theirs = second.getByRole('article').filter({ hasText: `bind the state ${mark}` });
  await theirs.getByText(w.reply, { exact: true }).click();
  await second
    .getByLabel(w.replyTo(`Ada ${mark}`), { exact: true })
    .fill(`It binds the operator ${mark}.`);
  await second
    .locator('form.write')
    .filter({ hasText: w.replyTo(`Ada ${mark}`) })
    .getByRole('button', { name: w.replySubmit, exact: true })
    .click();
  await second
    .getByRole('article')
    .filter({ hasText: `the operator ${mark}` })
    .waitFor();

  await first.goto(clause);
  await first
    .getByRole('article')
    .filter({ hasText: `the operator ${mark}` })
    .waitFor();
  await first
    .getByRole('article')
    .filter({ hasText: `bind the state ${mark}` })
    .getByText(w.edit, { exact: true })
    .click();
  const field = first.getByLabel(w.editLabel, { exact: true });
  await field.waitFor();
  await field.fill(`Does *every* measure bind the state ${mark}?`);
  await first.getByRole('button', { name: w.save, exact: true }).click();
  const edited = first
    .getByRole('article')
    .filter({ hasText: `every measure bind the state ${mark}` });
  await edited.waitFor();
  await edited.getByText(w.edited).click();
  await first.waitForURL('**/history');
  const history = await first.locator('main').innerText();
  expect(history).toContain(`Does all bind the state ${mark}?`);
  expect(history).toContain(`Does every measure bind the state ${mark}?`);
  await axe(first);
  await first.goto(clause);
  await axe(first);
}

describe.each([true, false])('JavaScript %s', (script) => {
  journey('two people argue about a clause that is lost in English', async ({ open }) => {
    await argue(open, { script, language: 'en' });
  });
  journey('the same in Chinese', async ({ open }) => {
    await argue(open, { script, language: 'zh-CN' });
  });
});

journey(
  'where the translation is withheld its column says so, and notes stay',
  async ({ open, browser }) => {
    const keeper = await administrator(browser);
    const set = async (access: string) => {
      await keeper.goto('/admin/editions');
      const form = keeper.locator('#edition-en-creemers');
      await form.locator(`input[value="${access}"]`).check();
      await form.getByRole('button').click();
      await keeper.waitForLoadState();
    };
    const page = await open();
    await signUp(page, 'Chen');
    await page.goto('/t/ncss-2016/2.0.5.1');
    await write(page, 'Write on 2.0.5.1', 'Your note on 2.0.5.1', 'A note on the label');
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByRole('article').filter({ hasText: 'A note on the label' }).waitFor();
    await set('withheld');
    try {
      const reader = await open();
      await reader.goto('/t/ncss-2016/2.0.5.1');
      const text = await reader.locator('body').innerText();
      expect(text).toContain('withheld');
      expect(text).toContain('合作：世界各国');
      expect(text).toContain('A note on the label');
      expect(text).not.toContain('All countries worldwide are to develop');
      expect((await reader.request.get('/t/ncss-2016.en-creemers.txt')).status()).toBe(403);
      await axe(reader);
    } finally {
      await set('public');
    }
  },
);
