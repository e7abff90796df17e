import { resolveThread, reply, restore, unhide } from '#lib/server/note-actions.ts';
import { startThread } from '#lib/server/start-thread.ts';
import { edit } from '#lib/server/edit-note.ts';
import type { Actions } from './$types.js';

export const actions = {
  write: startThread,
  reply,
  edit,
  restore,
  unhide,
  resolve: resolveThread,
} satisfies Actions;
