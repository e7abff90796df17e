import type { RevisionPage } from '@glossator/contract';
import { changesBetween } from '#lib/history/changes-between.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const cursor = event.url.searchParams.get('cursor');
  const search = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  const path =
    `/api/annotations/${encodeURIComponent(event.params.id)}/revisions${search}` as const;
  const { items, next } = required(await call<RevisionPage>(event, 'GET', path));
  return { id: event.params.id, next, revisions: changesBetween(items) };
}) satisfies PageServerLoad;
