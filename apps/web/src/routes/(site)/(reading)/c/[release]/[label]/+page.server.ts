import type { ReleasedPart } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { loadRelease, noPart } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** A part of a release, by its label. */
export const load = (async (event) => {
  const release = await loadRelease(event);
  const { label } = event.params;
  const at = release.parts.findIndex((each) => each.label === label);
  if (at === -1) noPart(release, label);
  const part = required(
    await call<ReleasedPart>(
      event,
      'GET',
      `/api/releases/${release.slug}/entries/${encodeURIComponent(label)}?number=${release.number}`,
    ),
  );
  return {
    release,
    part,
    previous: release.parts[at - 1] ?? null,
    next: release.parts[at + 1] ?? null,
  };
}) satisfies PageServerLoad;
