import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../../messages/en/notes.json' with { type: 'json' };
import { origin } from './site.ts';

export interface Written {
  readonly target: string;
  readonly body: string;
  /** Words of one edition that stand once in the clause. */
  readonly on?: { readonly edition: string; readonly words: string };
  readonly kind?: string;
  readonly tags?: readonly string[];
  readonly layer?: 'public' | 'notebook';
}

/** A note of the person who is signed in, written past the form: for tests of what follows. */
export async function write(page: Page, note: Written): Promise<string> {
  const answer = await page.request.post(`${origin}/api/threads`, {
    headers: { origin },
    data: {
      work: 'ncss-2016',
      target: note.target,
      ...(note.on === undefined
        ? {}
        : { pointing: { kind: 'words', version: '1.0.0', ...note.on } }),
      layer: note.layer ?? 'public',
      body: note.body,
      kind: note.kind ?? 'comment',
      tags: note.tags ?? [],
      seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
      key: randomUUID(),
    },
  });
  const thread = (await answer.json()) as { readonly id: string };
  expect(answer.status(), JSON.stringify(thread)).toBe(201);
  return thread.id;
}

/** An answer of the person who is signed in, written past the form. */
export async function reply(page: Page, parent: string, body: string): Promise<string> {
  const answer = await page.request.post(`${origin}/api/annotations/${parent}/replies`, {
    headers: { origin },
    data: { body, seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'], key: randomUUID() },
  });
  const note = (await answer.json()) as { readonly id: string };
  expect(answer.status(), JSON.stringify(note)).toBe(201);
  return note.id;
}

/** The note that a thread begins with. */
export async function rootOf(page: Page, thread: string): Promise<string> {
  const answer = await page.request.get(`${origin}/api/threads/${thread}`);
  const { annotations } = (await answer.json()) as { annotations: { id: string }[] };
  const [root] = annotations;
  if (root === undefined) throw new Error('a thread without a note');
  return root.id;
}

const isOpen = (summary: Locator) =>
  summary.evaluate((element) => element.parentElement?.hasAttribute('open') === true);

/** Unfolds: a page that still moves under the mouse can take a click elsewhere, and it is clicked again. */
export async function openFold(summary: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        if (!(await isOpen(summary))) await summary.click();
        return await isOpen(summary);
      },
      { timeout: 10_000 },
    )
    .toBe(true);
}

/** The note with what is done to it more rarely in sight. */
export async function unfold(note: Locator): Promise<Locator> {
  await openFold(note.locator('summary', { hasText: words.note_more }).first());
  return note;
}
