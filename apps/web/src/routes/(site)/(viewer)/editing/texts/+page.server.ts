import type { DraftMade, TextEditing } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const editing = required(await call<TextEditing>(event, 'GET', '/api/text-editing'));
  return { ...editing, isAdministrator: viewer.abilities.administer };
}) satisfies PageServerLoad;

export const actions = {
  begin: async (event) => {
    const edition = formText(await event.request.formData(), 'edition');
    const path = `/api/editions/${encodeURIComponent(edition)}/text-drafts` as const;
    const answer = await call<DraftMade>(event, 'POST', path);
    if (!answer.ok) return refuse('begin', answer.problem, { edition });
    redirect(303, `/editing/texts/drafts/${answer.value.id}?done=text-begun`);
  },
} satisfies Actions;
