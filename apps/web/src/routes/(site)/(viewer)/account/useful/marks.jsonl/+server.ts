import type { UsefulMarkPage } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import type { RequestHandler } from './$types.js';

/** All of one's own marks, one a line. */
export const GET = (async (event) => {
  const page = async (cursor: string | null): Promise<UsefulMarkPage> => {
    const query = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/account/useful-marks?limit=200${query}` as const;
    return required(await call<UsefulMarkPage>(event, 'GET', path));
  };
  // Refused before the first byte.
  let next: UsefulMarkPage | null = await page(null);
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    async pull(stream) {
      if (next === null) {
        stream.close();
        return;
      }
      const { items, next: cursor } = next;
      next = cursor === null ? null : await page(cursor);
      const text = items.map((mark) => `${JSON.stringify(mark)}\n`).join('');
      if (text !== '') stream.enqueue(encoder.encode(text));
      if (next === null) stream.close();
    },
  });
  return new Response(lines, {
    headers: {
      'content-type': 'application/jsonl',
      'content-disposition': 'attachment; filename="useful-marks.jsonl"',
      'cache-control': 'private, no-store',
    },
  });
}) satisfies RequestHandler;
