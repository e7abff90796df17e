import { redirect } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { asProblem } from '#lib/problem/as-problem.ts';
import { exportQuery } from '#lib/exchange/export-query.ts';
import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

/** The file itself; a form that is refused comes back with what was filled in. */
export const GET = (async (event) => {
  const { searchParams } = event.url;
  const query = exportQuery(searchParams);
  query.set('lang', getLocale());
  const file = await handOn(event, `/api/export?${query.toString()}`);
  if (file.ok) return file;
  const back = new URLSearchParams(searchParams);
  back.set('refused', (await asProblem(file)).code);
  redirect(303, `/export?${back.toString()}`);
}) satisfies RequestHandler;
