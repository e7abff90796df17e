import type { PrintView } from '@glossator/contract';
import { readPrintOptions } from '#lib/print/print-options.ts';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** A text or a part of it, with notes, for paper. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const options = readPrintOptions(event.url.searchParams);
  const query = new URLSearchParams(options.notes.map((each) => ['notes', each]));
  if (options.at !== '') query.set('at', options.at);
  if (place.pins !== '') query.set('pins', place.pins);
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  const answer = await call<PrintView>(event, 'GET', `/api/works/${place.slug}/print${search}`);
  return { place, options, print: required(answer), origin: event.url.origin };
}) satisfies PageServerLoad;
