import { required } from '#lib/server/api.ts';
import { chosenStyle, readCitation } from '#lib/server/cite/load-citation.ts';
import type { PageServerLoad } from './$types.js';

/** How a clause, a note or a publication is cited: `/cite?of=/t/ncss-2016/4.3.1.2`. */
export const load = (async (event) => {
  const { searchParams } = event.url;
  const of = searchParams.get('of') ?? '';
  const { view } = required(await readCitation(event, of, searchParams.get('ed')));
  return { of, cite: { view, style: chosenStyle(event) } };
}) satisfies PageServerLoad;
