import { limits, type FollowSettings } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { asLocale } from '#lib/i18n/as-locale.ts';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { rememberLocale } from '#lib/server/remember-locale.ts';
import { siteOf } from '#lib/server/site.ts';
import { zones } from '#lib/server/zones.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  // Whoever has no account is sent to sign in by what is around this page.
  await event.parent();
  const [settings, { mail: sends }] = await Promise.all([
    call<FollowSettings>(event, 'GET', '/api/following/settings'),
    siteOf(event),
  ]);
  return {
    nameLength: limits.nameLength,
    passwordMin: limits.passwordMin,
    settings: required(settings),
    sends,
    zones,
  };
}) satisfies PageServerLoad;

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
  mail: async (event) => {
    const data = await event.request.formData();
    const [mail, zone] = [formText(data, 'mail'), formText(data, 'zone')];
    const answer = await call(event, 'PATCH', '/api/following/settings', { mail, zone });
    if (!answer.ok) return refuse('mail', answer.problem, { mail, zone });
    redirect(303, '/account?done=mail#mail');
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
