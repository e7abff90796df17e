import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, unfold, write } from './support/notes.ts';
import { signIn, signUp } from './support/people.ts';
import { origin } from './support/site.ts';

const mark = () => Math.random().toString(36).slice(2, 8);
const noteWith = (page: Page, text: string) =>
  page.getByRole('article').filter({ hasText: text }).first();
const field = (page: Page) => page.getByLabel(notes.edit_label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A note on the clause and the id of it. */
async function noted(page: Page, target: string, body: string): Promise<string> {
  return rootOf(page, await write(page, { target, body }));
}

/** What another device of the same person does meanwhile. */
async function elsewhere(page: Page, id: string, version: number, body: string): Promise<void> {
  const saved = await page.request.put(`${origin}/api/annotations/${id}`, {
    headers: { origin },
    data: { body, version, seen: ['zh-cac:1.0.0'] },
  });
  expect(saved.status()).toBe(200);
}

/** The note as it is stored, and the version of it. */
async function stored(page: Page, id: string): Promise<readonly [string, number]> {
  const answer = await page.request.get(`${origin}/api/annotations/${id}`);
  const { body, version } = (await answer.json()) as { body: string; version: number };
  return [body, version];
}

/** Both pages where a note is edited: the reader, and the page of the note. */
const places = {
  'beside the clause': async (page: Page, id: string, text: string) => {
    await page.goto(`/n/${id}`);
    await noteWith(page, text).getByText(notes.note_edit, { exact: true }).click();
  },
  'on the page of the note': async (page: Page, id: string) => {
    await page.goto(`/n/${id}/edit`);
  },
} as const;

describe.each(Object.entries(places))('an edit %s that was overtaken', (_name, open_) => {
  journey(
    'is told before it is saved, and goes over the stored one only when said so',
    async ({ open }) => {
      const page = await open();
      const id = mark();
      await signUp(page, `Edda ${id}`);
      const note = await noted(page, '3.2.1.4', `the old word ${id}`);
      await open_(page, note, `the old word ${id}`);
      await field(page).fill(`my word ${id}`);
      await page.waitForTimeout(3_000);
      await elsewhere(page, note, 1, `the new word ${id}`);
      await page.getByText(notes.edit_changed).waitFor();
      await page.locator('del', { hasText: 'old' }).waitFor();
      expect(await page.locator('ins').innerText()).toContain('new');
      expect(await field(page).inputValue()).toBe(`my word ${id}`);
      await axe(page);

      // Not chosen: nothing is written over, and the text is still there.
      await button(page, notes.edit_submit).click();
      await page.getByText(problems.problem_version_stale).waitFor();
      expect(await stored(page, note)).toEqual([`the new word ${id}`, 2]);
      expect(await field(page).inputValue()).toBe(`my word ${id}`);

      await elsewhere(page, note, 2, `the newest word ${id}`);
      await button(page, notes.edit_go_over).click();
      await button(page, notes.edit_submit_over).click();
      await expect.poll(() => stored(page, note)).toEqual([`my word ${id}`, 4]);
    },
  );
});

journey('the stored text is taken instead, and the own one stays beside it', async ({ open }) => {
  const page = await open();
  const id = mark();
  await signUp(page, `Tilda ${id}`);
  const note = await noted(page, '3.2.1.4', `old ${id}`);
  await page.goto(`/n/${note}/edit`);
  await field(page).fill(`mine ${id}`);
  await page.getByText(notes.draft_saved, { exact: true }).waitFor();
  await elsewhere(page, note, 1, `new ${id}`);
  await button(page, notes.edit_take_stored).click();
  expect(await field(page).inputValue()).toBe(`new ${id}`);
  const own = page.locator('.others details').filter({ hasText: `mine ${id}` });
  await own.locator('summary').click();
  await button(page, notes.draft_other).click();
  expect(await field(page).inputValue()).toBe(`mine ${id}`);
  // That one was begun from the old words: it is told again.
  await page.getByText(notes.edit_changed).waitFor();
  await button(page, notes.edit_submit).click();
  await page.getByText(problems.problem_version_stale).waitFor();
  expect(await stored(page, note)).toEqual([`new ${id}`, 2]);
});

journey('a draft taken up again is told of what changed since it was begun', async ({ open }) => {
  const desk = await open();
  const id = mark();
  const member = await signUp(desk, `Resi ${id}`);
  const note = await noted(desk, '3.2.1.4', `one old word ${id}`);
  await desk.goto(`/n/${note}`);
  await noteWith(desk, id).getByText(notes.note_edit, { exact: true }).click();
  await field(desk).fill(`left half way ${id}`);
  await desk.getByText(notes.draft_saved, { exact: true }).waitFor();
  await desk.close();
  const phone = await open({ size: { width: 390, height: 844 } });
  await signIn(phone, member);
  await elsewhere(phone, note, 1, `one new word ${id}`);
  await phone.goto(`/n/${note}`);
  await noteWith(phone, id)
    .getByRole('link', { name: new RegExp(`^${notes.note_edit}`) })
    .click();
  await expect.poll(() => field(phone).inputValue()).toBe(`left half way ${id}`);
  await phone.getByText(notes.edit_changed).waitFor();
  await phone.locator('del', { hasText: 'old' }).waitFor();
  await axe(phone);
});

describe.each(Object.entries(places))('a note %s that was deleted elsewhere', (_name, open_) => {
  journey('takes no text with it, and is brought back from there', async ({ open }) => {
    const page = await open();
    const id = mark();
    await signUp(page, `Gerd ${id}`);
    const note = await noted(page, '3.2.1.4', `to be deleted ${id}`);
    await open_(page, note, `to be deleted ${id}`);
    // Script that arrives between marking all and typing undoes the marking: it is typed again.
    await expect
      .poll(async () => {
        await field(page).fill(`being written ${id}`);
        return field(page).inputValue();
      })
      .toBe(`being written ${id}`);
    await page.waitForTimeout(3_000);
    const url = `${origin}/api/annotations/${note}`;
    expect((await page.request.delete(url, { headers: { origin } })).status()).toBe(200);
    await page.getByText(notes.edit_gone).waitFor();
    expect(await field(page).inputValue()).toBe(`being written ${id}`);
    await axe(page);
    await button(page, notes.edit_submit).click();
    await page.getByText(problems.problem_not_allowed).waitFor();
    expect(await field(page).inputValue()).toBe(`being written ${id}`);
    await button(page, notes.note_restore).click();
    await page.getByText(notes.edit_gone).waitFor({ state: 'detached' });
    expect(await field(page).inputValue()).toBe(`being written ${id}`);
    await button(page, notes.edit_submit).click();
    await expect.poll(() => stored(page, note)).toEqual([`being written ${id}`, 2]);
  });
});

journey(
  'without script the text comes back where the note was deleted meanwhile',
  async ({ open }) => {
    const page = await open({ script: false });
    const id = mark();
    await signUp(page, `Gerd ${id}`);
    const note = await noted(page, '3.2.1.4', `to be deleted ${id}`);
    await page.goto(`/n/${note}/edit`);
    const url = `${origin}/api/annotations/${note}`;
    expect((await page.request.delete(url, { headers: { origin } })).status()).toBe(200);
    await field(page).fill(`being written ${id}`);
    await button(page, notes.edit_submit).click();
    await page.getByText(problems.problem_not_allowed).waitFor();
    expect(await field(page).inputValue()).toBe(`being written ${id}`);
    await axe(page);
  },
);

journey('without script what changed stands beside the text that came back', async ({ open }) => {
  const page = await open({ script: false });
  const id = mark();
  await signUp(page, `Olaf ${id}`);
  const note = await noted(page, '3.2.1.4', `the old word ${id}`);
  await page.goto(`/n/${note}/edit`);
  await elsewhere(page, note, 1, `the new word ${id}`);
  await field(page).fill(`my word ${id}`);
  await button(page, notes.edit_submit).click();
  await page.getByText(notes.edit_changed_what).waitFor();
  expect(await page.locator('del').innerText()).toContain('old');
  expect(await field(page).inputValue()).toBe(`my word ${id}`);
  await axe(page);
  await button(page, notes.edit_submit_over).click();
  expect(await stored(page, note)).toEqual([`my word ${id}`, 3]);
});

describe.each([
  [true, { width: 1280, height: 800 }],
  [true, { width: 390, height: 844 }],
  [false, { width: 390, height: 844 }],
])('a deletion (script: %s, %o)', (script, size) => {
  journey('is taken back after a reload, and says until when it can be', async ({ open }) => {
    const page = await open({ script, size });
    const id = mark();
    await signUp(page, `Uta ${id}`);
    const note = await noted(page, '3.2.1.3', `taken away ${id}`);
    await page.goto(`/n/${note}`);
    const taken = await unfold(noteWith(page, id));
    await taken.getByText(notes.note_delete, { exact: true }).click();
    await button(page, notes.delete_submit).click();
    await button(page, notes.note_restore).waitFor();
    await page.reload();
    await button(page, notes.note_restore).waitFor();
    const [before] = notes.note_restore_until.split('{time}');
    expect(await noteWith(page, id).innerText()).toContain(before);
    await axe(page);
    // Also where one comes to the clause by another way.
    await page.goto('/t/ncss-2016/3.2.1.3#thread');
    await button(page, notes.note_restore).click();
    await expect.poll(async () => (await stored(page, note))[0]).toBe(`taken away ${id}`);
    await (
      await unfold(noteWith(page, id))
    )
      .getByText(notes.note_delete, { exact: true })
      .waitFor();
  });
});
