import type { TraceView } from '@glossator/contract';
import { parsePins } from '@glossator/document';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** What the form was refused for and can be mended in it; all else is an error page. */
const mendable = [
  'words-absent',
  'words-ambiguous',
  'pointing-mismatch',
  'not-found',
  'gone',
  'address-malformed',
  'range-reversed',
  'request-malformed',
];

/** One character, from what is read back to the copy: a page that needs no script. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const { searchParams } = event.url;
  const asked = {
    edition: searchParams.get('edition') ?? '',
    at: (searchParams.get('at') ?? '').trim(),
    c: (searchParams.get('c') ?? '').trim(),
  };
  const [line, column] = [searchParams.get('line') ?? '', searchParams.get('column') ?? ''];
  if (/^\d{1,7}$/u.test(line) && /^\d{1,7}$/u.test(column)) {
    const path = `/api/works/${place.slug}/witness/lines/${line}/${column}` as const;
    return {
      place,
      asked,
      problem: null,
      trace: required(await call<TraceView>(event, 'GET', path)),
    };
  }
  const pinned = parsePins(event.params.work);
  const version = pinned.ok
    ? pinned.value.pins.find(({ edition }) => edition === asked.edition)?.version
    : undefined;
  const clause = new URLSearchParams({
    ...(asked.edition === '' ? {} : { edition: asked.edition }),
    ...(version === undefined ? {} : { version }),
    ...(asked.at === '' ? {} : { clause: asked.at.slice(0, 170) }),
  });
  const which = new URLSearchParams(clause);
  if (/^[1-9]\d{0,6}$/u.test(asked.c)) which.set('at', String(Number(asked.c) - 1));
  else if (asked.c !== '') which.set('words', asked.c.slice(0, 400));
  const answer = await traced(place.slug, which);
  if (answer.ok || !mendable.includes(answer.problem.code))
    return { place, asked, problem: null, trace: required(answer) };
  // The form stays, with what was typed: the clause is shown from its first character, or the text.
  const whole = await traced(place.slug, clause);
  const shown = whole.ok ? whole : await traced(place.slug, new URLSearchParams());
  return { place, asked, problem: answer.problem.code, trace: required(shown) };

  function traced(slug: string, query: URLSearchParams) {
    return call<TraceView>(event, 'GET', `/api/works/${slug}/trace?${query.toString()}`);
  }
}) satisfies PageServerLoad;
