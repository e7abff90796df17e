import type { CitationView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { asStyle, styleCookie, type ShownCitation } from '#lib/cite/style-choice.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, type Answer } from '../api.ts';
import { readPath } from './asked-file.ts';

/** How a page is cited, and apart from it what stands in its header alone. */
interface Citation {
  readonly view: ShownCitation;
  readonly links: CitationView['links'];
}

/** How the page at this path is cited, as seen today. */
export async function readCitation(
  event: RequestEvent,
  of: string,
  edition: string | null = null,
): Promise<Answer<Citation>> {
  const query = new URLSearchParams({ of, on: new Date().toISOString().slice(0, 10) });
  if (edition !== null) query.set('edition', edition);
  const answer = await call<CitationView>(event, 'GET', `/api/citations?${query.toString()}`);
  if (!answer.ok) return answer;
  const { links, ...view } = answer.value;
  return { ...answer, value: { view, links } };
}

/** The style that this reader chose last, else one that readers of the language use. */
export const chosenStyle = (event: RequestEvent) =>
  asStyle(event.cookies.get(styleCookie), getLocale());

/** A page, how it is cited, and its links in the header; a page that there is not says so itself. */
export async function withCitation<Page extends object>(event: RequestEvent, page: Promise<Page>) {
  const [shown, answer] = await Promise.all([
    page,
    readCitation(event, readPath(event.url.pathname)),
  ]);
  if (!answer.ok) return { ...shown, cite: null };
  const { links, view } = answer.value;
  event.locals.links = links;
  return { ...shown, cite: { view, style: chosenStyle(event) } };
}
