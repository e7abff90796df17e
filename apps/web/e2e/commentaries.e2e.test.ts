import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/commentaries.json' with { type: 'json' };
import common from '../messages/en/common.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { handleOf } from './support/ask.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const of = (act: string, part: string): string =>
  words.com_act_of.replace('{act}', act).replace('{part}', part);
const outline = async (page: Page): Promise<string[]> =>
  page.locator('section:has(#parts) ol .name').allInnerTexts();
async function writeEntry(page: Page, home: string, entry: Record<string, string>): Promise<void> {
  await page.goto(`${home}/parts/new?kind=entry`);
  for (const [name, value] of Object.entries(entry)) await field(page, name).fill(value);
  await press(page, common.save);
}

for (const script of [true, false])
  journey(
    `a commentary is begun, written by two, and ordered (script: ${String(script)})`,
    async ({ open }) => {
      const checked = async (page: Page) => {
        if (script) await axe(page);
      };
      const slug = `law-${randomUUID().slice(0, 8)}`;
      const lead = await open({ script });
      await signUp(lead, 'Lena Lead');
      await follow(lead, words.com_title);
      await said(lead, words.com_none);
      await checked(lead);

      // A refused form keeps what was typed; the address follows the title until it is written.
      await field(lead, words.com_name).pressSequentially('The Strategy, read');
      if (script) expect(await field(lead, words.com_slug).inputValue()).toBe('the-strategy-read');
      await field(lead, words.com_slug).fill('not an address');
      await press(lead, words.com_begin_submit);
      await lead.locator('#begin-slug[aria-invalid=true]').waitFor();
      expect(await field(lead, words.com_name).inputValue()).toBe('The Strategy, read');
      await checked(lead);
      await field(lead, words.com_slug).fill(slug);
      await press(lead, words.com_begin_submit);
      await said(lead, words.com_done_begun);
      await said(lead, words.com_parts_none);
      await checked(lead);
      const home = new URL(lead.url()).pathname;

      // Entries go where the text has them; an address that is none is said where it was typed.
      await writeEntry(lead, home, { [words.com_places]: '99.99', [words.com_body]: 'Lost?' });
      await lead.locator('textarea[name=places][aria-invalid=true]').waitFor();
      expect(await field(lead, words.com_body).inputValue()).toBe('Lost?');
      await checked(lead);
      await field(lead, words.com_places).fill('4.3.1.2');
      await field(lead, words.com_label).fill('T2');
      await field(lead, words.com_name).fill('Second');
      await field(lead, words.com_body).fill('First line.\n\nMiddle.\n\nLast line, see [[88.8]].');
      await press(lead, common.save);
      await said(lead, words.com_done_part);
      await lead.getByText('88.8').first().waitFor();
      const part = new URL(lead.url()).pathname;
      await checked(lead);
      await writeEntry(lead, home, {
        [words.com_places]: '4.3.1.1',
        [words.com_name]: 'First',
        [words.com_body]: 'On the one before.',
      });
      await said(lead, words.com_done_part);
      await lead.goto(home);
      expect(await outline(lead)).toEqual(['First', 'T2 Second']);
      await press(lead, of(words.com_down, 'First'));
      await expect.poll(() => outline(lead)).toEqual(['T2 Second', 'First']);
      await press(lead, words.com_sort);
      await said(lead, words.com_done_sorted);
      expect(await outline(lead)).toEqual(['First', 'T2 Second']);
      await press(lead, of(words.com_take_out, 'First'));
      await said(lead, words.com_done_out);
      expect(await outline(lead)).toEqual(['T2 Second']);
      await press(lead, of(words.com_bring_back, 'First'));
      await said(lead, words.com_done_in);
      expect(await outline(lead)).toEqual(['First', 'T2 Second']);
      await checked(lead);

      // Another is invited: sees the title alone, accepts, writes.
      const author = await open({ script });
      await signUp(author, 'Otto Other');
      await field(lead, words.com_invite_handle).fill('nobody-of-this-name');
      await press(lead, words.com_invite_submit);
      await lead.locator('#invite-handle[aria-invalid=true]').waitFor();
      await field(lead, words.com_invite_handle).fill(`@${await handleOf(author)}`);
      await press(lead, words.com_invite_submit);
      await said(lead, words.com_done_invited);
      expect((await author.goto(home))?.status()).toBe(403);
      await author.goto('/commentaries');
      await checked(author);
      await author.getByRole('button', { name: /^Accept/ }).click();
      await said(author, words.com_done_joined);
      expect(await author.getByLabel(words.com_invite_handle).count()).toBe(0);

      // Both write one part: whoever saves last sees both, and takes both.
      await author.goto(part);
      await lead.goto(part);
      await field(author, words.com_body).fill(
        'First line, by Otto.\n\nMiddle.\n\nLast line, see [[88.8]].',
      );
      await press(author, common.save);
      await said(author, words.com_done_part);
      await field(lead, words.com_body).fill('First line.\n\nMiddle.\n\nLast line, by Lena.');
      await press(lead, common.save);
      await said(lead, problems.problem_part_stale);
      await said(lead, words.com_collided_by.replace('{name}', 'Otto Other'));
      await lead.locator('ins', { hasText: 'Otto' }).waitFor();
      expect(await field(lead, words.com_body).inputValue()).toContain('by Lena');
      await checked(lead);
      await press(lead, words.com_both);
      await expect
        .poll(() => field(lead, words.com_body).inputValue())
        .toBe('First line, by Otto.\n\nMiddle.\n\nLast line, by Lena.');
      await lead.getByRole('button', { name: /^Save/ }).click();
      await said(lead, words.com_done_part);
      expect(await field(lead, words.com_body).inputValue()).toContain('by Otto');

      // The same lines: nothing is joined, nothing lost.
      await author.goto(part);
      await field(author, words.com_body).fill('Otto says this.');
      await press(author, common.save);
      await said(author, words.com_done_part);
      await field(lead, words.com_body).fill('Lena says that.');
      await press(lead, common.save);
      await said(lead, words.com_both_not);
      expect(await field(lead, words.com_body).inputValue()).toBe('Lena says that.');
      await press(lead, words.com_save_over);
      await said(lead, words.com_done_part);
      expect(await field(lead, words.com_body).inputValue()).toBe('Lena says that.');

      // What was not saved survives a reload.
      if (script) {
        await field(lead, words.com_body).fill('Not saved yet.');
        await said(lead, words.com_draft_kept);
        await lead.reload();
        await lead.getByText(words.com_draft_found).waitFor();
        expect(await field(lead, words.com_body).inputValue()).toBe('Not saved yet.');
        await press(lead, words.com_draft_discard);
        expect(await field(lead, words.com_body).inputValue()).toBe('Lena says that.');
      }

      // What was said before is told, compared and brought back.
      await lead.goto(`${part}?history`);
      await lead.locator('del', { hasText: 'Otto' }).first().waitFor();
      await checked(lead);
      await press(lead, of(words.com_bring_back, notes.history_revision.replace('{number}', '2')));
      await said(lead, words.com_done_restored);
      expect(await field(lead, words.com_body).inputValue()).toContain('First line, by Otto.');

      // The front matter: rows come and go, what is refused is kept, what collided stands beside.
      await author.goto(`${home}/front`);
      await lead.goto(`${home}/front`);
      await checked(lead);
      await press(lead, words.com_byline_person);
      await field(lead, words.com_byline_family).fill('Lead');
      await field(lead, words.com_byline_orcid).fill('0000-0002-1825-0098');
      await press(lead, words.com_byline_group);
      await field(lead, words.com_byline_group_name).fill('The Readers');
      await press(lead, of(words.com_up, words.com_byline_nth.replace('{number}', '2')));
      await lead.locator('#c-0-family').and(field(lead, words.com_byline_group_name)).waitFor();
      await field(lead, 'CC BY 4.0').check();
      await press(lead, common.save);
      await said(lead, problems.problem_orcid_malformed);
      expect(await field(lead, words.com_byline_group_name).inputValue()).toBe('The Readers');
      expect(await field(lead, 'CC BY 4.0').isChecked()).toBe(true);
      await checked(lead);
      await field(lead, words.com_byline_orcid).fill('0000-0002-1825-0097');
      await field(author, words.com_subtitle).fill('By Otto');
      await press(author, common.save);
      await said(author, words.com_done_front);
      await press(lead, common.save);
      await said(lead, words.com_theirs);
      await said(lead, 'By Otto');
      await checked(lead);
      await press(lead, words.com_save_over);
      await said(lead, words.com_done_front);
      expect(await field(lead, words.com_byline_orcid).inputValue()).toBe('0000-0002-1825-0097');

      // It is put away, only read then, and brought back; an author leaves.
      await lead.goto(home);
      await press(lead, words.com_away_submit);
      await said(lead, words.com_done_away);
      expect(await lead.getByRole('button', { name: words.com_sort }).count()).toBe(0);
      await checked(lead);
      await press(lead, words.com_back_submit);
      await said(lead, words.com_done_back);
      await author.goto(home);
      await press(author, words.com_leave_submit);
      await said(author, words.com_done_left);
      expect((await author.goto(home))?.status()).toBe(404);
    },
    180_000,
  );
