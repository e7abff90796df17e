import { limits } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { frontValuesOf } from '#lib/commentaries/front-values.ts';
import { changeByline, saveFront } from '#lib/server/front-form.ts';
import { loadCommentary } from '#lib/server/load-commentary.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const {
    commentaryTitle: title,
    contributorName: name,
    affiliation,
    commentaryAbstract: abstract,
    commentaryInterests: interests,
  } = limits;
  const most = { title, name, affiliation, abstract, interests };
  // Whose session ended meanwhile gets what they typed back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST')
    return { most, commentary: null, values: null };
  const { commentary } = await loadCommentary(event);
  return { most, commentary, values: frontValuesOf(commentary) };
}) satisfies PageServerLoad;

export const actions = { save: saveFront, rows: changeByline } satisfies Actions;
