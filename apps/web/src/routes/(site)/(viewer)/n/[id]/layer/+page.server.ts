import type { ThreadView } from '@glossator/contract';
import { newFormKey } from '#lib/form-key.ts';
import { call, required } from '#lib/server/api.ts';
import { copyNote, moveThread } from '#lib/server/carry-note.ts';
import { loadNote } from '#lib/server/load-note.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const note = await loadNote(event, 'copy');
  const thread = required(await call<ThreadView>(event, 'GET', `/api/threads/${note.thread}`));
  return { note, thread, key: newFormKey() };
}) satisfies PageServerLoad;

export const actions = { move: moveThread, copy: copyNote } satisfies Actions;
