import { passThrough } from '#lib/server/api.ts';
import type { RequestHandler } from './$types.js';

export const GET = (async (event) => {
  const answer = await passThrough(event, `/api/text-releases/${event.params.id}/layers`);
  if (!answer.ok) return answer;
  return new Response(answer.body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="release-${event.params.id}.json"`,
      'cache-control': 'private, no-store',
    },
  });
}) satisfies RequestHandler;
