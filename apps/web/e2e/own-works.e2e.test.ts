import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import own from '../messages/en/own-works.json' with { type: 'json' };
import search from '../messages/en/search.json' with { type: 'json' };
import { ask } from './support/ask.ts';
import { assign, classOf } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { bringText, rareWord } from './support/own-texts.ts';
import { signUp } from './support/people.ts';
import { appointTextEditor } from './support/text-editors.ts';

const status = async (page: Page, address: string): Promise<number | undefined> =>
  (await page.goto(address))?.status();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const badge = (page: Page) => page.locator('main .badge');

async function write(page: Page, address: string, text: string): Promise<void> {
  await page.goto(address);
  const form = page.locator('#write');
  if (!(await form.getByRole('button', { name: notes.write_submit, exact: true }).isVisible()))
    await form.locator('summary').first().click();
  await form.locator('textarea[name=body]').fill(text);
  await form.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await page.locator('.thread', { hasText: text }).first().waitFor();
}

/** One step on the page of a text, by its form. */
async function step(page: Page, action: string, message?: string, reason?: string): Promise<void> {
  const form = page.locator(`#form-${action}`);
  if (reason !== undefined) await form.getByLabel(reason, { exact: true }).check();
  if (message !== undefined) await form.getByRole('textbox').fill(message);
  await form.locator('button:not([formaction])').click();
}

/** Where the sentence with the rare word stands. */
async function rarePlace(page: Page, slug: string): Promise<string> {
  const { work } = await ask<{
    work: {
      units: readonly { readonly uid: string; readonly path: string }[];
      editions: readonly {
        texts: Readonly<Record<string, { readonly reading: string | null }>>;
      }[];
    };
  }>(page, 'GET', `/works/${slug}/reading`);
  const found = work.units.find(({ uid }) =>
    work.editions.some(({ texts }) => texts[uid]?.reading?.includes(rareWord)),
  );
  expect(found).toBeDefined();
  return found?.path ?? '';
}

async function findsIt(page: Page): Promise<boolean> {
  await page.goto(`/search?q=${rareWord}`);
  const none = page.getByText(search.search_none);
  await none.or(page.locator('#in-texts')).waitFor();
  return (await none.count()) === 0;
}

describe.each([true, false])('script %s', (script) => {
  journey(
    'a text of one’s own, from its owner to everybody and back',
    async ({ browser, open }) => {
      const title = `Wells and bridges ${randomUUID().slice(0, 8)}`;
      const className = `Law of wells ${randomUUID().slice(0, 8)}`;
      const [owner, student, outsider, editor] = (await Promise.all(
        [1, 2, 3, 4].map(() => open({ script })),
      )) as [Page, Page, Page, Page];
      await signUp(owner, 'Owner');
      await signUp(student, 'Student');
      await signUp(outsider, 'Outsider');
      await appointTextEditor(browser, (await signUp(editor, 'Editor')).email);
      const slug = await bringText(owner, title);
      const kept = await bringText(owner, `Kept ${title}`);
      const text = `/t/${slug}`;
      const at = `${text}/${await rarePlace(owner, slug)}`;

      // Its owner's alone.
      await owner.goto(text);
      expect(await badge(owner).innerText()).toBe(
        `${own.own_standing_private} · ${own.own_badge_you}`,
      );
      await axe(owner);
      expect(await findsIt(owner)).toBe(true);
      for (const page of [student, outsider, editor]) {
        for (const address of [text, at, `${text}/versions`, `${text}/files`, `/works/${slug}`])
          expect([address, await status(page, address)]).toEqual([address, 404]);
        expect(await findsIt(page)).toBe(false);
      }
      await outsider.goto(text);
      await axe(outsider);

      // A class reads it, and is set a clause of it.
      const classId = await classOf(owner, { name: className }, student);
      await owner.goto(text);
      await owner.getByRole('link', { name: own.own_badge_manage }).click();
      await owner.getByRole('heading', { name: title, level: 1 }).waitFor();
      await owner
        .getByLabel(own.own_class_choose, { exact: true })
        .selectOption({ label: className });
      await press(owner, own.own_class_give);
      await owner.getByText(own.own_done_class).waitFor();
      await axe(owner);
      await owner.goto(text);
      expect(await badge(owner).innerText()).toContain(
        own.own_badge_you_and.replace('{others}', className),
      );
      await owner.goto(`/classes/${classId}/assignments/new`);
      const offered = await owner.getByRole('main').innerText();
      expect(offered).toContain(title);
      expect(offered).not.toContain(`Kept ${title}`);
      const clause = at.split('/').at(-1) ?? '';
      const assignment = await assign(owner, classId, [clause], {
        ...{ work: slug, title: 'A strange animal', leastLength: 1 },
      });

      await student.goto(`/classes/${classId}`);
      await student.getByRole('link', { name: title }).click();
      await badge(student).waitFor();
      expect(await badge(student).innerText()).toContain(
        own.own_badge_owner_and.replace('{others}', className),
      );
      await axe(student);
      expect(await status(student, `/t/${kept}`)).toBe(404);
      await write(student, at, 'A zebra, more or less');
      await write(student, `${at}?assignment=${assignment}`, 'Who is it reported to?');
      await owner.goto(`${at}?assignment=${assignment}`);
      await owner.locator('.thread', { hasText: 'Who is it reported to?' }).waitFor();
      expect(await owner.getByText('A zebra, more or less').count()).toBe(0);
      expect(await status(outsider, at)).toBe(404);

      // Offered, declined with a reason, offered again.
      await owner.goto(`/works/${slug}`);
      await step(owner, 'offer', 'I wrote it.');
      await owner.getByText(own.own_standing_offered).first().waitFor();
      await axe(owner);
      await editor.goto('/editing/offered');
      await axe(editor);
      await editor.getByRole('link', { name: title }).click();
      await editor.getByText('I wrote it.').first().waitFor();
      await axe(editor);
      await editor.getByRole('link', { name: own.own_open }).click();
      await badge(editor).waitFor();
      expect(await badge(editor).innerText()).toContain(
        own.own_badge_owner_and.replace('{others}', own.own_badge_editors),
      );
      await editor.goto(`/editing/offered/${slug}`);
      const refusal = editor.locator('#form-refuse');
      await refusal.getByLabel(own.own_refusal_rights_unclear, { exact: true }).check();
      await refusal.getByRole('textbox').fill('Who translated it?');
      await refusal.getByRole('button', { name: own.own_preview }).click();
      await editor.locator('.letter', { hasText: 'Who translated it?' }).waitFor();
      await axe(editor);
      await step(editor, 'refuse');
      await editor.getByText(own.own_done_refused).waitFor();
      expect(await status(editor, text)).toBe(404);
      await owner.goto(`/works/${slug}`);
      const said = await owner.getByRole('main').innerText();
      expect(said).toContain(own.own_refusal_rights_unclear);
      expect(said).toContain('Who translated it?');
      await step(owner, 'offer', 'I wrote and translated it.');
      await owner.getByText(own.own_done_step).waitFor();

      // Everybody's.
      await editor.goto(`/editing/offered/${slug}`);
      await step(editor, 'assent');
      await editor.getByText(own.own_done_step).waitFor();
      expect(await status(outsider, at)).toBe(200);
      expect(await badge(outsider).count()).toBe(0);
      expect(await findsIt(outsider)).toBe(true);
      await axe(outsider);

      // Withdrawn: nobody's, with its reason; what was written stays its author's.
      await owner.goto(`/works/${slug}`);
      await step(owner, 'withdraw', 'A better text follows.', own.own_withdrawal_owner_asks);
      await owner.getByText(own.own_done_step).waitFor();
      await axe(owner);
      for (const page of [outsider, student, editor]) {
        expect(await status(page, at)).toBe(410);
        const gone = await page.getByRole('main').innerText();
        expect(gone).toContain(title);
        expect(gone).toContain(own.own_reason_owner_asks);
        expect(gone).toContain('A better text follows.');
        expect(await findsIt(page)).toBe(false);
      }
      await student.goto(text);
      await axe(student);
      await student.getByRole('link', { name: own.own_withdrawn_notes }).click();
      await student.waitForURL('**/account/export');
      const file = await student.request.get('/account/export/file?format=json');
      const { notes: written } = (await file.json()) as { notes: readonly { text: string }[] };
      expect(written.map((note) => note.text)).toEqual(
        expect.arrayContaining(['A zebra, more or less', 'Who is it reported to?']),
      );
    },
  );
});
