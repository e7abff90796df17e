import { required } from '#lib/server/api.ts';
import { edit } from '#lib/server/edit-note.ts';
import { loadNote } from '#lib/server/load-note.ts';
import { locateNote } from '#lib/server/note-address.ts';
import { previewNote } from '#lib/server/preview-note.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const note = await loadNote(event, 'edit');
  return { note, work: required(await locateNote(event, note.id)).work };
}) satisfies PageServerLoad;

export const actions = {
  edit,
  preview: async (event) =>
    previewNote(event, required(await locateNote(event, event.params.id)).work),
} satisfies Actions;
