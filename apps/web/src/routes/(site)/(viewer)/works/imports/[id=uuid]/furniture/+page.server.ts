import type { FurniturePage } from '@glossator/contract';
import { furnitureReasons } from '@glossator/document/import';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  return listPage<FurniturePage['items'][number], Pick<FurniturePage, 'kinds' | 'version'>>(
    event,
    `/api/text-imports/${event.params.id}/furniture`,
  );
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const { id = '' } = event.params;
    // The button says what is done, and to what: `restore:12`, `confirm:page-number`.
    const [act = '', what = ''] = formText(data, 'act').split(':');
    const isOne = /^\d+$/.test(what);
    const answer = await call(event, 'POST', `/api/text-imports/${id}/furniture`, {
      version: Number(formText(data, 'version')),
      act,
      ids: isOne ? [Number(what)] : [],
      reason: furnitureReasons.find((each) => each === what) ?? null,
    });
    if (!answer.ok) return refuse('aside', answer.problem, {});
    redirect(303, `/works/imports/${id}/furniture?done=bring-${act}`);
  },
} satisfies Actions;
