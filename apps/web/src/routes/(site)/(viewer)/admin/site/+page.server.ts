import { limits, registrationModes, type SiteSettings } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const [settings, site] = await Promise.all([
    call<SiteSettings>(event, 'GET', '/api/site/settings'),
    siteOf(event),
  ]);
  return { settings: required(settings), site, textLength: limits.siteTextLength };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const chosen = formText(data, 'registration');
    const values = {
      registration: registrationModes.find((mode) => mode === chosen) ?? 'automatic',
      imprint: formText(data, 'imprint'),
      contact: formText(data, 'contact'),
    };
    const answer = await call(event, 'PUT', '/api/site/settings', values);
    if (!answer.ok) return refuse('site', answer.problem, values);
    redirect(303, '/admin/site?done=site');
  },
} satisfies Actions;
