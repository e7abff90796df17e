import type { AnnotationView, ThreadView } from '@glossator/contract';
import type { Browser, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { holdAlways } from '../../standalone/src/check/hold-always.ts';
import said from '../messages/en/flags.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import queue from '../messages/en/queue.json' with { type: 'json' };
import waiting from '../messages/en/waiting.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey, type Open, type Visit } from './support/journey.ts';
import { reply, rootOf, write } from './support/notes.ts';
import { administrator, signUp, type Member } from './support/people.ts';
import { appoint, asAdministrator, personOf } from './support/sanctions.ts';
import { origin, theSite } from './support/site.ts';

const clause = '3.2.1.3';
const phone = { width: 390, height: 844 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const read = async <Answer>(page: Page, path: string): Promise<Answer> =>
  (await (await page.request.get(`${origin}/api${path}`)).json()) as Answer;

/** Somebody with a public note, of whom everything waits from then on. */
async function author(browser: Browser, page: Page, name: string, body: string) {
  await signUp(page, name);
  const note = await rootOf(page, await write(page, { target: clause, body }));
  const id = await personOf(page);
  await holdAlways(theSite.ownerUrl, id, await personOf(await administrator(browser)));
  return { id, note, name };
}

async function moderator(browser: Browser, open: Open, visit: Visit, name: string) {
  const page = await open(visit);
  const member: Member = await signUp(page, name);
  await appoint(await administrator(browser), member);
  return page;
}

/** The case of an author, opened from the queue. */
async function openCase(page: Page, authorId: string): Promise<void> {
  await page.goto(`/moderation?author=${authorId}`);
  await page.locator('a[data-case]').first().click();
  await page.locator('#decide').waitFor();
}

async function refuse(page: Page, words: string): Promise<void> {
  await page.locator('#decide-reason').selectOption('unclear');
  await page.locator('#decide-words').fill(words);
  await button(page, queue.queue_refuse).click();
  await page.getByText(queue.queue_none_here).waitFor();
}

/** Writes an edit of a note, or changes the one that waits, on the note's own page. */
async function edit(page: Page, note: string, body: string): Promise<void> {
  await page.goto(`/n/${note}/edit`);
  await page.locator('form.write textarea[name=body]').last().fill(body);
  await button(page, notes.edit_submit).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
}

describe.each([
  { how: 'without JavaScript', visit: { script: false } },
  { how: 'with JavaScript, on a dark phone', visit: { script: true, size: phone, dark: true } },
] as const)('$how', ({ visit }) => {
  const mark = String(visit.script);

  journey(
    'an edit waits, changes under the decision, and is published',
    async ({ browser, open }) => {
      const page = await open(visit);
      const it = await author(browser, page, `Edits ${mark}`, `First words ${mark}`);
      const keeper = await moderator(browser, open, visit, `Reads edits ${mark}`);
      const reader = await open();
      const publicly = async () => {
        await reader.goto(`/n/${it.note}`);
        return reader.locator(`#n-${it.note}`).innerText();
      };

      await edit(page, it.note, `Second words ${mark}`);
      await page.locator(`#n-${it.note}`).getByText(waiting.waiting_edit_mark).first().waitFor();
      await axe(page);
      expect(await publicly()).toContain(`First words ${mark}`);

      await openCase(keeper, it.id);
      const words = keeper.locator('section.note');
      expect(await words.innerText()).toContain(`Second words ${mark}`);
      await keeper.getByText(queue.queue_changes_stands).waitFor();
      await axe(keeper);
      await keeper.locator('#decide-words').fill('Which words does it mean?');
      // Meanwhile its author goes on writing.
      await edit(page, it.note, `Third words ${mark}`);
      await keeper.locator('#decide-reason').selectOption('unclear');
      await button(keeper, queue.queue_return).click();
      await keeper.getByText(queue.queue_case_changed).waitFor();
      await words.getByText(`Third words ${mark}`).first().waitFor();
      expect(await keeper.locator('#decide-words').inputValue()).toBe('Which words does it mean?');
      expect(await keeper.locator('#decide-reason').inputValue()).toBe('unclear');
      await axe(keeper);
      expect(await publicly()).toContain(`First words ${mark}`);

      await button(keeper, queue.queue_approve).click();
      await keeper.getByText(queue.queue_none_here).waitFor();
      const now = await publicly();
      expect(now).toContain(`Third words ${mark}`);
      expect(now).not.toContain('Second words');
    },
  );

  journey(
    'who refused is not who decides on the appeal; its author wins',
    async ({ browser, open }) => {
      const page = await open(visit);
      const it = await author(browser, page, `Appeals ${mark}`, `Where they began ${mark}`);
      const first = await moderator(browser, open, visit, `Refuses ${mark}`);
      await write(page, { target: clause, body: `What was refused ${mark}` });
      await openCase(first, it.id);
      await refuse(first, 'It says nothing about the clause.');

      await page.goto('/account/waiting');
      const row = page.locator('main li', { hasText: `What was refused ${mark}` });
      await row.getByText('It says nothing about the clause.').waitFor();
      await row.getByRole('link', { name: said.appeal_link, exact: true }).click();
      await page.getByLabel(said.appeal_words).fill('It names the second sentence.');
      await page.locator('#appeal button').click();
      await page.getByText('It names the second sentence.').waitFor();

      // It stands in their queue, and is not theirs.
      await first.goto(`/moderation?author=${it.id}`);
      await first.locator('a[data-case]').first().click();
      await first.getByText(queue.queue_not_yours).waitFor();
      expect(await first.locator('#decide').count()).toBe(0);
      const second = await asAdministrator(await open(visit));
      await openCase(second, it.id);
      await second.getByText('It names the second sentence.').waitFor();
      await second.getByText('It says nothing about the clause.').first().waitFor();
      await axe(second);
      await button(second, queue.queue_overturn).click();
      await second.getByText(queue.queue_none_here).waitFor();
      const reader = await open();
      await reader.goto(`/t/ncss-2016/${clause}`);
      await reader.locator('.thread.public', { hasText: `What was refused ${mark}` }).waitFor();
      await page.goto('/account/waiting');
      expect(await page.locator('main').innerText()).toContain(waiting.waiting_none);
    },
  );
});

journey(
  'an answer to an answer waits in its place, and is put there',
  async ({ browser, open }) => {
    const visit = { script: false };
    const mark = String(visit.script);
    const page = await open(visit);
    const it = await author(browser, page, `Answers ${mark}`, `Where it begins ${mark}`);
    const other = await open();
    await signUp(other, `Between ${mark}`);
    const between = await reply(other, it.note, `The answer between ${mark}`);
    const keeper = await moderator(browser, open, visit, `Reads answers ${mark}`);

    await page.goto(`/n/${between}`);
    await page
      .locator(`#n-${between}`)
      .getByText(notes.note_reply, { exact: true })
      .first()
      .click();
    const label = notes.reply_label.replace('{name}', `Between ${mark}`);
    await page.getByLabel(label, { exact: true }).fill(`The answer below ${mark}`);
    await page
      .locator('form.write')
      .filter({ hasText: label })
      .getByRole('button', { name: notes.reply_submit, exact: true })
      .click();
    const below = page.locator('article.note', { hasText: `The answer below ${mark}` }).last();
    await below.getByText(waiting.waiting_mark).first().waitFor();
    await axe(page);
    await other.goto(`/n/${between}`);
    expect(await other.content()).not.toContain(`The answer below ${mark}`);

    await openCase(keeper, it.id);
    const around = keeper.locator('section.around');
    expect(await around.innerText()).toContain(`The answer between ${mark}`);
    await axe(keeper);
    await button(keeper, queue.queue_approve).click();
    await keeper.getByText(queue.queue_none_here).waitFor();
    await other.goto(`/n/${between}`);
    await other
      .locator('article.note', { hasText: `The answer below ${mark}` })
      .last()
      .waitFor();
    const { thread } = await read<AnnotationView>(other, `/annotations/${between}`);
    const { annotations } = await read<ThreadView>(other, `/threads/${thread}`);
    expect(annotations.find(({ body }) => body === `The answer below ${mark}`)?.parent).toBe(
      between,
    );
  },
);
