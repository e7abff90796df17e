import { redirect } from '@sveltejs/kit';
import { ledgerQuery } from '#lib/ledger/ledger-query.ts';
import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

/** The file itself; where it is refused, the page says why. */
export const GET = (async (event) => {
  const query = ledgerQuery(event.url.searchParams);
  query.delete('cursor');
  const file = await handOn(event, `/api/ledger/file?${query.toString()}`);
  if (file.ok || file.status === 429) return file;
  redirect(303, `/ledger?${query.toString()}`);
}) satisfies RequestHandler;
