import type { LedgerTermPage } from '@glossator/contract';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { slug } = readWorkPlace(event.params.work);
  const path =
    `/api/works/${encodeURIComponent(slug)}/terms/${encodeURIComponent(event.params.term)}` as const;
  return { term: required(await call<LedgerTermPage>(event, 'GET', path)) };
}) satisfies PageServerLoad;
