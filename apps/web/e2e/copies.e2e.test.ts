import { randomUUID } from 'node:crypto';
import type {
  CommentaryReview,
  CommentaryView,
  PartView,
  ReleaseDifference,
} from '@glossator/contract';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/commentaries.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import publishing from '../messages/en/publishing.json' with { type: 'json' };
import review from '../messages/en/review.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { ask, handleOf } from './support/ask.ts';
import { journey } from './support/journey.ts';
import { administrator, signUp } from './support/people.ts';

const source = 'ncss-2016-textual-notes';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

/** From the title page of what ships to a copy of it, by the form. */
async function beginCopy(page: Page, slug: string): Promise<string> {
  await page.goto(`/c/${source}@1.0`);
  await page.getByRole('link', { name: words.copy_title, exact: true }).click();
  await page.locator('#copy-slug').fill(slug);
  await press(page, words.copy_submit);
  await said(page, words.copy_done);
  return new URL(page.url()).pathname;
}

/** What its authors say of themselves, and no longer what the source said of others. */
async function complete(page: Page, home: string): Promise<void> {
  const view = await ask<CommentaryView>(page, 'GET', home);
  const { title, subtitle, abstract, language, licence, version } = view;
  const who = { kind: 'person', family: 'Lead', given: 'Lena', orcid: '', affiliation: '' };
  await ask(page, 'PUT', home, {
    ...{ title, subtitle, abstract, language, licence, version, interests: 'None.' },
    contributors: [{ ...who, roles: ['writing-review-editing'] }],
  });
}

/** Adds a sentence to T12. */
async function amend(page: Page, home: string, sentence: string): Promise<void> {
  const { parts } = await ask<CommentaryView>(page, 'GET', home);
  const id = parts.find(({ label }) => label === 'T12')?.id ?? '';
  const part = await ask<PartView>(page, 'GET', `${home}/parts/${id}`);
  const { label, title, body, version } = part;
  await ask(page, 'PUT', `${home}/parts/${id}`, {
    ...{ label, title, body: `${body}\n\n${sentence}`, version },
  });
}

const seenBy = (page: Page, home: string) => ask<CommentaryReview>(page, 'GET', `${home}/review`);

/** Decides on what stands. */
async function decide(page: Page, home: string, path: string, data: object): Promise<void> {
  const { seen } = await seenBy(page, home);
  await ask(page, 'POST', `${home}/${path}`, { ...data, seen });
}
const handIn = (page: Page, home: string) => decide(page, home, 'submission', { note: '' });
const answer = (page: Page, home: string, kind: string, reason = '', message = '') =>
  decide(page, home, 'decisions', { kind, reason, message });

journey(
  'a copy of what ships goes through two rounds, is refused and taken back, published and corrected',
  async ({ browser, open }) => {
    const [lead, editor, reviewer] = [await open(), await open(), await open()];
    await signUp(lead, 'Lena Lead');
    await signUp(editor, 'Edda Editor');
    await signUp(reviewer, 'Rita Reviewer');
    const root = await administrator(browser);
    await ask(root, 'POST', '/editors', { who: await handleOf(editor) });
    const slug = `our-notes-${randomUUID().slice(0, 8)}`;

    // An address that is given already is refused, with what was typed.
    await lead.goto(`/c/${source}@1.0`);
    await lead.getByRole('link', { name: words.copy_title, exact: true }).click();
    await axe(lead);
    await lead.locator('#copy-title').fill('Textual notes, read again');
    await lead.locator('#copy-slug').fill(source);
    await press(lead, words.copy_submit);
    await said(lead, problems.problem_slug_taken);
    expect(await lead.locator('#copy-title').inputValue()).toBe('Textual notes, read again');
    await axe(lead);
    await lead.locator('#copy-slug').fill(slug);
    await press(lead, words.copy_submit);
    await said(lead, words.copy_done);
    const home = new URL(lead.url()).pathname;
    expect(await lead.locator(`.facts a[href="/c/${source}@1.0"]`).count()).toBe(1);
    expect(await lead.getByRole('link', { name: /^T80 / }).count()).toBe(1);
    await axe(lead);
    await lead.goto(`${home}/front`);
    await said(lead, words.copy_licence_bound);
    expect(await lead.locator('#licence-CC0-1\\.0').count()).toBe(0);
    expect(await lead.locator('#licence-CC-BY-4\\.0').isChecked()).toBe(true);
    await axe(lead);
    await complete(lead, home);

    // The first round ends in changes that are asked for.
    await handIn(lead, home);
    await decide(editor, home, 'rounds', { names: 'open', dueOn: null, message: '' });
    const invite = { who: await handleOf(reviewer), dueOn: null };
    await ask(editor, 'POST', `${home}/rounds/1/reviewers`, invite);
    await ask(reviewer, 'PUT', `${home}/rounds/1/answer`, { accepts: true });
    await ask(reviewer, 'PUT', `${home}/rounds/1/recommendation`, {
      ...{ recommendation: 'minor', toEditor: '', toAuthors: 'T12 wants a source.' },
    });
    await answer(editor, home, 'request-changes', '', 'Please see T12.');
    await amend(lead, home, 'The source is the copy itself.');

    // The second is refused, which is taken back, and accepted.
    await handIn(lead, home);
    await decide(editor, home, 'rounds', { names: 'open', dueOn: null, message: '' });
    await answer(editor, home, 'decline', 'It repeats its source.', 'We cannot take it.');
    const { undo } = await seenBy(editor, home);
    await decide(editor, home, `decisions/${undo ?? ''}/undoing`, {
      ...{ reason: 'It does not: see T12.', message: 'We were wrong.' },
    });
    await answer(editor, home, 'accept');
    await editor.goto(`${home}/review`);
    for (const done of [review.rev_did_decline, review.rev_did_undo, review.rev_did_accept])
      await said(editor, done);
    expect(await editor.locator(`.facts a[href="/c/${source}@1.0"]`).count()).toBe(1);
    await axe(editor);

    // Its release 1.0, and 1.1 that corrects one entry.
    await decide(editor, home, 'releases', { number: '1.0', change: '' });
    await decide(lead, home, 'steps', { kind: 'correct' });
    await amend(lead, home, 'And its print of the same year.');
    await handIn(lead, home);
    await answer(editor, home, 'accept');
    const change = 'T12 names both sources.';
    await decide(editor, home, 'releases', { number: '1.1', change });

    const reader = await open({ size: { width: 390, height: 844 } });
    await reader.goto(`/c/${slug}@1.0/T12`);
    await reader.getByText('The source is the copy itself.').waitFor();
    expect(await reader.getByText('And its print').count()).toBe(0);
    await reader.goto(`/c/${slug}@1.1/T12`);
    await reader.getByText('And its print of the same year.').waitFor();
    for (const number of ['1.0', '1.1']) {
      const at = `/c/${slug}@${number}/T12`;
      const cited = await ask(reader, 'GET', `/citations?of=${encodeURIComponent(at)}`);
      expect(JSON.stringify(cited)).toContain(at);
    }
    await reader.goto(`/c/${slug}/changes?from=1.0&to=1.1`);
    await said(reader, publishing.diff_count_one);
    const difference = `/releases/${slug}/difference?from=1.0&to=1.1`;
    const { items, parts } = await ask<ReleaseDifference>(reader, 'GET', difference);
    expect([parts, items[0]?.after?.label, items[0]?.changes]).toEqual([1, 'T12', ['words']]);

    // It says what it is from and who looked at it; what ships says of itself what it did.
    await reader.goto(`/c/${slug}@1.0`);
    expect(await reader.locator(`.based a[href="/c/${source}@1.0"]`).count()).toBe(1);
    await said(reader, 'Peer-reviewed by one reviewer in one round.');
    await axe(reader);
    await reader.goto(`/c/${source}`);
    await said(reader, 'Not peer-reviewed.');
    expect(await reader.locator('.based').count()).toBe(0);
  },
  180_000,
);

journey(
  'a copy is begun without scripts, and pressing twice begins one',
  async ({ open }) => {
    const page = await open({ script: false });
    await signUp(page, 'Nora Noscript');
    const home = await beginCopy(page, `by-hand-${randomUUID().slice(0, 8)}`);
    await page.getByText(words.copy_based_on, { exact: true }).waitFor();
    expect(await page.getByRole('link', { name: /^T80 / }).count()).toBe(1);
    await page.goto(`/commentaries/copy?of=${source}@1.0`);
    const slug = `twice-${randomUUID().slice(0, 8)}`;
    await page.locator('#copy-slug').fill(slug);
    await page.getByRole('button', { name: words.copy_submit, exact: true }).dblclick();
    await said(page, words.copy_done);
    const { items } = await ask<{ items: { id: string; slug: string }[] }>(
      page,
      'GET',
      '/commentaries',
    );
    expect(items.map((each) => each.slug).filter((each) => each === slug)).toHaveLength(1);
    expect(items).toHaveLength(2);
    expect(home).toContain(items.find((each) => each.slug !== slug)?.id);
  },
  60_000,
);
