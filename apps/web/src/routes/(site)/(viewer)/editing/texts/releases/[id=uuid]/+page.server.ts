import type { TextReleaseView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import { shownDifferences } from '#lib/texts/shown-difference.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const view = required(
    await call<TextReleaseView>(event, 'GET', `/api/text-releases/${event.params.id}`),
  );
  return { view, differences: shownDifferences(view.differences) };
}) satisfies PageServerLoad;
