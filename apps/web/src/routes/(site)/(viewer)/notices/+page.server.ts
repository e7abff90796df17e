import type { FollowSettings, NoticePage, NoticeView, ReleaseNews } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { releasePage } from '#lib/follow/release-page.ts';
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

async function readRelease(event: RequestEvent) {
  const data = await event.request.formData();
  const about = formText(data, 'about');
  return call<ReleaseNews>(event, 'POST', '/api/notices/releases/read', {
    edition: formText(data, 'edition'),
    version: formText(data, 'version'),
    cause: formText(data, 'cause'),
    about: about === '' ? null : about,
  });
}

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
  openRelease: async (event) => {
    const answer = await readRelease(event);
    if (answer.ok) redirect(303, releasePage(answer.value));
    if (answer.problem.status !== 404) return refuse('openRelease', answer.problem, {});
    redirect(303, event.url.pathname);
  },
  readRelease: async (event) => {
    const answer = await readRelease(event);
    if (!answer.ok && answer.problem.status !== 404)
      return refuse('readRelease', answer.problem, {});
    redirect(303, event.url.pathname);
  },
  all: async (event) => {
    const until = formText(await event.request.formData(), 'until');
    const answer = await call(event, 'POST', '/api/notices/read', { until });
    if (!answer.ok) return refuse('all', answer.problem, {});
    redirect(303, event.url.pathname);
  },
} satisfies Actions;
