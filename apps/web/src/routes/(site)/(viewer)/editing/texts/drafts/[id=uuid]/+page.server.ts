import type { TextDraftView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import { draftActions } from '#lib/server/text-draft-actions.ts';
import { shownDifferences } from '#lib/texts/shown-difference.ts';
import type { PageServerLoad } from './$types.js';

/** An address, as somebody may type it; whatever else is typed is no clause. */
const asked = ({ url }: RequestEvent): string =>
  (url.searchParams.get('at') ?? '').trim().slice(0, 96);

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const at = asked(event);
  const query = at === '' ? '' : `?at=${encodeURIComponent(at)}`;
  const answer = await call<TextDraftView>(
    event,
    'GET',
    `/api/text-drafts/${event.params.id}${query}`,
  );
  // A draft becomes its release, under the same id.
  if (!answer.ok && answer.problem.code === 'text-draft-released')
    return { view: null, release: event.params.id, at, differences: [] };
  const view = required(answer);
  const differences = shownDifferences(view.preview.made?.differences ?? []);
  return { view, release: '', at, differences };
}) satisfies PageServerLoad;

export const actions = draftActions;
