import type { CommentaryReview, RoundPart } from '@glossator/contract';
import { call, refuse, required } from '#lib/server/api.ts';
import { listPage } from '#lib/server/list-page.ts';
import { commentaryPath } from '#lib/server/load-commentary.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const { round } = event.params;
  if (!/^[1-9]\d{0,4}$/.test(round)) refuse(404, 'not-found');
  const path = commentaryPath(event);
  const [review, parts] = await Promise.all([
    call<CommentaryReview>(event, 'GET', `${path}/review`),
    listPage<RoundPart>(event, `${path}/rounds/${round}/proof`),
  ]);
  const { id, title, work } = required(review);
  return { id, title, work, round, parts };
}) satisfies PageServerLoad;
