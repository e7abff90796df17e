import { redirect } from '@sveltejs/kit';
import { asProblem } from '#lib/problem/as-problem.ts';
import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

/** The file itself; where it is refused, the page that leads to it says why. */
export const GET = (async (event) => {
  const format = event.url.searchParams.get('format') ?? 'zip';
  const file = await handOn(event, `/api/account/export?format=${encodeURIComponent(format)}`);
  if (file.ok) return file;
  redirect(303, `/account/export?refused=${encodeURIComponent((await asProblem(file)).code)}`);
}) satisfies RequestHandler;
