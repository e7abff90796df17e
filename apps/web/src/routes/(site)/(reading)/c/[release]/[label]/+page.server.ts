import { withCitation } from '#lib/server/cite/load-citation.ts';
import { loadEntry } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** A part of a release, by its label. */
export const load = ((event) =>
  withCitation(
    event,
    loadEntry(event, `entries/${encodeURIComponent(event.params.label)}`),
  )) satisfies PageServerLoad;
