import type { LedgerPage } from '@glossator/contract';
import { ledgerQuery } from '#lib/ledger/ledger-query.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const query = ledgerQuery(event.url.searchParams);
  const page = required(await call<LedgerPage>(event, 'GET', `/api/ledger?${query.toString()}`));
  const later = query.has('cursor');
  query.delete('cursor');
  const asked = query.toString();
  if (page.next !== null) query.set('cursor', page.next);
  return { ledger: page, asked, later, further: page.next === null ? null : query.toString() };
}) satisfies PageServerLoad;
