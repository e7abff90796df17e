import { redirect } from '@sveltejs/kit';
import { required } from '#lib/server/api.ts';
import { locateNote, noteHref } from '#lib/server/note-address.ts';
import type { PageServerLoad } from './$types.js';

/** The permanent link of a note leads to its clause, with the note in sight. */
export const load = (async (event) => {
  const { id } = event.params;
  redirect(303, noteHref(required(await locateNote(event, id)), id));
}) satisfies PageServerLoad;
