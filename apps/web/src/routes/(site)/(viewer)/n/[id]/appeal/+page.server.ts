import { limits } from '@glossator/contract';
import { appealRules } from '@glossator/domain';
import { redirect } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { readOwnNote } from '#lib/server/load-note.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  return {
    note: await readOwnNote(event, viewer),
    limit: limits.objectionLength,
    days: appealRules.answerDays,
  };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const words = formText(data, 'words');
    const path = `/api/annotations/${encodeURIComponent(event.params.id)}/appeal` as const;
    const form = { decision: formText(data, 'decision'), words };
    const answer = await call(event, 'POST', path, form);
    if (!answer.ok) return refuse('appeal', answer.problem, { words });
    redirect(303, `/n/${encodeURIComponent(event.params.id)}/appeal`);
  },
} satisfies Actions;
