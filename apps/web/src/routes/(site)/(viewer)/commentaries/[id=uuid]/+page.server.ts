import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { localised } from '#lib/i18n/localised.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, type Answer } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { commentaryPath, loadCommentary } from '#lib/server/load-commentary.ts';
import { refuse } from '#lib/server/refuse.ts';
import { viewerOf } from '#lib/server/viewer.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { person, commentary } = await loadCommentary(event);
  return {
    commentary,
    work: localised(commentary.work.titles, getLocale()),
    me: person.id,
  };
}) satisfies PageServerLoad;

type Send = (path: `/api/commentaries/${string}`, id: string) => Promise<Answer<unknown>>;

/** One press of a button, which names what it is about; `then` is where it leads, with what is said there. */
async function act(event: RequestEvent, form: string, then: string, send: Send) {
  const id = formText(await event.request.formData(), 'about');
  const answer = await send(commentaryPath(event), encodeURIComponent(id));
  if (!answer.ok) return refuse(form, answer.problem, { about: id });
  redirect(303, then);
}

const here = (event: RequestEvent): string => `/commentaries/${event.params['id'] ?? ''}`;
const people = (event: RequestEvent, send: Send) =>
  act(event, 'people', `${here(event)}?done=commentary-people#people`, send);
const away = (event: RequestEvent, removed: boolean) =>
  act(event, 'away', `${here(event)}?done=commentary-${removed ? 'away' : 'back'}`, (path) =>
    call(event, 'PUT', `${path}/removal`, { removed }),
  );
const takeOut = (event: RequestEvent, removed: boolean) =>
  act(
    event,
    'outline',
    `${here(event)}?done=commentary-${removed ? 'out' : 'in'}#parts`,
    (path, id) => call(event, 'PUT', `${path}/parts/${id}/removal`, { removed }),
  );

export const actions = {
  invite: async (event) => {
    const handle = formText(await event.request.formData(), 'handle');
    const answer = await call(event, 'POST', `${commentaryPath(event)}/authors`, { handle });
    if (!answer.ok) return refuse('invite', answer.problem, { handle });
    redirect(303, `${here(event)}?done=commentary-invited#people`);
  },
  lead: (event) =>
    people(event, (path, id) => call(event, 'PUT', `${path}/authors/${id}`, { role: 'lead' })),
  author: (event) =>
    people(event, (path, id) => call(event, 'PUT', `${path}/authors/${id}`, { role: 'author' })),
  remove: (event) => people(event, (path, id) => call(event, 'DELETE', `${path}/authors/${id}`)),
  leave: (event) =>
    act(event, 'leave', '/commentaries?done=commentary-left', async (path) => {
      const { person } = await viewerOf(event);
      return call(event, 'DELETE', `${path}/authors/${person?.id ?? ''}`);
    }),
  /** `about` is the part, and behind a colon the one it goes before; nothing there: to the end. */
  move: async (event) => {
    const about = formText(await event.request.formData(), 'about');
    const [id = '', before = ''] = about.split(':');
    const path = `${commentaryPath(event)}/parts/${encodeURIComponent(id)}/position` as const;
    const answer = await call(event, 'PUT', path, { before: before === '' ? null : before });
    if (!answer.ok) return refuse('outline', answer.problem, { about: id });
    redirect(303, `${here(event)}#p-${id}`);
  },
  sort: (event) =>
    act(event, 'outline', `${here(event)}?done=commentary-sorted#parts`, (path) =>
      call(event, 'POST', `${path}/order`),
    ),
  out: (event) => takeOut(event, true),
  in: (event) => takeOut(event, false),
  away: (event) => away(event, true),
  back: (event) => away(event, false),
} satisfies Actions;
