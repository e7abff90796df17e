import {
  limits,
  type ClassInvitation,
  type ClassJoined,
  type ClassSignedIn,
} from '@glossator/contract';
import { readJoinCode, writeJoinCode } from '@glossator/domain';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, refuse as refusePage } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { siteOf } from '#lib/server/site.ts';
import { rememberWayBack } from '#lib/server/way-back.ts';
import type { PageServerLoad } from './$types.js';

const fields = { passwordMin: limits.passwordMin, nameLength: limits.nameLength };

/** The fields to come in without an account, where the site takes anybody new. */
const guestFields = async (event: RequestEvent) =>
  (await siteOf(event)).registration === 'closed' ? null : fields;

export const load = (async (event) => {
  const asked = event.url.searchParams.get('code');
  const code = readJoinCode(asked ?? event.params.code ?? '');
  if (asked !== null && code !== null) redirect(303, `/join/${writeJoinCode(code)}`);
  const typed = asked ?? event.params.code ?? '';
  const shown = code === null ? null : writeJoinCode(code);
  // What no code can be is not asked for.
  if (shown === null)
    return { typed, code: null, invitation: null, isUnknown: typed !== '', guest: null };
  const { viewer } = await event.parent();
  if (viewer.person === null) {
    const guest = await guestFields(event);
    return { typed, code: shown, invitation: null, isUnknown: false, guest };
  }
  const path = `/api/class-codes/${encodeURIComponent(shown)}` as const;
  const answer = await call<ClassInvitation>(event, 'GET', path);
  if (answer.ok)
    return { typed, code: shown, invitation: answer.value, isUnknown: false, guest: null };
  const { status, code: why } = answer.problem;
  if (why !== 'code-unknown') refusePage(status, why);
  return { typed, code: null, invitation: null, isUnknown: true, guest: null };
}) satisfies PageServerLoad;

export const actions = {
  join: async (event) => {
    const code = event.params.code ?? '';
    const path = `/api/class-codes/${encodeURIComponent(code)}/join` as const;
    const answer = await call<ClassJoined>(event, 'POST', path);
    if (!answer.ok) return refuse('join', answer.problem, {});
    redirect(303, `/classes/${answer.value.id}?done=class-joined`);
  },
  guest: async (event) => {
    const data = await event.request.formData();
    const values = { name: formText(data, 'name').trim(), email: formText(data, 'email').trim() };
    const answer = await call<ClassSignedIn>(event, 'POST', '/api/class-guests', {
      ...values,
      code: event.params.code ?? '',
      password: formText(data, 'password'),
      locale: getLocale(),
    });
    if (!answer.ok) return refuse('guest', answer.problem, values);
    const at = `/classes/${answer.value.id}` as const;
    rememberWayBack(event, at);
    redirect(303, `${at}?done=class-guest`);
  },
} satisfies Actions;
