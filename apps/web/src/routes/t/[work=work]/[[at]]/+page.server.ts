import { markUseful, resolveThread, reply, restore, unhide } from '#lib/server/note-actions.ts';
import { previewNote } from '#lib/server/preview-note.ts';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { startThread } from '#lib/server/start-thread.ts';
import { edit } from '#lib/server/edit-note.ts';
import type { Actions } from './$types.js';

export const actions = {
  write: startThread,
  preview: (event) => previewNote(event, readWorkPlace(event.params.work).slug),
  reply,
  edit,
  restore,
  unhide,
  resolve: resolveThread,
  useful: markUseful,
} satisfies Actions;
