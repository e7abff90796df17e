import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import writing from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { unfold } from './support/notes.ts';
import { signIn, signUp } from './support/people.ts';

const clause = '/t/ncss-2016/4.3.1.2';
const label = notes.write_label.replace('{address}', '4.3.1.2');

/** The form of the clause, wherever it stands folded. */
async function form(page: Page) {
  await page.goto(clause);
  const field = page.getByLabel(label, { exact: true });
  if (!(await field.isVisible()))
    await page.getByText(notes.write_open.replace('{address}', '4.3.1.2')).first().click();
  return field;
}

const noteWith = (page: Page, text: string) =>
  page.getByRole('article').filter({ hasText: text }).first();
const mark = () => Math.random().toString(36).slice(2, 8);

describe('writing with help', () => {
  journey(
    'clauses and people are completed, and their links say what they are',
    async ({ open }) => {
      const page = await open();
      const id = mark();
      const { name } = await signUp(page, `Wanda ${id}`);
      const field = await form(page);
      await field.pressSequentially(`First ${id}`);
      await page.getByRole('toolbar').waitFor();
      await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
      await noteWith(page, `First ${id}`).waitFor();

      const again = await form(page);
      await again.pressSequentially(`Second ${id}: see [[2.0.5`);
      const list = page.getByRole('listbox');
      await list.getByRole('option').first().waitFor();
      expect(await again.getAttribute('aria-activedescendant')).not.toBeNull();
      await axe(page);
      await list.getByRole('option', { name: '2.0.5.1', exact: false }).first().waitFor();
      await again.press('Escape');
      await list.waitFor({ state: 'detached' });
      expect(await again.inputValue()).toContain('[[2.0.5');
      await again.pressSequentially('.1');
      expect(await list.count()).toBe(0);
      await again.pressSequentially(']] with [[2.0.5.1');
      await list.getByRole('option').first().waitFor();
      await again.press('Enter');
      expect(await again.inputValue()).toBe(`Second ${id}: see [[2.0.5.1]] with [[2.0.5.1]]`);
      await again.pressSequentially(` and @wanda-${id}`);
      await list.getByRole('option', { name }).waitFor();
      await again.press('Tab');
      expect(await again.inputValue()).toMatch(new RegExp(`@Wanda-${id} $`));
      await page.getByRole('button', { name: notes.write_submit, exact: true }).click();

      const note = noteWith(page, `Second ${id}`);
      await note.waitFor();
      const link = note.getByRole('link', { name: '2.0.5.1', exact: true }).first();
      await link.hover();
      const card = page.getByRole('tooltip');
      await card.getByText('2.0.5.1').waitFor();
      // Its words in both languages; the pointer may go onto it, Escape puts it away.
      await card.locator('[lang^=zh]').waitFor();
      await card.locator('[lang=en]').waitFor();
      await card.hover();
      await axe(page);
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      await page.mouse.move(0, 0);
      await (await unfold(note)).getByRole('button', { name: writing.reference_copy }).focus();
      const person = note.getByRole('link', { name: `@Wanda-${id}` });
      await page.keyboard.press('Shift+Tab');
      await person.focus();
      await card.getByText(name).waitFor();
      // It may lie over the link beside it.
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      await link.click();
      await page.waitForURL('**/t/ncss-2016/2.0.5.1');
    },
  );

  journey(
    'the toolbar is one stop of the keyboard, and what it does can be undone',
    async ({ open }) => {
      const page = await open();
      await signUp(page, `Tess ${mark()}`);
      const field = await form(page);
      await field.pressSequentially('so');
      await field.press('ControlOrMeta+a');
      await page.getByRole('button', { name: writing.tool_bold, exact: true }).click();
      expect(await field.inputValue()).toBe('**so**');
      await field.press('ControlOrMeta+z');
      expect(await field.inputValue()).toBe('so');
      await field.press('ControlOrMeta+b');
      expect(await field.inputValue()).toBe('**so**');
      await page.getByRole('button', { name: writing.tool_bold, exact: true }).focus();
      await page.keyboard.press('ArrowRight');
      expect(
        await page
          .getByRole('button', { name: writing.tool_italic, exact: true })
          .evaluate((button) => button === document.activeElement),
      ).toBe(true);
      await page.getByRole('toolbar').getByRole('button', { name: writing.preview_show }).click();
      const preview = page.getByRole('region', { name: writing.preview_label });
      await preview.locator('strong', { hasText: 'so' }).waitFor();
      await field.fill('[[99]] *now*');
      await preview.locator('em', { hasText: 'now' }).waitFor();
      await preview.getByText('99', { exact: false }).last().waitFor();
      await axe(page);
    },
  );
});

describe('writing without script', () => {
  journey('a preview keeps the text, and references are links', async ({ open }) => {
    const page = await open({ script: false });
    const id = mark();
    await signUp(page, `Olga ${id}`);
    const field = await form(page);
    await field.fill(`See [[2.0.5.1]] and [[99]] ${id}[^1]\n\n[^1]: Because`);
    await page.getByRole('button', { name: writing.preview_show }).first().click();
    const preview = page.getByRole('region', { name: writing.preview_label });
    await preview.getByText('99', { exact: false }).first().waitFor();
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toContain(id);
    await axe(page);
    await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
    const note = noteWith(page, id);
    await note.waitFor();
    const back = note.locator('a[data-footnote-ref]');
    const target = (await back.getAttribute('href')) ?? '';
    expect(await page.locator(target).count()).toBe(1);
    await note.getByRole('link', { name: '2.0.5.1', exact: true }).click();
    await page.waitForURL('**/t/ncss-2016/2.0.5.1');
  });
});

describe('a draft on two devices', () => {
  journey(
    'the later stands, the other is offered beside it, and nothing goes by itself',
    async ({ open }) => {
      const desk = await open();
      const member = await signUp(desk, `Dora ${mark()}`);
      const atDesk = await form(desk);
      await atDesk.fill('Begun at the desk');
      await desk.getByLabel(writing.tags_label).fill('two devices');
      await desk.getByText(notes.draft_saved, { exact: true }).waitFor();

      const phone = await open();
      await signIn(phone, member);
      await phone.goto(clause);
      const onPhone = phone.getByLabel(label, { exact: true });
      expect(await onPhone.inputValue()).toBe('Begun at the desk');
      expect(await phone.getByLabel(writing.tags_label).inputValue()).toBe('two devices');
      const kept = phone.waitForResponse((answer) => answer.request().method() === 'PUT');
      await onPhone.fill('Gone on with on the phone');
      expect((await kept).ok()).toBe(true);

      await atDesk.fill('Gone on with at the desk');
      const other = desk
        .locator('.others details')
        .filter({ hasText: 'Gone on with on the phone' });
      await other.locator('summary').click();
      await axe(desk);
      await other.getByRole('button', { name: notes.draft_other, exact: true }).click();
      expect(await atDesk.inputValue()).toBe('Gone on with on the phone');
      const own = desk.locator('.others details').filter({ hasText: 'Gone on with at the desk' });
      await own.locator('summary').waitFor();
      await desk.getByText(notes.draft_saved, { exact: true }).waitFor();

      // Both are there after a reload; what is discarded is discarded by hand.
      await desk.reload();
      await expect.poll(() => atDesk.inputValue()).toBe('Gone on with on the phone');
      await own.locator('summary').click();
      await own.getByRole('button', { name: notes.draft_other_discard, exact: true }).click();
      await own.waitFor({ state: 'detached' });
      await desk.reload();
      await expect.poll(() => atDesk.inputValue()).toBe('Gone on with on the phone');
      await desk.getByText(notes.draft_discard, { exact: true }).waitFor();
      expect(await own.count()).toBe(0);
    },
  );
});

describe.each([true, false])('how a note was edited (script: %s)', (script) => {
  journey('is shown word by word', async ({ open }) => {
    const page = await open({ script });
    const id = mark();
    await signUp(page, `Hedy ${id}`);
    await (await form(page)).fill(`国家网络安全 ${id}`);
    await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
    const note = noteWith(page, id);
    await note.getByText(notes.note_edit, { exact: true }).click();
    const field = page.getByLabel(notes.edit_label, { exact: true });
    await field.fill(`国家信息安全 ${id}`);
    await page.getByRole('button', { name: notes.edit_submit, exact: true }).click();
    await noteWith(page, `国家信息安全 ${id}`)
      .getByRole('link', { name: notes.note_edited, exact: true })
      .click();
    await page.getByText(notes.history_changes.replace('{number}', '1')).click();
    expect(await page.locator('del').innerText()).toContain('网络');
    expect(await page.locator('ins').innerText()).toContain('信息');
    await axe(page);
  });
});
