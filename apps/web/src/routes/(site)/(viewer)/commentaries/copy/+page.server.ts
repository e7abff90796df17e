import { limits, type CommentaryMade, type CopyOffer } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { newFormKey } from '#lib/form-key.ts';
import { readReleasePlace } from '#lib/published/release-address.ts';
import { call, refuse as noPage } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import { readable } from '#lib/server/withdrawn.ts';
import type { PageServerLoad } from './$types.js';

/** The release that the address of the page names: `?of=slug@1.0`. */
function placeOf({ url }: RequestEvent) {
  return readReleasePlace(url.searchParams.get('of') ?? '') ?? noPage(404, 'not-found');
}

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const { slug, number } = placeOf(event);
  const fresh = { key: newFormKey(), titleLength: limits.commentaryTitle };
  // Whose session ended meanwhile gets their text back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST') return { ...fresh, offer: null };
  member(viewer, event.url);
  const query = number === undefined ? '' : `?number=${number}`;
  return {
    ...fresh,
    offer: readable(await call<CopyOffer>(event, 'GET', `/api/releases/${slug}/copies${query}`)),
  };
}) satisfies PageServerLoad;

export const actions = {
  copy: async (event) => {
    const data = await event.request.formData();
    const [number, title, slug, key] = ['number', 'title', 'slug', 'key'].map((name) =>
      formText(data, name),
    ) as [string, string, string, string];
    const source = placeOf(event).slug;
    const answer = await call<CommentaryMade>(event, 'POST', `/api/releases/${source}/copies`, {
      ...{ number, title, slug, key },
    });
    if (!answer.ok) return refuse('copy', answer.problem, { number, title, slug, key });
    redirect(303, `/commentaries/${answer.value.id}?done=commentary-copied`);
  },
} satisfies Actions;
