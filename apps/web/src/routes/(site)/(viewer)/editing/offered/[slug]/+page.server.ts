import type { Actions } from '@sveltejs/kit';
import { member } from '#lib/server/member.ts';
import { loadStanding, previewTextStep, takeTextStep } from '#lib/server/own-text-acts.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  return { work: await loadStanding(event) };
}) satisfies PageServerLoad;

export const actions = { step: takeTextStep, preview: previewTextStep } satisfies Actions;
