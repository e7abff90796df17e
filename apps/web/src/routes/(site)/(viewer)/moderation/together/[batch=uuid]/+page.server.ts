import type { BatchRecord, BatchView, ChoiceView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { moderator } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { choiceQuery, fromIn } from '#lib/together/choice-query.ts';
import type { PageServerLoad } from './$types.js';

/** What the address says of those that were not decided, and the way back. */
function kept(address: URLSearchParams): URLSearchParams {
  const query = choiceQuery(address);
  const lost = Number(address.get('lost')) || 0;
  if (lost > 0) query.set('lost', String(lost));
  query.set('from', fromIn(address));
  return query;
}

export const load = (async (event) => {
  const { viewer } = await event.parent();
  moderator(viewer, event.url);
  const asked = choiceQuery(event.url.searchParams);
  const [record, choice] = await Promise.all([
    call<BatchRecord>(
      event,
      'GET',
      `/api/moderation/batches/${encodeURIComponent(event.params.batch)}`,
    ).then(required),
    asked.size === 0
      ? null
      : call<ChoiceView>(event, 'GET', `/api/moderation/choice?${asked.toString()}`).then(required),
  ]);
  const named = new Set(asked.getAll('case'));
  const decided = new Set(record.lines.map((line) => line.case));
  const items = choice?.items ?? [];
  const more = items.filter(({ id }) => !named.has(id) && !decided.has(id));
  return {
    record,
    lost: items.filter(({ id }) => named.has(id)),
    lostMore: Number(event.url.searchParams.get('lost')) || 0,
    more: more.length + (choice?.left ?? 0),
    groups: asked.getAll('group'),
    from: fromIn(event.url.searchParams),
    query: kept(event.url.searchParams).toString(),
  };
}) satisfies PageServerLoad;

export const actions = {
  undo: async (event) => {
    const path =
      `/api/moderation/batches/${encodeURIComponent(event.params.batch ?? '')}/undo` as const;
    const answer = await call<BatchView>(event, 'POST', path);
    if (!answer.ok) return refuse('undo', answer.problem, {});
    const some = answer.value.lines.some(({ refused }) => refused !== null);
    const query = kept(event.url.searchParams);
    query.set('done', some ? 'together-undo-some' : 'together-undo');
    redirect(303, `${event.url.pathname}?${query.toString()}`);
  },
} satisfies Actions;
