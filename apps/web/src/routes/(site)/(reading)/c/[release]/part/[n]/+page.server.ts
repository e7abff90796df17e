import { withCitation } from '#lib/server/cite/load-citation.ts';
import { loadEntry } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** A part of a release that has no label: by its number in the order. */
export const load = ((event) =>
  withCitation(
    event,
    loadEntry(event, `parts/${encodeURIComponent(event.params.n)}`),
  )) satisfies PageServerLoad;
