import type { ViewerView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { offerLocale } from '#lib/server/remember-locale.ts';
import { takeWayBack } from '#lib/server/way-back.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async ({ parent, url }) => {
  const back = localPath(url.searchParams.get('back'));
  const { viewer } = await parent();
  // Whoever is signed in to one class alone may sign in to everything.
  if (viewer.person !== null && viewer.within === null) redirect(303, back);
  return { back };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const email = formText(data, 'email').trim();
    const answer = await call<ViewerView>(event, 'POST', '/api/session', {
      email,
      password: formText(data, 'password'),
    });
    if (!answer.ok) return refuse('sign-in', answer.problem, { email });
    const { person } = answer.value;
    if (person !== null) offerLocale(event, person.locale);
    // Who was confirmed by an administrator comes to what they registered for by signing in.
    const kept = takeWayBack(event, '/');
    const back = localPath(formText(data, 'back'));
    redirect(303, back === '/' ? kept : back);
  },
} satisfies Actions;
