import type { CitedAddress } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { clauseHref, readWorkPlace } from '#lib/reader/reader-address.ts';
import { call } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** Characters; no citation of a range is longer. */
const longest = 400;

/** Opens what a citation names; where it names nothing the page keeps it and says how to cite. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const text = (event.url.searchParams.get('c') ?? '').trim();
  if (text === '') return { place, text, refused: null };
  if (text.length > longest) return { place, text: '', refused: 'citation-unknown' };
  const query = new URLSearchParams({ cite: text }).toString();
  const answer = await call<CitedAddress>(
    event,
    'GET',
    `/api/works/${place.slug}/address?${query}`,
  );
  if (answer.ok) redirect(303, `${clauseHref(place, answer.value.address)}#thread`);
  return { place, text, refused: answer.problem.code };
}) satisfies PageServerLoad;
