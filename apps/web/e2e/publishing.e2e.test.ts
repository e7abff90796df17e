import { randomUUID } from 'node:crypto';
import type {
  CommentaryMade,
  CommentaryView,
  PartView,
  PublicationView,
} from '@glossator/contract';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/publishing.json' with { type: 'json' };
import chinese from '../messages/zh-Hans/publishing.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { ask, handleOf } from './support/ask.ts';
import { journey } from './support/journey.ts';
import { administrator, signUp } from './support/people.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const numbered = (sentence: string, number: string) => sentence.replace('{number}', number);

/** What only waits for being handed in: two entries, one of them with a reference that leads nowhere. */
async function written(lead: Page): Promise<{ id: string; slug: string; part: string }> {
  const { id, slug } = await ask<CommentaryMade>(lead, 'POST', '/commentaries', {
    ...{ work: 'ncss-2016', slug: `law-${randomUUID().slice(0, 8)}`, title: 'Read closely' },
    language: 'en',
  });
  const { version } = await ask<CommentaryView>(lead, 'GET', `/commentaries/${id}`);
  await ask(lead, 'PUT', `/commentaries/${id}`, {
    ...{
      title: 'Read closely',
      subtitle: '',
      abstract: 'On the strategy.',
      language: 'en',
      version,
    },
    ...{ licence: 'CC-BY-4.0', interests: 'None.' },
    contributors: [
      { kind: 'person', family: 'Li', given: 'An', orcid: '', affiliation: '', roles: [] },
    ],
  });
  const entry = (label: string, at: string, body: string) =>
    ask<PartView>(lead, 'POST', `/commentaries/${id}/parts`, {
      ...{ kind: 'entry', label, title: `On ${at}`, body, places: [{ at }], key: randomUUID() },
    });
  await entry('T1', '4.1.1.1', 'Sovereignty is claimed.');
  const part = await entry('T2', '4.3.1.2', 'See [[T9]].');
  return { id, slug, part: part.id };
}

const checksOf = (page: Page, id: string) =>
  ask<PublicationView>(page, 'GET', `/commentaries/${id}/checks`);
async function rewrite(lead: Page, id: string, part: string, body: string): Promise<void> {
  const { version } = await ask<PartView>(lead, 'GET', `/commentaries/${id}/parts/${part}`);
  await ask(lead, 'PUT', `/commentaries/${id}/parts/${part}`, {
    ...{ label: 'T2', title: 'On 4.3.1.2', body, version },
  });
}
async function accept(lead: Page, editor: Page, id: string, round: boolean): Promise<void> {
  const seen = async () => (await checksOf(lead, id)).seen;
  const at = `/commentaries/${id}`;
  await ask(lead, 'POST', `${at}/submission`, { seen: await seen(), note: '' });
  if (round)
    await ask(editor, 'POST', `${at}/rounds`, {
      ...{ seen: await seen(), names: 'open', dueOn: null, message: '' },
    });
  await ask(editor, 'POST', `${at}/decisions`, {
    ...{ kind: 'accept', seen: await seen(), reason: '', message: '' },
  });
}

for (const script of [true, false])
  journey(
    `a commentary is checked, published, corrected and compared (script: ${String(script)})`,
    async ({ open, browser }) => {
      const checked = async (page: Page) => {
        if (script) await axe(page);
      };
      const lead = await open({ script });
      await signUp(lead, 'Lena Lead');
      const editor = await open({ script });
      await signUp(editor, 'Edith Editor');
      const root = await administrator(browser);
      await ask(root, 'POST', '/editors', { who: await handleOf(editor) });
      const { id, slug, part } = await written(lead);
      const page = `/commentaries/${id}/publish`;

      // Its authors see what is wrong, and come from there to where it is.
      await lead.goto(`/commentaries/${id}`);
      await lead.getByRole('link', { name: words.publish_title, exact: true }).click();
      await said(lead, words.publish_stops);
      await said(lead, words.publish_check_reference_unresolved.replace('{about}', 'T9'));
      await checked(lead);
      await lead.getByRole('link', { name: 'T2 On 4.3.1.2' }).click();
      await lead.waitForURL(`**/parts/${part}`);
      await rewrite(lead, id, part, 'See [[T1]].');
      await lead.goto(page);
      await said(lead, words.publish_checks_none);
      await said(lead, words.publish_by_editors);
      expect(await lead.locator('#now').count()).toBe(0);

      // An editor sets a time, takes it back, and publishes.
      await accept(lead, editor, id, true);
      await editor.goto(page);
      await said(editor, words.publish_now);
      await checked(editor);
      await field(editor, words.publish_at).fill('2020-01-01T09:00');
      await press(editor, words.publish_later_submit);
      await said(editor, problems.problem_schedule_past);
      expect(await field(editor, words.publish_at).inputValue()).toBe('2020-01-01T09:00');
      await checked(editor);
      await editor.locator('#later-zone').selectOption('Europe/Berlin');
      await field(editor, words.publish_at).fill('2099-03-29T02:30');
      await press(editor, words.publish_later_submit);
      await editor.locator('#later-at[aria-invalid=true]').waitFor();
      await editor.locator('#later-zone').selectOption('Asia/Shanghai');
      await field(editor, words.publish_at).fill('2099-03-01T09:00');
      await press(editor, words.publish_later_submit);
      await said(editor, words.publish_done_scheduled);
      await editor.getByText('2099-03-01 09:00').waitFor();
      await checked(editor);
      await field(editor, words.publish_cancel_reason).fill('Too late.');
      await press(editor, words.publish_cancel_submit);
      await said(editor, words.publish_done_cancelled);
      await press(editor, numbered(words.publish_now_submit, '1.0'));
      await said(editor, words.publish_done);
      await checked(editor);

      // A correction says what is new, and readers see it, without an account.
      await ask(lead, 'POST', `/commentaries/${id}/steps`, {
        ...{ kind: 'correct', seen: (await checksOf(lead, id)).seen },
      });
      await rewrite(lead, id, part, 'See [[T1]], and mind the comma.');
      await accept(lead, editor, id, false);
      await editor.goto(page);
      await press(editor, numbered(words.publish_now_submit, '1.1'));
      await said(editor, problems.problem_change_required);
      await editor.locator('#now-change').fill('T2 has its comma.');
      await press(editor, numbered(words.publish_now_submit, '1.1'));
      await said(editor, words.publish_done);
      const reader = await open({ script, size: { width: 390, height: 844 } });
      await reader.goto(`/c/${slug}/changes`);
      await reader.waitForURL('**/changes?from=1.0&to=1.1');
      await said(reader, words.diff_count_one);
      expect(await reader.locator('ins').allInnerTexts()).toContainEqual(
        expect.stringContaining('mind'),
      );
      await checked(reader);
      await reader.locator('select[name=from]').selectOption('1.1');
      await press(reader, words.diff_show);
      await said(reader, words.diff_none);
      const chinesePage = await open({ script, language: 'zh-CN' });
      await chinesePage.goto(`/c/${slug}/changes?from=1.0&to=1.1`);
      await said(chinesePage, chinese.diff_count_one);

      // What the law wants gone says only that it was there.
      await editor.goto(page);
      await editor.getByText(words.publish_withdraw, { exact: true }).click();
      await editor.locator('#withdrawal-notice').fill('By order of a court.');
      await editor.locator('#withdrawal-reason').fill('A letter.');
      await press(editor, words.publish_withdraw_submit);
      await said(editor, words.publish_done_withdrawn);
      await checked(editor);
      expect((await reader.goto(`/c/${slug}@1.0`))?.status()).toBe(410);
      await reader.getByText('By order of a court.').waitFor();
    },
    240_000,
  );
