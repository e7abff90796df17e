import type { Problem, TextImportList, TextImportView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { broughtIn, typedIn } from '#lib/server/bring-form.ts';
import { isTooLargeFile } from '#lib/server/form-size.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { viewerOf } from '#lib/server/viewer.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  // Whose session ended meanwhile gets what they pasted back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST') return { items: [] };
  member(viewer, event.url);
  const { items } = required(await call<TextImportList>(event, 'GET', '/api/text-imports'));
  return { items: items.filter(({ state }) => state !== 'published') };
}) satisfies PageServerLoad;

const problem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
});

export const actions = {
  default: async (event) => {
    // Nobody's file is read before it is known that somebody brings it.
    if (event.request.headers.get('content-type')?.startsWith('multipart/') === true)
      member(await viewerOf(event), event.url);
    if (isTooLargeFile(event)) return refuse('bring', problem(413, 'source-too-large'), {});
    const data = await event.request.formData().catch(() => null);
    if (data === null) return refuse('bring', problem(400, 'bring-broken'), {});
    const brought = await broughtIn(data);
    if (!brought.ok)
      return refuse('bring', problem(422, `bring-${brought.missing}`), typedIn(data));
    const answer = await call<TextImportView>(event, 'POST', '/api/text-imports', brought.value);
    if (!answer.ok) return refuse('bring', answer.problem, typedIn(data));
    redirect(303, `/works/imports/${answer.value.id}`);
  },
} satisfies Actions;
