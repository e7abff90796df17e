import type { ReleaseFiles } from '@glossator/contract';
import { required, call } from '#lib/server/api.ts';
import { loadRelease } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** The files of a release, and how far each is. */
export const load = (async (event) => {
  const release = await loadRelease(event);
  const path = `/api/releases/${release.slug}/files?number=${release.number}` as const;
  const { items } = required(await call<ReleaseFiles>(event, 'GET', path));
  const { slug, number, titles, language, successor, retracted } = release;
  return {
    release: { slug, number, titles, language, successor, isRetracted: retracted !== null },
    files: items,
  };
}) satisfies PageServerLoad;
