import type { FollowSettings, NoticePage, NoticeView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const [notices, settings] = await Promise.all([
    listPage<
      NoticeView,
      Pick<NoticePage, 'outcomes' | 'results' | 'news' | 'retentions' | 'texts' | 'releases'>
    >(event, '/api/notices'),
    call<FollowSettings>(event, 'GET', '/api/following/settings'),
  ]);
  return { notices, settings: required(settings) };
}) satisfies PageServerLoad;

const read = (note: string) => `/api/notices/${encodeURIComponent(note)}/read` as const;

export const actions = {
  open: async (event) => {
    const note = formText(await event.request.formData(), 'note');
    const answer = await call(event, 'POST', read(note));
    // What has gone since says so on its own page.
    if (!answer.ok && answer.problem.status !== 404) return refuse('open', answer.problem, {});
    redirect(303, `/n/${encodeURIComponent(note)}`);
  },
  read: async (event) => {
    const note = formText(await event.request.formData(), 'note');
    const answer = await call(event, 'POST', read(note));
    if (!answer.ok && answer.problem.status !== 404) return refuse('read', answer.problem, {});
    redirect(303, event.url.pathname);
  },
  all: async (event) => {
    const until = formText(await event.request.formData(), 'until');
    const answer = await call(event, 'POST', '/api/notices/read', { until });
    if (!answer.ok) return refuse('all', answer.problem, {});
    redirect(303, event.url.pathname);
  },
} satisfies Actions;
