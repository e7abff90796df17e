import type { ClassView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import type { LayoutServerLoad } from './$types.js';

/** The class, for every page of it. */
export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  return {
    class: required(await call<ClassView>(event, 'GET', `/api/classes/${event.params.id}`)),
  };
}) satisfies LayoutServerLoad;
