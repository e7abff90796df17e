import type { HomeView, PublishedCommentary } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { asLastPlace, lastPlaceCookie } from '#lib/preferences/last-place.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const [home, published] = await Promise.all([
    call<HomeView>(event, 'GET', '/api/home'),
    call<{ items: PublishedCommentary[]; next: string | null }>(
      event,
      'GET',
      '/api/releases?limit=3',
    ),
  ]);
  const { viewer, works } = required(home);
  return {
    viewer,
    works: works.items,
    // A page of works is one without them, too.
    published: published.ok ? published.value : { items: [], next: null },
    last: asLastPlace(event.cookies.get(lastPlaceCookie)),
  };
}) satisfies PageServerLoad;
