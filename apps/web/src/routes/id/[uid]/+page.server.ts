import { redirect } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** The permanent name of a unit leads to where it stands today. */
export const load = (async (event) => {
  const path = `/api/units/${encodeURIComponent(event.params.uid)}` as const;
  const unit = required(await call<{ work: string; path: string }>(event, 'GET', path));
  redirect(303, `/t/${unit.work}/${unit.path}`);
}) satisfies PageServerLoad;
