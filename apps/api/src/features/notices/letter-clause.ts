import type { Locale } from '@glossator/contract';
import { formatCitation } from '@glossator/document';
import type { Viewer } from '../../plugins/session.ts';
import { wordsOfSegments } from '../references/cards.ts';
import { addressBetween, focusOn } from '../works/address.ts';
import { workAround, type TextStore } from '../works/text-store.ts';

/** Of a long clause or a section: code points in each language, and segments. */
const longest = 280;
const mostSegments = 3;

/** A clause as a mail shows it. */
export interface QuotedClause {
  readonly title: { readonly lang: string; readonly text: string };
  readonly address: string;
  /** As it is cited in the reader's language. */
  readonly citation: string;
  readonly link: string;
  readonly words: readonly { readonly lang: string; readonly text: string }[];
}

interface Place {
  readonly work: string;
  readonly from_uid: string;
  readonly to_uid: string;
}

export async function quoteClause(
  { texts, origin }: { readonly texts: TextStore; readonly origin: URL },
  viewer: Viewer,
  locale: Locale,
  { work: slug, from_uid: from, to_uid: to }: Place,
): Promise<QuotedClause> {
  const work = await workAround(texts, slug);
  const address = addressBetween(work.structure, from, to);
  // What has left the text has no words today; its address is its uid.
  const lives = work.structure.byUid.has(from) && work.structure.byUid.has(to);
  const { segments } = lives ? focusOn(work.structure, address) : { segments: [] };
  // A section is shown by its heading.
  const most = segments[0]?.kind === 'heading' ? 1 : mostSegments;
  const shown = segments.slice(0, most).map(({ uid }) => uid);
  const { titles } = work.head;
  const lang = titles[locale] === undefined ? (Object.keys(titles)[0] ?? locale) : locale;
  const cited = formatCitation(address, work.head, locale);
  return {
    title: { lang, text: titles[lang] ?? slug },
    address,
    citation: cited.ok ? cited.value : address,
    link: `${origin.origin}/t/${slug}/${address}`,
    words: await wordsOfSegments(texts, work, viewer, shown, longest),
  };
}
