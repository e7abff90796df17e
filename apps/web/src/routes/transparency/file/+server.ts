import { redirect } from '@sveltejs/kit';
import { handOn } from '#lib/server/hand-on.ts';
import { reportQuery } from '#lib/transparency/report-query.ts';
import type { RequestHandler } from './$types.js';

/** The file itself; where it is refused, the page says why. */
export const GET = (async (event) => {
  const query = reportQuery(event.url.searchParams);
  const file = await handOn(event, `/api/transparency/file?${query.toString()}`);
  if (file.ok || file.status === 429) return file;
  redirect(303, `/transparency${event.url.search}`);
}) satisfies RequestHandler;
