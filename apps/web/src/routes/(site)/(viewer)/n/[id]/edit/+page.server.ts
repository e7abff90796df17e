import { edit } from '#lib/server/edit-note.ts';
import { loadNote } from '#lib/server/load-note.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load = (async (event) => ({
  note: await loadNote(event, 'edit'),
})) satisfies PageServerLoad;

export const actions = { edit } satisfies Actions;
