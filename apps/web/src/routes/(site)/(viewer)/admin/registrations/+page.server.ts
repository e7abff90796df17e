import type { RegistrationView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const [registrations, { mail }] = await Promise.all([
    listPage<RegistrationView>(event, '/api/registrations'),
    siteOf(event),
  ]);
  return { registrations, mail };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const path = `/api/registrations/${encodeURIComponent(id)}/confirmation` as const;
    const answer = await call(event, 'POST', path);
    if (!answer.ok) return refuse('confirm', answer.problem, { id });
    redirect(303, '/admin/registrations?done=registration');
  },
} satisfies Actions;
