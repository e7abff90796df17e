import type { RevisionView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

interface Revisions {
  readonly items: readonly RevisionView[];
  readonly next: string | null;
}

export const load = (async (event) => {
  const cursor = event.url.searchParams.get('cursor');
  const search = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  const path =
    `/api/annotations/${encodeURIComponent(event.params.id)}/revisions${search}` as const;
  return {
    id: event.params.id,
    revisions: required(await call<Revisions>(event, 'GET', path)),
  };
}) satisfies PageServerLoad;
