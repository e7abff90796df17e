import type { EntryAt, TermLedgerView } from '@glossator/contract';
import { render } from 'svelte/server';
import Commentary from '#lib/reader/Commentary.svelte';
import CommentarySign from '#lib/reader/CommentarySign.svelte';
import TermsHere from '#lib/reader/TermsHere.svelte';
import type { Said } from '#lib/reader/said.ts';
import { call } from '#lib/server/api.ts';
import type { RequestHandler } from './$types.js';

/**
 * The terms of a clause and what published commentaries say on it, as HTML: whoever reads on a phone loads no script for it. Null
 * where they say nothing, or cannot be asked.
 */
export const GET = (async (event) => {
  const { work, at } = event.params;
  const path = `/api/works/${encodeURIComponent(work)}` as const;
  const query = `at=${encodeURIComponent(at)}`;
  const [entries, ledger] = await Promise.all([
    call<{ items: EntryAt[]; next: string | null }>(
      event,
      'GET',
      `${path}/entries?${query}&limit=20`,
    ),
    call<TermLedgerView>(event, 'GET', `${path}/terms?${query}`),
  ]);
  const headers = { vary: 'Cookie, Accept-Language' };
  const parts: Said[] = [];
  if (ledger.ok && ledger.value.terms.length > 0) {
    const { terms, source } = ledger.value;
    const props = { work, terms: terms.map(({ term }) => term), lang: source.lang };
    parts.push({ panel: render(TermsHere, { props }).body, sign: '' });
  }
  if (entries.ok && entries.value.items.length > 0) {
    const { items, next } = entries.value;
    const props = { items, more: next !== null, address: at };
    const sign = render(CommentarySign, { props }).body;
    parts.push({ panel: render(Commentary, { props }).body, sign });
  }
  if (parts.length === 0) return Response.json(null, { headers });
  const said: Said = {
    panel: parts.map(({ panel }) => panel).join(''),
    sign: parts.map(({ sign }) => sign).join(''),
  };
  return Response.json(said, { headers });
}) satisfies RequestHandler;
