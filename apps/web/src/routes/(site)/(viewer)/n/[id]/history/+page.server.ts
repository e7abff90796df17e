import type { RevisionView } from '@glossator/contract';
import { compareWords } from '#lib/history/compare-words.ts';
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
  const revisions = required(await call<Revisions>(event, 'GET', path));
  return {
    id: event.params.id,
    next: revisions.next,
    // The oldest of a page stands alone: the one before it is on the next.
    revisions: revisions.items.map((revision, n) => {
      const before = revisions.items[n + 1];
      return {
        ...revision,
        changes: before === undefined ? null : compareWords(before.body, revision.body),
      };
    }),
  };
}) satisfies PageServerLoad;
