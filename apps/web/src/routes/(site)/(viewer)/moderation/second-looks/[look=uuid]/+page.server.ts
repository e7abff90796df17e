import type { SecondLookView } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { compareWords } from '#lib/history/compare-words.ts';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { moderator } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string) => `/api/moderation/second-looks/${encodeURIComponent(id)}` as const;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  moderator(viewer, event.url);
  const look = required(await call<SecondLookView>(event, 'GET', pathOf(event.params.look)));
  const { note, stood } = look;
  return {
    look,
    changes: note === null || stood === null ? null : compareWords(stood.body, note.body),
  };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const values = { action: formText(data, 'action'), reason: formText(data, 'reason') };
    const answer = await call(event, 'POST', pathOf(event.params.look), {
      action: values.action,
      ...(values.reason === '' ? {} : { reason: values.reason }),
    });
    if (answer.ok) redirect(303, `/moderation/second-looks/${event.params.look}?done=look`);
    // Who was first has left nothing to say here; the list has what is left.
    if (answer.problem.code === 'look-given' || answer.problem.code === 'not-found')
      redirect(303, '/moderation/second-looks?done=look-gone');
    // Nothing was chosen.
    const problem =
      answer.problem.code === 'request-malformed'
        ? { ...answer.problem, code: 'action-unfit' }
        : answer.problem;
    return refuse('look', problem, values);
  },
} satisfies Actions;
