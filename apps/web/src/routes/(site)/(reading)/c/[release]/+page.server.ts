import { withCitation } from '#lib/server/cite/load-citation.ts';
import { loadRelease } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** A release of a commentary: its title page. */
export const load = ((event) =>
  withCitation(
    event,
    loadRelease(event).then((release) => ({ release })),
  )) satisfies PageServerLoad;
