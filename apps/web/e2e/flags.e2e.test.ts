import type { CasePage } from '@glossator/contract';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import said from '../messages/en/flags.json' with { type: 'json' };
import chinese from '../messages/zh-Hans/flags.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, write } from './support/notes.ts';
import { administrator, signUp } from './support/people.ts';
import { appoint, asAdministrator } from './support/sanctions.ts';
import { origin } from './support/site.ts';

const clause = '3.4.1.3';

/** Decides on the open case of a note, as the page of the queue does. */
async function decide(page: Page, note: string, form: Record<string, string>): Promise<void> {
  const list = await page.request.get(`${origin}/api/moderation/cases`);
  const { items } = (await list.json()) as CasePage;
  const it = items.find((each) => each.note.id === note);
  if (it === undefined) throw new Error('no case of this note');
  const answer = await page.request.post(`${origin}/api/moderation/cases/${it.id}/decision`, {
    headers: { origin },
    data: { version: it.version, revision: it.note.revision, proposal: it.note.proposal, ...form },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

describe.each([
  { script: false, how: 'without JavaScript' },
  { script: true, how: 'with JavaScript' },
])('$how', ({ script }) => {
  journey(
    'a reader reports, a moderator hides, the author wins on appeal',
    async ({ browser, open }) => {
      const first = await administrator(browser);
      const author = await open({ script, size: { width: 390, height: 844 } });
      await signUp(author, `Flagged ${String(script)}`);
      const body = `Words to report ${String(script)}`;
      const note = await rootOf(author, await write(author, { target: clause, body }));
      const reader = await open({ script });
      await signUp(reader, `Flagger ${String(script)}`);

      await reader.goto(`/n/${note}`);
      const item = reader.locator(`#n-${note}`);
      await item.locator('summary', { hasText: notes.note_more }).click();
      await item.getByRole('link', { name: said.flag_link, exact: true }).click();
      await reader.waitForURL(`**/n/${note}/flag`);
      await axe(reader);
      // What is missing is said, and nothing that was typed is lost.
      await reader.locator('input[name=reason][value=wrong-clause]').check();
      await reader.getByLabel(said.flag_words, { exact: true }).fill('It is about another one.');
      await reader.getByLabel(said.flag_clause).fill('99.9');
      await reader.locator('#flag button').click();
      await reader.locator('#flag [role=alert]').waitFor();
      expect(await reader.getByLabel(said.flag_words, { exact: true }).inputValue()).toBe(
        'It is about another one.',
      );
      await axe(reader);
      await reader.getByLabel(said.flag_clause).fill('3.4.1.2');
      await reader.locator('#flag button').click();
      await reader.waitForURL('**/account/flags**');
      await reader.getByText(said.flag_state_open).first().waitFor();
      await axe(reader);

      await decide(first, note, { action: 'hide', reason: 'off-topic', words: 'Not about this.' });
      await author.goto(`/n/${note}/appeal`);
      await author.getByText('Not about this.').waitFor();
      await axe(author);
      await author.getByLabel(said.appeal_words).fill('It is about this very word.');
      await author.locator('#appeal button').click();
      await author.getByText('It is about this very word.').waitFor();
      await author.locator('[data-said]').waitFor();
      await axe(author);

      const other = await open({ script });
      await appoint(first, await signUp(other, `Judge ${String(script)}`));
      await decide(other, note, { action: 'overturn' });
      await reader.goto(`/n/${note}`);
      await reader.locator(`#n-${note}`).getByText(body).waitFor();
    },
  );
});

journey(
  'a visitor is told who reports; the pages speak Chinese on a dark phone',
  async ({ browser, open }) => {
    await administrator(browser);
    const staff = await asAdministrator(await open());
    const note = await rootOf(staff, await write(staff, { target: clause, body: 'For visitors' }));
    const visitor = await open({
      language: 'zh-CN',
      dark: true,
      size: { width: 390, height: 844 },
    });
    await visitor.goto(`/n/${note}/flag`);
    await visitor.getByText(chinese.flag_visitor).waitFor();
    await axe(visitor);
    await signUp(visitor, 'Leser');
    await visitor.goto(`/n/${note}/flag`);
    await visitor.locator('#flag').waitFor();
    await axe(visitor);
    const width = await visitor.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await visitor.goto('/account/flags');
    await visitor.getByText(chinese.flag_own_none).waitFor();
    await axe(visitor);
  },
);
