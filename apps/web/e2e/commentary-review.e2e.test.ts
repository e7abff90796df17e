import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import problems from '../messages/en/problems.json' with { type: 'json' };
import words from '../messages/en/review.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { ask, handleOf } from './support/ask.ts';
import { journey } from './support/journey.ts';
import { administrator, signUp } from './support/people.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const preview = (page: Page, form: string) => press(page, `${words.rev_preview}: ${form}`);
const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();
const said = (page: Page, text: string) => page.getByText(text).first().waitFor();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name }).first().click();
/** A commentary of one entry, that lacks what readers are told in front of it. */
async function begin(page: Page, title: string): Promise<string> {
  const { id } = await ask<{ id: string }>(page, 'POST', '/commentaries', {
    ...{ work: 'ncss-2016', slug: `r-${randomUUID().slice(0, 8)}`, title, language: 'en' },
  });
  await ask(page, 'POST', `/commentaries/${id}/parts`, {
    ...{ kind: 'entry', label: 'T1', title: 'On sovereignty', body: 'As it was handed in.' },
    ...{ places: [{ at: '4.3.1.2' }], key: randomUUID() },
  });
  return `/commentaries/${id}`;
}

async function complete(page: Page, home: string, title: string): Promise<void> {
  const { version } = (await (await page.request.get(`/api${home}`)).json()) as { version: number };
  const who = { kind: 'person', family: 'Lead', given: 'Lena', orcid: '', affiliation: '' };
  await ask(page, 'PUT', home, {
    ...{ title, subtitle: '', abstract: 'What each clause says.', language: 'en', version },
    ...{ licence: 'CC-BY-4.0', interests: 'None.', contributors: [{ ...who, roles: [] }] },
  });
}

for (const script of [true, false])
  journey(
    `a commentary goes through two rounds of review (script: ${String(script)})`,
    async ({ browser, open }) => {
      const checked = async (page: Page) => {
        if (script) await axe(page);
      };
      const title = `Read twice ${randomUUID().slice(0, 8)}`;
      const [lead, editor, reviewer] = [
        await open({ script }),
        await open({ script }),
        await open({ script }),
      ];
      await signUp(lead, 'Lena Lead');
      await signUp(editor, 'Edda Editor');
      await signUp(reviewer, 'Rita Reviewer');

      // The administrator appoints an editor, who finds the way in the account.
      const admin = await administrator(browser);
      await admin.goto('/admin/editors');
      await admin.locator('#appoint-who').fill('nobody-of-this-name');
      await press(admin, words.rev_editors_appoint);
      await admin.locator('#appoint-who[aria-invalid=true]').waitFor();
      await admin.locator('#appoint-who').fill(`@${await handleOf(editor)}`);
      await press(admin, words.rev_editors_appoint);
      await said(admin, words.rev_done_editor);
      await axe(admin);

      // What is not complete is not handed in, and the note stays.
      const home = await begin(lead, title);
      const review = `${home}/review`;
      await lead.goto(home);
      await said(lead, words.rev_stands_draft);
      await checked(lead);
      await follow(lead, words.rev_can_submit);
      await lead.locator('#submit-note').fill('Please look at T1.');
      await press(lead, words.rev_submit_button);
      await said(lead, problems.problem_submission_incomplete);
      expect(await lead.locator('#submit-note').inputValue()).toBe('Please look at T1.');
      await checked(lead);
      await complete(lead, home, title);
      await press(lead, words.rev_submit_button);
      await said(lead, words.rev_done_submitted);
      await checked(lead);

      // An editor reads the mail, word for word, before a round is opened by it.
      await editor.goto('/account');
      await editor.getByRole('link', { name: words.rev_editing, exact: true }).click();
      await checked(editor);
      await follow(editor, title);
      await said(editor, 'Please look at T1.');
      await checked(editor);
      await choose(editor, words.rev_names_open_label);
      await editor.locator('#review-message').fill('We shall read it with care.');
      await preview(editor, words.rev_open);
      await said(editor, words.rev_letters);
      await editor.locator('article', { hasText: 'We shall read it with care.' }).waitFor();
      await checked(editor);
      await press(editor, words.rev_send_review);
      await said(editor, words.rev_done_round);

      // Who acts on what is no longer so is told what was decided.
      await press(lead, words.rev_recall_button);
      await said(lead, problems.problem_decision_stale);
      await said(lead, words.rev_did_review);
      await checked(lead);

      // A reviewer is asked, accepts, reads what was handed in, advises, and changes it.
      await editor.locator('#invite-who').fill('nobody-of-this-name');
      await press(editor, words.rev_invite_button);
      await editor.locator('#invite-who[aria-invalid=true]').waitFor();
      await editor.locator('#invite-who').fill(await handleOf(reviewer));
      await press(editor, words.rev_invite_button);
      await said(editor, words.rev_done_invited);
      await reviewer.goto('/reviewing');
      await checked(reviewer);
      await follow(reviewer, title);
      await checked(reviewer);
      await press(reviewer, words.rev_accept);
      await said(reviewer, words.rev_done_joined);
      await follow(reviewer, words.rev_read);
      await said(reviewer, 'As it was handed in.');
      await checked(reviewer);
      await reviewer.goto(review);
      await choose(reviewer, words.rev_recommends_major);
      await reviewer.locator('#recommend-toAuthors').fill('Say where it comes from.');
      await press(reviewer, words.rev_recommend_button);
      await said(reviewer, words.rev_done_recommended);
      await choose(reviewer, words.rev_recommends_minor);
      await reviewer.locator('#recommend-toEditor').fill('It is nearly there.');
      await press(reviewer, words.rev_recommend_again);
      await said(reviewer, words.rev_done_recommended);
      await checked(reviewer);

      // Changes are asked for: nothing is sent without its words, nor before they were read.
      const other = await editor.context().newPage();
      await other.goto(review);
      await editor.goto(review);
      await said(editor, 'It is nearly there.');
      await preview(editor, words.rev_decide);
      await said(editor, problems.problem_message_required);
      await editor.locator('#decide-message').fill('Please name your sources.');
      await preview(editor, words.rev_decide);
      const letter = await editor.locator('article .body').innerText();
      expect(letter).toContain('Please name your sources.');
      await press(editor, words.rev_send_request_changes);
      await said(editor, words.rev_done_decided);
      await checked(editor);
      await admin.goto('/admin/outbox');
      await said(admin, 'Please name your sources.');

      // The same editor in another tab decides over that: refused, with the words kept.
      await other.locator('#decide-message').fill('A second opinion.');
      await preview(other, words.rev_decide);
      await press(other, words.rev_send_request_changes);
      await said(other, problems.problem_decision_stale);
      expect(await other.locator('#decide-message').inputValue()).toBe('A second opinion.');
      await other.close();

      // Authors read what they are told, and hand it in again.
      await lead.goto(review);
      await said(lead, 'Please name your sources.');
      await said(lead, 'Say where it comes from.');
      expect(await lead.getByText('It is nearly there.').count()).toBe(0);
      await lead.locator('#submit-note').fill('Sources are named now.');
      await press(lead, words.rev_submit_button);
      await said(lead, words.rev_done_submitted);

      // A second round; declined, which is taken back, and accepted.
      await editor.goto(review);
      await said(editor, 'Sources are named now.');
      await preview(editor, words.rev_open);
      await press(editor, words.rev_send_review);
      await said(editor, words.rev_done_round);
      await choose(editor, words.rev_choose_decline);
      await editor.locator('#decide-message').fill('We cannot take it.');
      await preview(editor, words.rev_decide);
      await said(editor, words.rev_reason_required);
      expect(await editor.locator('#decide-message').inputValue()).toBe('We cannot take it.');
      await checked(editor);
      await editor.locator('#decide-reason').fill('It repeats another one.');
      await preview(editor, words.rev_decide);
      await press(editor, words.rev_send_decline);
      await said(editor, words.rev_done_decided);
      await said(editor, words.rev_stands_declined);
      await editor.locator('#undo-reason').fill('It was the other one.');
      await preview(editor, words.rev_undo);
      await press(editor, words.rev_send_undo);
      await said(editor, words.rev_done_undone);
      await said(editor, words.rev_stands_in_review);
      await choose(editor, words.rev_choose_accept);
      await preview(editor, words.rev_decide);
      await press(editor, words.rev_send_accept);
      await said(editor, words.rev_done_decided);
      await checked(editor);
      await lead.goto(review);
      await said(lead, words.rev_stands_accepted);
      await said(lead, words.rev_undone);
      expect(await lead.getByText('It repeats another one.').count()).toBe(0);
      await checked(lead);
    },
    180_000,
  );
