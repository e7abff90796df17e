import { cleanItem, cleanUrl } from './clean.ts';
import { headline, partTitle } from './csl-json.ts';
import { dateParts, numericDate } from './dates.ts';
import type { CitedItem } from './item.ts';
import { namesOf, turnedName } from './names.ts';
import { fullTitle, permanentUrl } from './titles.ts';

/** One `<meta name content>`; whoever prints it escapes both, as an attribute. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

const said = (tags: readonly (readonly [string, string])[]): readonly MetaTag[] =>
  tags.filter(([, content]) => content !== '').map(([name, content]) => ({ name, content }));

/**
 * What Google Scholar and reference managers read on a page; an author's ORCID follows the author.
 * The PDF must lie below the page's own folder, or Scholar does not take it.
 */
export function highwireTags(
  dirty: CitedItem,
  { pdfUrl = null }: { readonly pdfUrl?: string | null } = {},
): readonly MetaTag[] {
  const item = cleanItem(dirty);
  const part = partTitle(item);
  const whole = fullTitle(item);
  const issued = dateParts(item.issued);
  const date = issued === null ? '' : numericDate(issued, '/');
  const url = permanentUrl(item);
  const authors = item.contributors.filter(({ role }) => role === 'author');
  return said([
    ['citation_title', headline(item)],
    ...authors.flatMap(({ name, orcid }): (readonly [string, string])[] => [
      ['citation_author', turnedName(name)],
      ['citation_author_orcid', orcid === null ? '' : `https://orcid.org/${orcid}`],
    ]),
    ...namesOf(item.contributors, 'editor').map((name): readonly [string, string] => [
      'citation_editor',
      turnedName(name),
    ]),
    ['citation_publication_date', date],
    ['citation_online_date', date],
    ['citation_inbook_title', part === null ? '' : whole],
    ['citation_publisher', item.publisher ?? item.site.name],
    ['citation_language', item.language],
    ['citation_doi', item.doi ?? ''],
    ['citation_keywords', item.keywords.join('; ')],
    ['citation_public_url', url],
    ['citation_abstract_html_url', url],
    ['citation_fulltext_html_url', url],
    ['citation_pdf_url', pdfUrl === null ? '' : (cleanUrl(pdfUrl) ?? '')],
  ]);
}
