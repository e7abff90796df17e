import type { DraftMade, TextProposalView, TextReleaseMade } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { shownDifferences } from '#lib/texts/shown-difference.ts';
import type { PageServerLoad } from './$types.js';

const apiPath = ({ params }: RequestEvent) =>
  `/api/text-proposals/${['edition', 'version', 'sha256']
    .map((name) => encodeURIComponent(params[name as 'edition'] ?? ''))
    .join('/')}` as const;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const view = required(await call<TextProposalView>(event, 'GET', apiPath(event)));
  return { view, differences: shownDifferences(view.preview.made?.differences ?? []) };
}) satisfies PageServerLoad;

export const actions = {
  release: async (event) => {
    const number = formText(await event.request.formData(), 'number');
    const answer = await call<TextReleaseMade>(event, 'POST', `${apiPath(event)}/release`, {
      number,
    });
    if (!answer.ok) return refuse('release', answer.problem, {});
    redirect(303, `/editing/texts/releases/${answer.value.release}?done=text-released`);
  },
  draft: async (event) => {
    const answer = await call<DraftMade>(event, 'POST', `${apiPath(event)}/draft`);
    if (!answer.ok) return refuse('draft', answer.problem, {});
    redirect(303, `/editing/texts/drafts/${answer.value.id}?done=text-begun`);
  },
  aside: async (event) => {
    const reason = formText(await event.request.formData(), 'reason');
    const answer = await call(event, 'PUT', `${apiPath(event)}/aside`, { reason });
    if (!answer.ok) return refuse('aside', answer.problem, { reason });
    redirect(303, '/editing/texts?done=text-aside');
  },
  up: async (event) => {
    const answer = await call(event, 'DELETE', `${apiPath(event)}/aside`);
    if (!answer.ok) return refuse('up', answer.problem, {});
    redirect(303, `${event.url.pathname}?done=text-taken-up`);
  },
} satisfies Actions;
