import { limits, type CommentaryReview, type RoundPartPage } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { newFormKey } from '#lib/form-key.ts';
import { compareWords } from '#lib/history/compare-words.ts';
import { call, refuse, required } from '#lib/server/api.ts';
import { listPage } from '#lib/server/list-page.ts';
import { commentaryPath } from '#lib/server/load-commentary.ts';
import { actInMargin, answerThread, beginThread, changeNote } from '#lib/server/margin-acts.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

const most = { note: limits.marginNote, words: limits.quotationLength };

type Part = RoundPartPage['items'][number];
type Beside = Omit<RoundPartPage, 'items' | 'next'>;

/** A part with how its words came from those of the round before; null where one did not read them. */
const compared = (part: Part) => ({
  ...part,
  stretches:
    part.before === null || part.before.body === part.body
      ? null
      : compareWords(part.before.body, part.body),
});
export type ComparedPart = ReturnType<typeof compared>;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const { round } = event.params;
  const query = event.url.searchParams;
  const fresh = {
    ...{ key: newFormKey(), most, round },
    ...{ wrote: query.get('wrote'), cursor: query.get('cursor') ?? '' },
  };
  // Whose session ended meanwhile gets their text back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST')
    return { ...fresh, review: null, parts: null };
  member(viewer, event.url);
  if (!/^[1-9]\d{0,4}$/.test(round)) refuse(404, 'not-found');
  const path = commentaryPath(event);
  const [review, parts] = await Promise.all([
    call<CommentaryReview>(event, 'GET', `${path}/review`),
    listPage<Part, Beside>(event, `${path}/rounds/${round}/proof`),
  ]);
  const { id, title, work } = required(review);
  const items = parts.items.map(compared);
  return { ...fresh, review: { id, title, work }, parts: { ...parts, items } };
}) satisfies PageServerLoad;

export const actions = {
  begin: beginThread,
  answer: answerThread,
  change: changeNote,
  act: actInMargin,
} satisfies Actions;
