import { limits, type ChoiceView, type DeskView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { moderator } from '#lib/server/member.ts';
import { siteOf } from '#lib/server/site.ts';
import { togetherActions } from '#lib/server/together-actions.ts';
import { chosenParts } from '#lib/together/chosen-rows.ts';
import { choiceQuery, fromIn } from '#lib/together/choice-query.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  moderator(viewer, event.url);
  const query = choiceQuery(event.url.searchParams).toString();
  const [choice, desk, site] = await Promise.all([
    call<ChoiceView>(event, 'GET', `/api/moderation/choice?${query}`),
    call<DeskView>(event, 'GET', '/api/moderation/desk'),
    siteOf(event),
  ]);
  const { items, left, readers } = required(choice);
  const from = fromIn(event.url.searchParams);
  return {
    parts: chosenParts(items),
    left,
    readers,
    replies: required(desk).replies,
    sends: site.mail,
    limit: limits.reasonLength,
    from,
    /** What the forms of the page are sent to, behind the name of the action. */
    query: `${query}${from === '' ? '' : `&from=${encodeURIComponent(from)}`}`,
  };
}) satisfies PageServerLoad;

export const actions = togetherActions;
