import type { CasePage, DeskView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import type { LoadedQueue } from '#lib/queue/loaded-queue.ts';
import { queueQuery } from '#lib/queue/queue-query.ts';
import { call, refuse, required } from './api.ts';

/** Cases shown at once. */
const shown = 30;

/** The list that the address asks for, and what the moderator has at hand. */
export async function loadQueue(event: RequestEvent): Promise<LoadedQueue> {
  const { searchParams } = event.url;
  const query = queueQuery(searchParams);
  const asked = query.toString();
  const cursor = searchParams.get('cursor');
  if (cursor !== null) query.set('cursor', cursor);
  query.set('limit', String(shown));
  const [list, desk] = await Promise.all([
    call<CasePage>(event, 'GET', `/api/moderation/cases?${query.toString()}`),
    call<DeskView>(event, 'GET', '/api/moderation/desk'),
  ]);
  if (!list.ok && cursor !== null && list.problem.code === 'cursor-unknown')
    refuse(400, 'cursor-unknown');
  // 404, not 403: an outsider must not learn which pages there are.
  if (!desk.ok && desk.problem.status === 403) refuse(404, 'not-found');
  const wrong = !list.ok && isAboutFilter(list.problem.status, asked) ? list.problem.code : null;
  return {
    asked,
    cursor,
    desk: required(desk),
    list: wrong === null ? required(list) : emptyList,
    wrong,
  };
}

/** A clause or a text that is none: the filter says so, and what was typed stays in it. */
const isAboutFilter = (status: number, asked: string): boolean =>
  asked !== '' && [400, 404, 410, 422].includes(status);

const emptyList: CasePage = {
  items: [],
  next: null,
  counts: { held: 0, edit: 0, flagged: 0, appeal: 0 },
  oldest: null,
};
