import { limits } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { asLocale } from '#lib/i18n/as-locale.ts';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { rememberLocale } from '#lib/server/remember-locale.ts';
import type { PageServerLoad } from './$types.js';

export const load = (() => ({
  nameLength: limits.nameLength,
  passwordMin: limits.passwordMin,
})) satisfies PageServerLoad;

export const actions = {
  name: async (event) => {
    const name = formText(await event.request.formData(), 'name').trim();
    const answer = await call(event, 'PATCH', '/api/account', { name });
    if (!answer.ok) return refuse('name', answer.problem, { name });
    redirect(303, '/account?done=name');
  },
  locale: async (event) => {
    const locale = asLocale(formText(await event.request.formData(), 'locale')) ?? 'en';
    const answer = await call(event, 'PATCH', '/api/account', { locale });
    if (!answer.ok) return refuse('locale', answer.problem, { locale });
    rememberLocale(event, locale);
    redirect(303, '/account?done=locale');
  },
  password: async (event) => {
    const data = await event.request.formData();
    const answer = await call(event, 'POST', '/api/account/password', {
      current: formText(data, 'current'),
      password: formText(data, 'password'),
    });
    if (!answer.ok) return refuse('password', answer.problem, {});
    redirect(303, '/account?done=password');
  },
} satisfies Actions;
