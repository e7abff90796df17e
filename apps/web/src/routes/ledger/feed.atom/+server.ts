import type { LedgerPage } from '@glossator/contract';
import { asLocale } from '#lib/i18n/as-locale.ts';
import { ledgerFeed } from '#lib/ledger/ledger-feed.ts';
import { ledgerQuery } from '#lib/ledger/ledger-query.ts';
import { call, required } from '#lib/server/api.ts';
import type { RequestHandler } from './$types.js';

/** Seconds for which a copy is good. */
const fresh = 300;

/** What was decided, for feed readers: the same for everybody, in the language that its address names. */
export const GET = (async (event) => {
  const { searchParams, origin } = event.url;
  const query = ledgerQuery(searchParams);
  query.delete('cursor');
  const { items } = required(
    await call<LedgerPage>(event, 'GET', `/api/ledger?${query.toString()}`),
  );
  const locale = asLocale(searchParams.get('lang')) ?? 'en';
  return new Response(ledgerFeed(items, { origin, asked: query.toString(), locale }), {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': `public, max-age=${String(fresh)}`,
    },
  });
}) satisfies RequestHandler;
