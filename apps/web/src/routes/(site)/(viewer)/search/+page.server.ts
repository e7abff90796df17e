import type { SearchView } from '@glossator/contract';
import { problemSentence } from '#lib/problem/sentence.ts';
import { asQuotation } from '#lib/search/as-quotation.ts';
import { asked } from '#lib/search/asked.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** Searches as the address says; a search that was refused stays in its field. */
export const load = (async (event) => {
  const query = asked(event.url.searchParams);
  if (query.size === 0) return { found: null, refused: null, quotation: null };
  const quotation = asQuotation(query.get('q') ?? '');
  const answer = await call<SearchView>(event, 'GET', `/api/search?${query.toString()}`);
  if (!answer.ok && [400, 404, 422].includes(answer.problem.status))
    return { found: null, refused: problemSentence(answer.problem.code), quotation };
  return { found: required(answer), refused: null, quotation };
}) satisfies PageServerLoad;
