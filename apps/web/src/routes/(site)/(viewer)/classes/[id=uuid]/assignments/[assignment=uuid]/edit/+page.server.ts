import type { AssignmentView } from '@glossator/contract';
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
import { languagesOf, storedAssignment } from '#lib/server/given-assignment.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { zone, archived } = (await event.parent()).class;
  const { assignment } = event.params;
  const view = required(await call<AssignmentView>(event, 'GET', `/api/assignments/${assignment}`));
  if (view.class.id !== event.params.id) refuse(404, 'not-found');
  if (!view.abilities.change) refuse(403, archived === null ? 'not-allowed' : 'class-archived');
  const work = await workOf(event, view.work);
  const parts = clauseParts(work, getLocale(), m.contents_preamble());
  const moments = [view.opens, view.due, view.closes, 'at' in view.gate ? view.gate.at : null];
  return {
    assignment: { title: view.title, version: view.version, published: view.published },
    work: { slug: work.slug, title: localised(work.titles, getLocale()) },
    parts,
    languages: languagesOf(work),
    values: storedAssignment(view, work, parts, zone),
    was: [...new Set(moments.filter((moment) => moment !== null))],
    limits: assignmentLimits,
  };
}) satisfies PageServerLoad;

export const actions = {
  save: async (event) => {
    const { id = '', assignment = '' } = event.params;
    const { made, refusal } = await saveAssignment(event, (form, version) =>
      call<AssignmentView>(event, 'PUT', `/api/assignments/${assignment}`, { ...form, version }),
    );
    if (made === undefined) return refusal;
    const done = made.published === null ? 'assignment-saved' : 'assignment-changed';
    redirect(303, `/classes/${id}/assignments/${assignment}?done=${done}`);
  },
  preview: previewAssignment,
} satisfies Actions;
