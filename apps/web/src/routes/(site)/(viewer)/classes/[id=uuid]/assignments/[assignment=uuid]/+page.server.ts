import type { AssignmentMine, AssignmentView } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { assignmentState } from '#lib/assignments/assignment-state.ts';
import { clauseParts } from '#lib/assignments/clause-parts.ts';
import { nobodysProgress } from '#lib/assignments/nobodys-progress.ts';
import { localised } from '#lib/i18n/localised.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, refuse, required } from '#lib/server/api.ts';
import { workOf } from '#lib/server/assignment-actions.ts';
import { assignmentActs } from '#lib/server/assignment-acts.ts';
import { toLocalTime } from '#lib/server/local-time.ts';
import { staffOf } from '#lib/server/staff-of-assignment.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { zone } = (await event.parent()).class;
  const path = `/api/assignments/${event.params.assignment}` as const;
  const view = required(await call<AssignmentView>(event, 'GET', path));
  if (view.class.id !== event.params.id) refuse(404, 'not-found');
  const isStudent = view.role === 'student';
  // Of a draft students know nothing: how it will look is made of what the staff sees.
  const asStudent =
    !isStudent && view.published === null && event.url.searchParams.get('as') === 'student';
  const now = new Date().toISOString();
  const [work, mine, staff] = await Promise.all([
    workOf(event, view.work),
    isStudent ? call<AssignmentMine>(event, 'GET', `${path}/mine`).then(required) : null,
    isStudent || asStudent ? null : staffOf(event, view),
  ]);
  const words = new Map(
    clauseParts(work, getLocale(), '').flatMap(({ clauses }) =>
      clauses.map(({ address, text, lang }) => [address, { text, lang }]),
    ),
  );
  return {
    assignment: view,
    work: localised(view.workTitles, getLocale()),
    clauses: view.clauses.map(({ uid, path: address }) => ({
      uid,
      address,
      ...(words.get(address) ?? { text: '', lang: getLocale() }),
    })),
    mine: asStudent ? nobodysProgress(view, now) : mine,
    staff,
    asStudent,
    state: assignmentState(view.times, view.published, now),
    now,
    /** As a form has them. */
    local: {
      due: view.due === null ? null : toLocalTime(view.due, zone),
      closes: view.closes === null ? null : toLocalTime(view.closes, zone),
    },
  };
}) satisfies PageServerLoad;

export const actions = assignmentActs satisfies Actions;
