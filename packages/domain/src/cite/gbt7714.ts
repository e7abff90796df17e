import { dateParts, numericDate } from './dates.ts';
import { isChinese, type CitedItem, type ContributorName, type ContributorRole } from './item.ts';
import { gbtName, namesOf } from './names.ts';
import { between, plain, rich, stopped, type Rich } from './rich.ts';
import { capitalised, editionWords, permanentUrl, pinpoint } from './titles.ts';

// GB/T 7714-2015: 4.2 (parts, 析出文献), 4.6 (electronic resources), 7.2 (punctuation: half width),
// 8.1 (names, three at most), 8.3 (edition), appendix B (EB/OL). Words added are in the language
// of what is cited (6.1).

function people(names: readonly ContributorName[], more: string): string {
  const written = names.slice(0, 3).map(gbtName);
  return [...written, ...(names.length > 3 ? [more] : [])].join(', ');
}

/** The number alone in Chinese: `1.1版`. */
const edition = (item: CitedItem): string =>
  item.version === ''
    ? ''
    : isChinese(item)
      ? `${item.version}版`
      : capitalised(editionWords(item));

/** A retraction is told as other information of the title; the standard has no place of its own. */
function titleOf(item: CitedItem): string {
  const on = dateParts(item.retracted?.on ?? null);
  const day = on === null ? '' : numericDate(on);
  const notice = isChinese(item)
    ? `已${day === '' ? '' : `于${day}`}撤回`
    : `retracted ${day}`.trim();
  return [item.title, item.subtitle ?? '', item.retracted === null ? '' : notice]
    .filter((part) => part !== '')
    .join(': ');
}

export function gbt7714(item: CitedItem): Rich {
  const isInChinese = isChinese(item);
  const of = (which: ContributorRole) => namesOf(item.contributors, which);
  const listOf = (names: readonly ContributorName[]) =>
    people(names, isInChinese ? '等' : 'et al.');
  const [authors, editors, translators] = [of('author'), of('editor'), of('translator')];
  const translated =
    translators.length === 0 ? '' : `${listOf(translators)}, ${isInChinese ? '译' : 'trans.'}`;
  const part = item.entry?.title ?? null;
  const head = listOf(authors.length > 0 ? authors : editors);
  const title = titleOf(item);
  const hostHead = part !== null && authors.length > 0 ? listOf(editors) : '';
  const host = between(' ', [hostHead === '' ? '' : stopped(plain(hostHead)), title]);
  const named = part === null ? plain(`${title}[EB/OL]`) : rich(`${part}[EB/OL]//`, host);
  const issued = dateParts(item.issued);
  const accessed = dateParts(item.accessed);
  const place = pinpoint(item, isInChinese ? 'zh-Hans' : 'en');
  const year = String(issued?.[0] ?? '');
  const imprint = rich(
    between(': ', [between(', ', [item.publisher ?? item.site.name, year]), place]),
    issued === null || issued.length < 3 ? '' : `(${numericDate(issued)})`,
    accessed === null ? '' : `[${numericDate(accessed)}]`,
  );
  const doi = item.doi === null ? '' : `DOI:${item.doi}`;
  const pieces = [plain(head), named, plain(translated), plain(edition(item)), imprint];
  return between(' ', [...pieces, plain(permanentUrl(item)), plain(doi)].map(stopped));
}
