import type { FollowSettings, FollowView } from '@glossator/contract';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const person = member(viewer, event.url);
  const [follows, settings] = await Promise.all([
    listPage<FollowView>(event, '/api/follows'),
    call<FollowSettings>(event, 'GET', '/api/following/settings'),
  ]);
  return { person, follows, settings: required(settings) };
}) satisfies PageServerLoad;

const placeOf = (kind: string, target: string) =>
  `/api/follows/${encodeURIComponent(kind)}/${encodeURIComponent(target)}` as const;

export const actions = {
  set: async (event) => {
    const data = await event.request.formData();
    const [kind, target, to] = ['kind', 'target', 'to'].map((name) => formText(data, name));
    const place = placeOf(kind ?? '', target ?? '');
    const answer =
      to === 'none'
        ? await call(event, 'DELETE', place)
        : await call(event, 'PUT', place, { state: to });
    // Ended twice is ended.
    if (!answer.ok && !(to === 'none' && answer.problem.status === 404))
      return refuse('set', answer.problem, { target: target ?? '' });
    redirect(303, localPath(formText(data, 'back'), '/following'));
  },
  mail: async (event) => {
    const data = await event.request.formData();
    const [kind, target, state, to] = ['kind', 'target', 'state', 'to'].map((name) =>
      formText(data, name),
    );
    const answer = await call(event, 'PUT', placeOf(kind ?? '', target ?? ''), {
      state,
      mail: to === 'mail',
    });
    if (!answer.ok) return refuse('set', answer.problem, { target: target ?? '' });
    redirect(303, localPath(formText(data, 'back'), '/following'));
  },
  person: async (event) => {
    const handle = formText(await event.request.formData(), 'handle').trim();
    const bare = handle.replace(/^@/, '');
    const answer =
      bare === ''
        ? null
        : await call(event, 'PUT', placeOf('person', bare.slice(0, 64)), { state: 'followed' });
    if (answer?.ok === true) redirect(303, '/following');
    if (answer !== null && ![400, 404].includes(answer.problem.status))
      return refuse('person', answer.problem, { handle });
    return fail(422, { unknown: handle });
  },
  settings: async (event) => {
    const ownThreads = formText(await event.request.formData(), 'own-threads') === 'yes';
    const answer = await call(event, 'PATCH', '/api/following/settings', { ownThreads });
    if (!answer.ok) return refuse('settings', answer.problem, {});
    redirect(303, '/following?done=following');
  },
} satisfies Actions;
