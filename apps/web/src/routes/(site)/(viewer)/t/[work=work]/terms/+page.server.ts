import type { TermLedgerView } from '@glossator/contract';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

const sorts = ['text', 'drift', 'places'] as const;

export const load = (async (event) => {
  const { slug } = readWorkPlace(event.params.work);
  const at = event.url.searchParams.get('at') ?? '';
  const asked = event.url.searchParams.get('sort');
  const query = at === '' ? '' : `?at=${encodeURIComponent(at)}`;
  return {
    ledger: required(
      await call<TermLedgerView>(
        event,
        'GET',
        `/api/works/${encodeURIComponent(slug)}/terms${query}`,
      ),
    ),
    at,
    sort: sorts.find((sort) => sort === asked) ?? 'text',
  };
}) satisfies PageServerLoad;
