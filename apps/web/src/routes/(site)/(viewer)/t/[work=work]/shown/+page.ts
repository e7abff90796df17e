import { noteFilter } from '#lib/marks/note-filter.ts';
import { clauseHref, readWorkPlace } from '#lib/reader/reader-address.ts';
import type { PageLoad } from './$types.js';

/** A clause, section or range; anything else leads to the whole work. */
const address = /^[0-9a-z.-]{1,170}$/;

/** The filter of the reader as a page of its own, for browsers without script. */
export const load = (({ params, url }) => {
  const at = url.searchParams.get('at') ?? '';
  return {
    action: clauseHref(readWorkPlace(params.work), address.test(at) ? at : ''),
    filter: noteFilter(url.searchParams).toString(),
  };
}) satisfies PageLoad;
