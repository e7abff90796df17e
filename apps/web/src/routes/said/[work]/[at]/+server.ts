import type { EntryAt } from '@glossator/contract';
import { render } from 'svelte/server';
import Commentary from '#lib/reader/Commentary.svelte';
import CommentarySign from '#lib/reader/CommentarySign.svelte';
import type { Said } from '#lib/reader/said.ts';
import { call } from '#lib/server/api.ts';
import type { RequestHandler } from './$types.js';

/**
 * What published commentaries say on a clause, as HTML: whoever reads on a phone loads no script for it. Null
 * where they say nothing, or cannot be asked.
 */
export const GET = (async (event) => {
  const { work, at } = event.params;
  const answer = await call<{ items: EntryAt[]; next: string | null }>(
    event,
    'GET',
    `/api/works/${encodeURIComponent(work)}/entries?at=${encodeURIComponent(at)}&limit=20`,
  );
  const headers = { vary: 'Cookie, Accept-Language' };
  if (!answer.ok || answer.value.items.length === 0) return Response.json(null, { headers });
  const { items, next } = answer.value;
  const props = { items, more: next !== null, address: at };
  const said: Said = {
    panel: render(Commentary, { props }).body,
    sign: render(CommentarySign, { props }).body,
  };
  return Response.json(said, { headers });
}) satisfies RequestHandler;
