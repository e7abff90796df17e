import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { askOwner } from '../../standalone/src/check/ask-owner.ts';
import enNotes from '../messages/en/notes.json' with { type: 'json' };
import enReasons from '../messages/en/moderation.json' with { type: 'json' };
import enWaiting from '../messages/en/waiting.json' with { type: 'json' };
import zhNotes from '../messages/zh-Hans/notes.json' with { type: 'json' };
import zhReasons from '../messages/zh-Hans/moderation.json' with { type: 'json' };
import zhWaiting from '../messages/zh-Hans/waiting.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { administrator, signUp } from './support/people.ts';
import { origin, theSite } from './support/site.ts';
import { asAdministrator } from './support/sanctions.ts';

const clause = '/t/ncss-2016/3.4.1.2';
const phone = { width: 390, height: 844 };
const languages = {
  en: { notes: enNotes, reasons: enReasons, said: enWaiting },
  'zh-CN': { notes: zhNotes, reasons: zhReasons, said: zhWaiting },
} as const;

const asOwner = (text: string): Promise<void> => askOwner(theSite.ownerUrl, text);
beforeAll(() => asOwner("update hold_rule set mode = 'hold-newcomers'"));
afterAll(() => asOwner("update hold_rule set mode = 'publish'"));

interface Case {
  readonly id: string;
  readonly version: number;
  readonly note: { readonly revision: number; readonly proposal: number | null; body: string };
}

/** Decides as a moderator does, past the page. */
async function decide(staff: Page, words: string, more: Record<string, unknown>): Promise<void> {
  const listed = await staff.request.get(`${origin}/api/moderation/cases`);
  const { items } = (await listed.json()) as { items: Case[] };
  const it = items.find(({ note }) => note.body.includes(words));
  if (it === undefined) throw new Error(`nothing waits that says ${words}`);
  const answer = await staff.request.post(`${origin}/api/moderation/cases/${it.id}/decision`, {
    headers: { origin },
    data: {
      version: it.version,
      revision: it.note.revision,
      proposal: it.note.proposal,
      ...more,
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

describe.each([
  { script: false, language: 'en', how: 'without JavaScript' },
  { script: true, language: 'zh-CN', how: 'with JavaScript, in Chinese, on a phone in the dark' },
] as const)('$how', ({ script, language }) => {
  const { notes, reasons, said } = languages[language];

  journey('a newcomer waits, mends, learns why, and is published', async ({ browser, open }) => {
    await administrator(browser);
    const staff = await asAdministrator(await open());
    const page = await open({ script, language, ...(script ? { size: phone, dark: true } : {}) });
    await signUp(page, `Newcomer ${String(script)}`);
    const words = `Which interests ${String(script)}`;
    /** Whether the filter has the layer of what waits, which it has for those whose own does. */
    const offersWaiting = async (who: Page): Promise<boolean> => {
      const shown = await who.request.get(`${origin}/t/ncss-2016/shown?at=3.4.1.2`);
      return /<input[^>]*value="waiting"/u.test(await shown.text());
    };
    expect(await offersWaiting(page)).toBe(false);
    await page.goto(`${clause}#thread`);
    const field = page.getByLabel(notes.write_label.replace('{address}', '3.4.1.2'), {
      exact: true,
    });
    if (!(await field.isVisible()))
      await page.getByText(notes.write_open.replace('{address}', '3.4.1.2')).first().click();
    await field.fill(words);
    // It is said before anything is sent.
    expect(await page.locator('form.write').first().innerText()).toContain(
      said.waiting_first_new.replace('{approved}', '0').replace('{needed}', '3'),
    );
    await page.getByRole('button', { name: notes.write_submit, exact: true }).click();

    const note = page.locator('article.note', { hasText: words });
    await note.waitFor();
    expect(await note.innerText()).toContain(said.waiting_mark);
    expect(await note.innerText()).toContain(
      reasons.cause_newcomer.replace('{needed}', '3').replace('{approved}', '0'),
    );
    if (script)
      await page.locator('[role=status]', { hasText: said.waiting_mark }).first().waitFor({
        state: 'attached',
      });
    await axe(page);
    const other = await open();
    await other.goto(clause);
    expect(await other.content()).not.toContain(words);
    expect([await offersWaiting(page), await offersWaiting(other)]).toEqual([true, false]);

    // Changed while it waits.
    await note.getByRole('link', { name: notes.note_edit }).click();
    const edited = page.locator('form.write textarea[name=body]').last();
    await edited.fill(`${words}, and why`);
    await page.getByRole('button', { name: notes.edit_submit, exact: true }).click();
    await note.filter({ hasText: 'and why' }).waitFor();
    expect(await note.innerText()).toContain(said.waiting_mark);

    await decide(staff, words, { action: 'refuse', reason: 'unclear', words: 'Which ones?' });
    await asOwner("update decision set due_at = now() - interval '1 second'");
    await expect
      .poll(
        async () => {
          await page.goto('/notices');
          return page.locator('main').innerText();
        },
        { timeout: 30_000 },
      )
      .toContain(said.notices_decision_refuse);
    await axe(page);
    await page.goto('/account/waiting');
    const row = page.locator('main li', { hasText: words });
    for (const told of [said.waiting_refused, reasons.reason_unclear_told, 'Which ones?'])
      expect(await row.innerText()).toContain(told);
    await axe(page);

    // Mended and sent in again, from the text as it was.
    await row.getByRole('link', { name: said.waiting_revise }).click();
    const again = page.locator('form.write textarea[name=body]').last();
    expect(await again.inputValue()).toBe(`${words}, and why`);
    await again.fill(`${words}: those of 3.4`);
    await page.getByRole('button', { name: said.waiting_submit_again, exact: true }).click();
    await note.filter({ hasText: 'those of 3.4' }).waitFor();
    expect(await note.innerText()).toContain(reasons.cause_resubmitted);
    await decide(staff, words, { action: 'approve' });
    await other.goto(clause);
    await other.locator('.thread.public', { hasText: `${words}: those of 3.4` }).waitFor();
    await page.goto('/account/waiting');
    expect(await page.locator('main').innerText()).toContain(said.waiting_none);
  });
});
