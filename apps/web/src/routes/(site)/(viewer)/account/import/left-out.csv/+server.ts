import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

export const GET = ((event) => {
  const id = event.url.searchParams.get('id') ?? '';
  return handOn(event, `/api/imports/${encodeURIComponent(id)}/left-out`);
}) satisfies RequestHandler;
