import type { ClassView } from '@glossator/contract';
import { warningDays } from '@glossator/domain';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import type { LayoutServerLoad } from './$types.js';

const day = 24 * 60 * 60 * 1_000;

/** The class, for every page of it. */
export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const view = required(await call<ClassView>(event, 'GET', `/api/classes/${event.params.id}`));
  const { ends } = view.retention;
  const left = ends === null ? null : Date.parse(ends) - Date.now();
  return { class: view, endsSoon: left !== null && left < Math.max(...warningDays) * day };
}) satisfies LayoutServerLoad;
