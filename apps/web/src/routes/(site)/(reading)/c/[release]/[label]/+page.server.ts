import { withCitation } from '#lib/server/cite/load-citation.ts';
import { loadRemarked } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** A part of a release, by its label, with what readers say about it. */
export const load = ((event) =>
  withCitation(event, loadRemarked(event, event.params.label))) satisfies PageServerLoad;
