import type { TextImportView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const path = `/api/text-imports/${event.params.id}` as const;
  const text = required(await call<TextImportView>(event, 'GET', path));
  if (text.state !== 'ready' && event.request.method === 'GET')
    redirect(303, `/works/imports/${text.id}`);
  return { text };
}) satisfies PageServerLoad;

/** Fields that end in a language: `title-zh-Hans`. */
const inLanguages = (data: FormData, name: string): Record<string, string> =>
  Object.fromEntries(
    [...data.keys()].flatMap((key) =>
      key.startsWith(`${name}-`) ? [[key.slice(name.length + 1), formText(data, key)]] : [],
    ),
  );

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const { id = '' } = event.params;
    const typed = Object.fromEntries([...data.keys()].map((key) => [key, formText(data, key)]));
    const answer = await call(event, 'POST', `/api/text-imports/${id}/publication`, {
      version: Number(formText(data, 'version')),
      slug: formText(data, 'slug'),
      titles: inLanguages(data, 'title'),
      abbreviation: formText(data, 'abbreviation'),
      issuer: inLanguages(data, 'issuer'),
      issued: formText(data, 'issued'),
      original: Number(formText(data, 'original')),
      rights: formText(data, 'rights'),
    });
    // Sent twice: it is on its way already.
    if (!answer.ok && answer.problem.code !== 'text-import-not-ready')
      return refuse('publish', answer.problem, typed);
    redirect(303, `/works/imports/${id}?waiting`);
  },
} satisfies Actions;
