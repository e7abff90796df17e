import { limits } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (({ url }) => ({
  token: linkToken(url.searchParams.get('token')),
  passwordMin: limits.passwordMin,
  nameLength: limits.nameLength,
})) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const values = { name: formText(data, 'name').trim(), email: formText(data, 'email').trim() };
    const answer = await call(event, 'POST', '/api/claim', {
      ...values,
      token: formText(data, 'token'),
      password: formText(data, 'password'),
      locale: getLocale(),
    });
    if (!answer.ok) return refuse('claim', answer.problem, values);
    redirect(303, '/admin');
  },
} satisfies Actions;
