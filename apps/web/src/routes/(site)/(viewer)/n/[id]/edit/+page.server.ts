import { required } from '#lib/server/api.ts';
import { edit, takeBack } from '#lib/server/edit-note.ts';
import { loadNote, readOwnNote } from '#lib/server/load-note.ts';
import { locateNote } from '#lib/server/note-address.ts';
import { restore } from '#lib/server/note-actions.ts';
import { previewNote } from '#lib/server/preview-note.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  // Who may not write for now is told so here, and what they were writing comes back.
  const note =
    viewer.sanctions.length === 0
      ? await loadNote(event, 'edit')
      : await readOwnNote(event, viewer);
  const seen = seenSince(note.seen, event.url.searchParams.get('text') ?? '');
  return { note, seen, work: required(await locateNote(event, note.id)).work };
}) satisfies PageServerLoad;

/** Who was shown what changed in a text has its newer version before them, in place of the older one. */
function seenSince(seen: readonly string[], pin: string): readonly string[] {
  const [, edition] = /^([a-z0-9-]+):\d+\.\d+\.\d+$/.exec(pin) ?? [];
  if (edition === undefined) return seen;
  return [...seen.filter((each) => !each.startsWith(`${edition}:`)), pin];
}

export const actions = {
  edit,
  restore,
  takeBack,
  preview: async (event) =>
    previewNote(event, required(await locateNote(event, event.params.id)).work),
} satisfies Actions;
