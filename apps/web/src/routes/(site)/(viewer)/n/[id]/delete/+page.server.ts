import { changeState } from '#lib/server/change-state.ts';
import { loadNote } from '#lib/server/load-note.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load = (async (event) => ({
  note: await loadNote(event, 'delete'),
})) satisfies PageServerLoad;

export const actions = {
  default: (event) => changeState(event, 'delete'),
} satisfies Actions;
