import type { SecondLooksView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { moderator } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  moderator(viewer, event.url);
  return {
    looks: required(await call<SecondLooksView>(event, 'GET', '/api/moderation/second-looks')),
  };
}) satisfies PageServerLoad;

export const actions = {
  share: async (event) => {
    const data = await event.request.formData();
    const values = { work: formText(data, 'work'), percent: formText(data, 'percent') };
    const path = `/api/moderation/second-looks/shares/${encodeURIComponent(values.work)}` as const;
    // What is no number is refused as one that is out of bounds: the sentence says which there are.
    const percent = /^\d{1,3}$/.test(values.percent.trim()) ? Number(values.percent) : -1;
    const answer = await call(event, 'PUT', path, { percent });
    if (!answer.ok) return refuse(`share-${values.work}`, answer.problem, values);
    redirect(303, '/moderation/second-looks?done=look-share');
  },
} satisfies Actions;
