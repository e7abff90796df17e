import { limits, type AnnotationView, type FlagView, type OwnFlag } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { call, refuse as refusePage, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string | undefined) =>
  `/api/annotations/${encodeURIComponent(id ?? '')}` as const;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const path = pathOf(event.params.id);
  const note = required(await call<AnnotationView>(event, 'GET', path));
  const sizes = { words: limits.flagWords, law: limits.flagLaw };
  // A visitor is told how; a member who may not report it is not.
  if (viewer.person === null) return { note, flag: null, sizes, member: false };
  if (!note.abilities.flag) refusePage(403, 'not-allowed');
  const { flag } = required(await call<OwnFlag>(event, 'GET', `${path}/flag`));
  return { note, flag: flag?.state === 'open' ? flag : null, sizes, member: true };
}) satisfies PageServerLoad;

const fields = ['reason', 'words', 'clause', 'law', 'territory', 'goodFaith'] as const;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const values = Object.fromEntries(fields.map((name) => [name, formText(data, name)]));
    const { goodFaith, ...said } = values;
    const form = { ...said, goodFaith: goodFaith !== '' };
    const answer = await call<FlagView>(event, 'PUT', `${pathOf(event.params.id)}/flag`, form);
    if (!answer.ok) return refuse('flag', answer.problem, values);
    redirect(303, '/account/flags?done=flag');
  },
} satisfies Actions;
