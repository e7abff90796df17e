import type {
  ClassInvitedList,
  Problem,
  RosterDone,
  RosterMade,
  RosterView,
} from '@glossator/contract';
import { limits } from '@glossator/contract';
import { error, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

const uuid = /^[\da-f-]{36}$/u;

export const load = (async (event) => {
  const { class: view } = await event.parent();
  const at = `/api/classes/${event.params.id}` as const;
  const wanted = event.url.searchParams.get('roster');
  if (wanted !== null && !uuid.test(wanted)) error(404);
  const [invited, site, roster] = await Promise.all([
    call<ClassInvitedList>(event, 'GET', `${at}/invitations`),
    siteOf(event),
    wanted === null || !view.abilities.invite
      ? null
      : call<RosterView>(event, 'GET', `${at}/rosters/${wanted}`),
  ]);
  return {
    invited: required(invited).items,
    mail: site.mail,
    roster: roster === null ? null : required(roster),
  };
}) satisfies PageServerLoad;

const here = ({ params }: RequestEvent): `/classes/${string}` => `/classes/${params['id'] ?? ''}`;

const tooLarge: Problem = { type: 'about:blank', title: '', status: 413, code: 'body-too-large' };

/** The bytes of the file, or of what was pasted. */
async function bytesOf(data: FormData): Promise<Buffer> {
  const file = data.get('file');
  if (file instanceof File && file.size > 0) return Buffer.from(await file.arrayBuffer());
  return Buffer.from(formText(data, 'text'));
}

export const actions = {
  upload: async (event) => {
    const data = await event.request.formData();
    const text = formText(data, 'text');
    const bytes = await bytesOf(data);
    if (bytes.length > limits.rosterBytes) return refuse('upload', tooLarge, { text });
    const path = `/api${here(event)}/rosters` as const;
    const file = bytes.toString('base64');
    const answer = await call<RosterMade>(event, 'POST', path, { file });
    if (!answer.ok) return refuse('upload', answer.problem, { text });
    redirect(303, `${here(event)}/roster?roster=${answer.value.id}`);
  },
  confirm: async (event) => {
    const data = await event.request.formData();
    const id = encodeURIComponent(formText(data, 'id'));
    const path = `/api${here(event)}/rosters/${id}/confirmation` as const;
    const answer = await call<RosterDone>(event, 'POST', path, { plan: formText(data, 'plan') });
    if (!answer.ok) return refuse('confirm', answer.problem, {});
    redirect(303, `${here(event)}/roster?done=class-roster`);
  },
  cancel: async (event) => {
    const id = encodeURIComponent(formText(await event.request.formData(), 'id'));
    const answer = await call(event, 'DELETE', `/api${here(event)}/rosters/${id}`);
    if (!answer.ok && answer.problem.status !== 404) return refuse('cancel', answer.problem, {});
    redirect(303, `${here(event)}/roster?done=class-roster-gone`);
  },
  withdraw: async (event) => {
    const id = encodeURIComponent(formText(await event.request.formData(), 'id'));
    const answer = await call(event, 'DELETE', `/api${here(event)}/invitations/${id}`);
    if (!answer.ok) return refuse('withdraw', answer.problem, {});
    redirect(303, `${here(event)}/roster?done=class-invited-dropped`);
  },
} satisfies Actions;
