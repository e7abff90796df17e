import { limits, type PromotionRequest } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const { name } = member(viewer, event.url);
  return {
    name,
    requests: await listPage<PromotionRequest>(event, '/api/promotions'),
    creditLength: limits.creditLength,
  };
}) satisfies PageServerLoad;

/** Each request has forms of its own, which are told apart by its id. */
async function answer(
  event: RequestEvent,
  id: string,
  values: { readonly how: string; readonly credit: string },
  body: object,
) {
  const path = `/api/promotions/${encodeURIComponent(id)}/answer` as const;
  const answered = await call(event, 'PUT', path, body);
  if (!answered.ok) return refuse(id, answered.problem, values);
  redirect(303, '/promotions?done=quotation-answered');
}

export const actions = {
  consent: async (event) => {
    const data = await event.request.formData();
    const values = { how: formText(data, 'how'), credit: formText(data, 'credit') };
    const version = Number(formText(data, 'version')) || 1;
    return answer(event, formText(data, 'promotion'), values, {
      ...{ answer: 'consent', ...values, version },
    });
  },
  refuse: async (event) => {
    const id = formText(await event.request.formData(), 'promotion');
    return answer(event, id, { how: '', credit: '' }, { answer: 'refuse' });
  },
} satisfies Actions;
