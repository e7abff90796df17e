import type { AssignmentMade, WorkPage } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { clauseParts } from '#lib/assignments/clause-parts.ts';
import { localised } from '#lib/i18n/localised.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, refuse, required } from '#lib/server/api.ts';
import {
  assignmentLimits,
  previewAssignment,
  saveAssignment,
  workOf,
} from '#lib/server/assignment-actions.ts';
import { languagesOf, newAssignment } from '#lib/server/given-assignment.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const view = (await event.parent()).class;
  if (!view.abilities.assign)
    refuse(403, view.archived === null ? 'not-allowed' : 'class-archived');
  const { items } = required(
    await call<WorkPage>(event, 'GET', `/api/works?limit=200&class=${event.params.id}`),
  );
  const works = items.map(({ slug, titles }) => ({ slug, ...localised(titles, getLocale()) }));
  const asked = event.url.searchParams.get('work');
  const slug = asked ?? (works.length === 1 ? works[0]?.slug : undefined);
  if (slug === undefined) return { works, chosen: null };
  const work = await workOf(event, slug);
  return {
    works,
    chosen: {
      work: { slug: work.slug, title: localised(work.titles, getLocale()) },
      parts: clauseParts(work, getLocale(), m.contents_preamble()),
      languages: languagesOf(work),
      values: newAssignment(work, view.zone, Date.now()),
      limits: assignmentLimits,
    },
  };
}) satisfies PageServerLoad;

export const actions = {
  save: async (event) => {
    const id = event.params['id'] ?? '';
    const { made, refusal } = await saveAssignment(event, (form) =>
      call<AssignmentMade>(event, 'POST', `/api/classes/${id}/assignments`, form),
    );
    if (made === undefined) return refusal;
    redirect(303, `/classes/${id}/assignments/${made.id}?done=assignment-saved`);
  },
  preview: previewAssignment,
} satisfies Actions;
