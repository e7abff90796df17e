import { limits } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import { siteOf } from '#lib/server/site.ts';
import { rememberWayBack } from '#lib/server/way-back.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const back = localPath(event.url.searchParams.get('back'));
  if (viewer.person !== null) redirect(303, back === '/' ? '/account' : back);
  const { registration, mail } = await siteOf(event);
  return {
    back,
    registration,
    mail,
    invitation: linkToken(event.url.searchParams.get('invitation')),
    passwordMin: limits.passwordMin,
    nameLength: limits.nameLength,
  };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const values = { name: formText(data, 'name').trim(), email: formText(data, 'email').trim() };
    const invitation = formText(data, 'invitation');
    const answer = await call(event, 'POST', '/api/accounts', {
      ...values,
      password: formText(data, 'password'),
      locale: getLocale(),
      ...(invitation === '' ? {} : { invitation }),
    });
    if (!answer.ok) return refuse('register', answer.problem, values);
    rememberWayBack(event, formText(data, 'back'));
    redirect(303, '/register/sent');
  },
} satisfies Actions;
