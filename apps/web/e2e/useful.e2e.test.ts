import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { hydrated } from './support/hydrated.ts';
import { journey } from './support/journey.ts';
import { reply, rootOf, unfold, write } from './support/notes.ts';
import { signUp } from './support/people.ts';

const useful = (note: Locator) => note.getByRole('button', { name: notes.note_useful });
const order = (page: Page, name: string) =>
  page.getByRole('navigation', { name: notes.order_label }).getByRole('link', { name });
const noteWith = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
/** How notes of this test stand one under another. */
async function stand(page: Page, id: string): Promise<string[]> {
  await noteWith(page, id).first().waitFor();
  const texts = await noteWith(page, id).allInnerTexts();
  return texts.map((text) => /Word \d/.exec(text)?.[0] ?? '');
}

for (const [script, size] of [
  [true, { width: 1280, height: 800 }],
  [true, { width: 390, height: 844 }],
  [false, { width: 390, height: 844 }],
] as const) {
  const on = `script: ${String(script)}, ${String(size.width)} wide`;
  journey(`what was useful is said once, and taken back (${on})`, async ({ open }) => {
    const id = randomUUID().slice(0, 8);
    const author = await open();
    await signUp(author, 'Some author');
    await write(author, { target: '3.2.1.1', body: `Word 1 ${id}` });
    const first = await rootOf(
      author,
      await write(author, { target: '3.2.1.1', body: `Word 2 ${id}` }),
    );
    await write(author, { target: '3.2.1.1', body: `Word 3 ${id}`, kind: 'question' });
    for (const words of ['yes', 'no']) await reply(author, first, `An answer: ${words}`);
    await author.goto('/t/ncss-2016/3.2.1.1#thread');
    // Not one's own.
    expect(await useful(noteWith(author, `Word 1 ${id}`)).count()).toBe(0);

    const page = await open({ script, size });
    await signUp(page, 'Some reader');
    await page.goto('/t/ncss-2016/3.2.1.1#thread');
    expect(await stand(page, id)).toEqual(['Word 2', 'Word 3', 'Word 1']);
    const note = noteWith(page, `Word 1 ${id}`);
    if (script) await hydrated(page);
    await useful(note).click();
    await expect.poll(() => useful(note).getAttribute('aria-pressed')).toBe('true');
    expect(await useful(note).innerText()).toMatch(/1$/);
    if (script) {
      // The page stays as it is under who reads.
      expect(await stand(page, id)).toEqual(['Word 2', 'Word 3', 'Word 1']);
      await page.reload();
    }
    expect(await stand(page, id)).toEqual(['Word 1', 'Word 2', 'Word 3']);
    await axe(page);

    const visitor = await open({ script });
    await visitor.goto('/t/ncss-2016/3.2.1.1#thread');
    await noteWith(visitor, `Word 1 ${id}`)
      .getByText(notes.note_useful_to.replace('{count}', '1'))
      .waitFor();
    expect(await useful(visitor.locator('#thread')).count()).toBe(0);

    await useful(note).click();
    await expect.poll(() => useful(note).getAttribute('aria-pressed')).toBe('false');
    await page.reload();
    expect(await stand(page, id)).toEqual(['Word 2', 'Word 3', 'Word 1']);
  });

  journey(`the order is chosen, and stays in the address (${on})`, async ({ open }) => {
    const id = randomUUID().slice(0, 8);
    const author = await open();
    await signUp(author, 'Some author');
    const at = '3.2.1.2';
    const answered = await write(author, { target: at, body: `Word 1 ${id}`, kind: 'term' });
    await reply(author, await rootOf(author, answered), 'An answer');
    await write(author, { target: at, body: `Word 2 ${id}`, kind: 'term' });
    await write(author, { target: at, body: `Word 3 ${id}` });

    const page = await open({ script, size });
    await page.goto(`/t/ncss-2016/${at}#thread`);
    expect(await stand(page, id)).toEqual(['Word 1', 'Word 3', 'Word 2']);
    expect(await order(page, notes.order_useful).getAttribute('aria-current')).toBe('true');
    await order(page, notes.order_newest).click();
    await page.waitForURL(/order=newest/);
    await expect.poll(() => stand(page, id)).toEqual(['Word 3', 'Word 2', 'Word 1']);
    await axe(page);
    // With a filter, and through a filter's own form without script.
    await page.goto(`/t/ncss-2016/${at}?kind=term&order=newest#thread`);
    expect(await stand(page, id)).toEqual(['Word 2', 'Word 1']);
    await order(page, notes.order_answered).click();
    await page.waitForURL(/kind=term&order=answered/);
    await expect.poll(() => stand(page, id)).toEqual(['Word 1', 'Word 2']);
  });
}

journey('what is done more rarely is folded away, and unfolds by keys', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Keys alone');
  const id = randomUUID().slice(0, 8);
  await write(page, { target: '3.3.1.1', body: `Word 1 ${id}` });
  await page.goto('/t/ncss-2016/3.3.1.1#thread');
  const note = noteWith(page, `Word 1 ${id}`);
  const rare = note.getByRole('link', { name: notes.note_delete, exact: true });
  expect(await rare.isVisible()).toBe(false);
  await note.getByRole('link', { name: notes.note_edit, exact: true }).waitFor();
  await note.locator('summary').focus();
  await page.keyboard.press('Enter');
  await rare.waitFor();
  await axe(page);
  // A note of another's that comes meanwhile folds nothing away.
  const other = await open();
  await signUp(other, 'Somebody else');
  await page.waitForTimeout(2_500);
  await write(other, { target: '3.3.1.1', body: `Word 2 ${id}` });
  await noteWith(page, `Word 2 ${id}`).waitFor();
  expect(await rare.isVisible()).toBe(true);
  await unfold(noteWith(page, `Word 2 ${id}`));
});
