import { limits, type Problem, type PromotionView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { commentaryPath, loadCommentary } from '#lib/server/load-commentary.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const [{ commentary }, promotions] = await Promise.all([
    loadCommentary(event),
    listPage<PromotionView>(event, `${commentaryPath(event)}/promotions`),
  ]);
  return { commentary, promotions, messageLength: limits.promotionMessage };
}) satisfies PageServerLoad;

const unfit: Problem = { type: 'about:blank', title: '', status: 422, code: 'promotion-unfit' };

export const actions = {
  ask: async (event) => {
    const data = await event.request.formData();
    const values = { note: formText(data, 'note'), message: formText(data, 'message') };
    const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(values.note)?.[0];
    if (id === undefined) return refuse('ask', unfit, values);
    const answer = await call(event, 'POST', `${commentaryPath(event)}/promotions`, {
      annotation: id.toLowerCase(),
      message: values.message,
    });
    if (!answer.ok) return refuse('ask', answer.problem, values);
    redirect(303, `/commentaries/${event.params.id}/promotions?done=quotation-asked`);
  },
  cancel: async (event) => {
    const promotion = formText(await event.request.formData(), 'promotion');
    const path = `${commentaryPath(event)}/promotions/${encodeURIComponent(promotion)}` as const;
    const answer = await call(event, 'DELETE', path);
    if (!answer.ok) return refuse('cancel', answer.problem, {});
    redirect(303, `/commentaries/${event.params.id}/promotions?done=quotation-cancelled`);
  },
} satisfies Actions;
