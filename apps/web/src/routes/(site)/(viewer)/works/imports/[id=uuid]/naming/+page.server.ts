import type { ImportCorrection, TextImportView } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { languagesIn, namesIn, otherLanguageIn } from '#lib/server/bring-naming.ts';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const pathOf = (event: RequestEvent): `/api/text-imports/${string}` =>
  `/api/text-imports/${event.params['id'] ?? ''}`;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const text = required(await call<TextImportView>(event, 'GET', pathOf(event)));
  if (text.state !== 'ready' && event.request.method === 'GET')
    redirect(303, `/works/imports/${text.id}`);
  return { text };
}) satisfies PageServerLoad;

const typedIn = (data: FormData): Record<string, string> =>
  Object.fromEntries([...data.keys()].map((key) => [key, formText(data, key)]));

/** Makes them, all or none; nothing where nothing was changed. */
async function make(
  event: RequestEvent,
  form: string,
  data: FormData,
  corrections: readonly ImportCorrection[],
) {
  if (corrections.length > 0) {
    const made = { version: Number(formText(data, 'version')), from: 0, corrections };
    const answer = await call(event, 'POST', `${pathOf(event)}/corrections`, made);
    if (!answer.ok) return refuse(form, answer.problem, typedIn(data));
  }
  redirect(303, `/works/imports/${event.params['id'] ?? ''}/naming?done=bring-${form}`);
}

export const actions = {
  languages: async (event) => {
    const data = await event.request.formData();
    const unknown = otherLanguageIn(data);
    if (unknown !== null) {
      const problem = { type: 'about:blank', title: unknown, status: 422, code: 'bring-language' };
      return refuse('languages', problem, { ...typedIn(data), unknown });
    }
    return make(event, 'languages', data, languagesIn(data));
  },
  levels: async (event) => {
    const data = await event.request.formData();
    return make(event, 'levels', data, namesIn(data));
  },
  fold: async (event) => {
    const data = await event.request.formData();
    const kind = formText(data, 'kind') === 'punctuation' ? 'punctuation' : 'quotation-marks';
    return make(event, 'folded', data, [{ do: 'fold', kind, unit: null }]);
  },
} satisfies Actions;
