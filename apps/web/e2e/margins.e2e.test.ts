import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/review.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { ask, handleOf } from './support/ask.ts';
import { journey, type Visit } from './support/journey.ts';
import { administrator, signUp } from './support/people.ts';

const seenBy = async (page: Page, home: string): Promise<number> =>
  (await ask<{ seen: number }>(page, 'GET', `${home}/review`)).seen;

const body = 'The law of the sea is old.\n\nThe **law** of cyberspace is young, as [[T2]] says.';

/** A commentary of two entries, complete, and handed in. */
async function handIn(lead: Page): Promise<string> {
  const { id } = await ask<{ id: string }>(lead, 'POST', '/commentaries', {
    ...{
      work: 'ncss-2016',
      slug: `m-${randomUUID().slice(0, 8)}`,
      title: 'On seas',
      language: 'en',
    },
  });
  const home = `/commentaries/${id}`;
  for (const label of ['T1', 'T2'])
    await ask(lead, 'POST', `${home}/parts`, {
      ...{ kind: 'entry', label, title: `Entry ${label}`, places: [{ at: '4.3.1.2' }] },
      ...{ body: label === 'T1' ? body : 'A short one.', key: randomUUID() },
    });
  const who = { kind: 'person', family: 'Lead', given: 'Lena', orcid: '', affiliation: '' };
  await ask(lead, 'PUT', home, {
    ...{ title: 'On seas', subtitle: '', abstract: 'What it says.', language: 'en', version: 1 },
    ...{ licence: 'CC-BY-4.0', interests: 'None.', contributors: [{ ...who, roles: [] }] },
  });
  await submit(lead, home);
  return home;
}
const submit = async (lead: Page, home: string): Promise<void> => {
  await ask(lead, 'POST', `${home}/submission`, { seen: await seenBy(lead, home), note: '' });
};

async function openRound(
  home: string,
  n: number,
  { editor, reviewer, names }: { editor: Page; reviewer: Page; names: 'open' | 'closed' },
): Promise<void> {
  const seen = await seenBy(editor, home);
  await ask(editor, 'POST', `${home}/rounds`, { seen, names, dueOn: null, message: '' });
  const path = `${home}/rounds/${String(n)}`;
  await ask(editor, 'POST', `${path}/reviewers`, { who: await handleOf(reviewer), dueOn: null });
  await ask(reviewer, 'PUT', `${path}/answer`, { accepts: true });
}

const part = (page: Page, n: number) => page.locator('.margins > article').nth(n);
const wrote = (page: Page) => page.getByRole('status').filter({ hasText: words.rev_margin_wrote });

/** Opens a fold and goes on from field to field by keys alone. */
async function byKeys(page: Page, summary: ReturnType<Page['locator']>, text: string) {
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(text);
}

async function markWords(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([first = '', last = '']) => {
      const text = document.querySelector('.margins .text');
      if (text === null) throw new Error('no text');
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const data = node.textContent ?? '';
        if (data.includes(first)) range.setStart(node, data.indexOf(first));
        if (data.includes(last)) range.setEnd(node, data.indexOf(last) + last.length);
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [from, to],
  );
}

/** What is underlined in the page. */
const underlined = (): string =>
  Array.from(CSS.highlights.get('margin-words') ?? [], (each) => {
    const range = document.createRange();
    range.setStart(each.startContainer, each.startOffset);
    range.setEnd(each.endContainer, each.endOffset);
    return range.toString();
  }).join(' | ');

const visits: readonly (Visit & { readonly names: 'open' | 'closed' })[] = [
  { script: true, names: 'closed' },
  { script: false, names: 'open', size: { width: 390, height: 844 } },
];

for (const { names, ...visit } of visits)
  journey(
    `a reviewer writes in the margin, authors answer, over two rounds (names ${names}, script: ${String(visit.script)})`,
    async ({ browser, open }) => {
      const [lead, editor, reviewer] = [await open(visit), await open(visit), await open(visit)];
      await signUp(lead, 'Lena Lead');
      await signUp(editor, 'Edda Editor');
      await signUp(reviewer, 'Rita Reviewer');
      const admin = await administrator(browser);
      await ask(admin, 'POST', '/editors', { who: await handleOf(editor) });
      const home = await handIn(lead);
      await openRound(home, 1, { editor, reviewer, names });
      const first = `${home}/review/1`;

      // References of the round lead inside it; a note is written on words that are marked, or copied.
      await reviewer.goto(first);
      const [one, two] = [part(reviewer, 0), part(reviewer, 1)];
      const target = await one.getByRole('link', { name: 'T2' }).getAttribute('href');
      expect(await two.getAttribute('id')).toBe(target?.split('#')[1]);
      await axe(reviewer);
      const form = one.getByRole('form', {
        name: `${words.rev_margin_begin_on.replace('{part}', '')}T1 Entry T1`,
      });
      if (visit.script === true) {
        const marked = reviewer.getByRole('button', { name: words.rev_margin_marked });
        // The button comes with script.
        const isOffered = async () => {
          await markWords(reviewer, 'law', 'of cyberspace');
          return marked.isVisible();
        };
        await expect.poll(isOffered, { timeout: 60_000 }).toBe(true);
        await marked.click();
        expect(await form.getByLabel(words.rev_margin_words).inputValue()).toBe(
          'law of cyberspace',
        );
        await reviewer.keyboard.type('Whose law?');
        await form.getByLabel(words.rev_margin_words).fill('law');
      } else {
        await byKeys(reviewer, one.locator('.margin > details > summary'), 'Whose law?');
        await form.getByLabel(words.rev_margin_words).fill('law');
      }
      await form.getByRole('button').click();
      await reviewer.getByText(words.rev_margin_ambiguous).first().waitFor();
      expect(await form.getByLabel(words.rev_margin_body, { exact: true }).inputValue()).toBe(
        'Whose law?',
      );
      await axe(reviewer);
      await form.getByLabel(words.rev_margin_words).fill('law of cyberspace');
      await form.getByRole('button').click();
      await wrote(reviewer).waitFor();
      await one.locator('.thread blockquote', { hasText: 'law of cyberspace' }).waitFor();
      if (visit.script === true)
        await expect.poll(() => reviewer.evaluate(underlined)).toBe('law of cyberspace');

      // Another by keys alone, for editors; then one changes their mind about it, and again.
      await byKeys(reviewer, two.locator('.margin > details > summary'), 'Too short.');
      await two.getByRole('radio', { name: words.rev_margin_to_editors }).check();
      await reviewer.keyboard.press('Tab');
      await reviewer.keyboard.press('Enter');
      await wrote(reviewer).waitFor();
      await two.getByText('Too short.').first().waitFor();
      await two.getByRole('button', { name: words.rev_margin_remove, exact: true }).click();
      await two.getByText(words.rev_margin_removed).waitFor();
      await two.getByRole('button', { name: words.rev_margin_restore, exact: true }).click();
      await two.getByRole('button', { name: words.rev_margin_remove, exact: true }).waitFor();
      const change = two.getByRole('form', { name: words.rev_margin_change_note });
      await two.getByText(words.rev_margin_change, { exact: true }).click();
      await change.getByRole('textbox').fill('Too short by half.');
      await change.getByRole('button').click();
      await two.getByText('Too short by half.').first().waitFor();
      await axe(reviewer);

      // Authors know of none of it; an editor reads all, and answers.
      await lead.goto(first);
      await lead.getByRole('heading', { name: 'T1 Entry T1' }).waitFor();
      expect(await lead.locator('.margin').count()).toBe(0);
      await editor.goto(`${home}/review`);
      await editor.getByText(words.rev_margin_count.replace('{all}', '2')).first().waitFor();
      await editor.goto(first);
      await editor.getByText('Too short by half.').waitFor();
      await editor.getByText('Rita Reviewer').first().waitFor();
      const thread = part(editor, 0).locator('.thread').first();
      await byKeys(editor, thread.locator('summary'), 'I ask the same.');
      await editor.keyboard.press('Tab');
      await editor.keyboard.press('Enter');
      await wrote(editor).waitFor();
      await axe(editor);

      // With the decision authors are told; they answer, and say that it is dealt with.
      await ask(editor, 'POST', `${home}/decisions`, {
        ...{ kind: 'request-changes', seen: await seenBy(editor, home) },
        ...{ reason: '', message: 'See the margins.' },
      });
      await lead.goto(`${home}/review`);
      await lead.getByText(words.rev_margin_count_one).first().waitFor();
      await lead.goto(first);
      const told = part(lead, 0).locator('.thread');
      await told.getByText('Whose law?').waitFor();
      await told.getByText('I ask the same.').waitFor();
      const shown = names === 'open' ? 'Rita Reviewer' : words.rev_reviewer.replace('{n}', '1');
      await told.getByText(shown, { exact: true }).waitFor();
      if (names === 'closed') expect(await lead.content()).not.toContain('Rita');
      expect(await lead.getByText('Too short by half.').count()).toBe(0);
      await byKeys(lead, told.locator('summary'), 'That of states; it says so now.');
      await lead.keyboard.press('Tab');
      await lead.keyboard.press('Enter');
      await wrote(lead).waitFor();
      await told.getByRole('button', { name: words.rev_margin_settle }).click();
      await told.getByRole('button', { name: words.rev_margin_reopen }).waitFor();
      await axe(lead);

      // In the next round the reviewer sees the answer, and what became of the words.
      const { items } = await ask<{ items: { id: string; label: string }[] }>(
        lead,
        'GET',
        `${home}/proof`,
      );
      const id = items.find(({ label }) => label === 'T1')?.id ?? '';
      const { version } = await ask<{ version: number }>(lead, 'GET', `${home}/parts/${id}`);
      await ask(lead, 'PUT', `${home}/parts/${id}`, {
        ...{ label: 'T1', title: 'Entry T1', version },
        body: body.replace('is young', 'is that of states'),
      });
      await submit(lead, home);
      await openRound(home, 2, { editor, reviewer, names });
      await reviewer.goto(`${home}/review/2`);
      await one.getByText('That of states; it says so now.').waitFor();
      await one.getByText(words.rev_margin_by_author, { exact: true }).waitFor();
      await one.getByText(words.rev_margin_difference.replace('{n}', '1')).click();
      await one.locator('ins', { hasText: 'that of states' }).waitFor();
      await axe(reviewer);
      await one.getByRole('button', { name: words.rev_margin_reopen }).click();
      await wrote(reviewer).waitFor();
      expect(await one.getByRole('button', { name: words.rev_margin_reopen }).count()).toBe(0);
      await lead.goto(`${home}/review/2`);
      await told.getByRole('button', { name: words.rev_margin_settle }).waitFor();
    },
    180_000,
  );
