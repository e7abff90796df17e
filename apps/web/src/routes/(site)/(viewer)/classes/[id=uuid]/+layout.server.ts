import type { ClassView } from '@glossator/contract';
import { warningDays } from '@glossator/domain';
import { redirect } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import { studentPlace } from '#lib/server/student-place.ts';
import type { LayoutServerLoad } from './$types.js';

const day = 24 * 60 * 60 * 1_000;

/** The class, for every page of it. */
export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  if (viewer.viewAs?.class.id === event.params.id && event.request.method === 'GET') {
    const place = await studentPlace(event);
    if (place !== null) redirect(303, place);
  }
  const view = required(await call<ClassView>(event, 'GET', `/api/classes/${event.params.id}`));
  const { ends } = view.retention;
  const left = ends === null ? null : Date.parse(ends) - Date.now();
  return { class: view, endsSoon: left !== null && left < Math.max(...warningDays) * day };
}) satisfies LayoutServerLoad;
