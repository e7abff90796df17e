import { bluebookDate, dateParts } from './dates.ts';
import { doiUrl } from './clean.ts';
import type { CitedItem, ContributorName, ContributorRole } from './item.ts';
import { fullName, listed, namesOf } from './names.ts';
import { between, italic, plain, rich, smallCaps, type Rich } from './rich.ts';
import { editionWords, fullTitle, permanentUrl, pinpoint } from './titles.ts';

// The Bluebook, 21st edition, in the typefaces of law reviews: rule 15.1 (names), 15.3 (titles),
// 15.4 (editions), 15.5 (shorter works in collections), 18.2.2 (the internet).

/** From four names on, the first stands for all. */
function people(names: readonly ContributorName[], isFirst: boolean): string {
  const written = names.map((name, i) => fullName(name, isFirst && i === 0));
  if (written.length > 3) return `${written[0] ?? ''} et al.`;
  return listed(written, { and: '&' });
}

export function bluebook(item: CitedItem): Rich {
  const of = (which: ContributorRole) => namesOf(item.contributors, which);
  const [authors, editors, translators] = [of('author'), of('editor'), of('translator')];
  const issued = dateParts(item.issued);
  const on = dateParts(item.retracted?.on ?? null);
  const parenthesis = between(', ', [
    editors.length > 0 ? `${people(editors, false)} ${editors.length === 1 ? 'ed.' : 'eds.'}` : '',
    translators.length > 0 ? `${people(translators, false)} trans.` : '',
    between(' ', [editionWords(item), String(issued?.[0] ?? '')]),
  ]);
  const book = between(' ', [
    smallCaps(fullTitle(item)),
    pinpoint(item),
    parenthesis.length === 0 ? '' : rich('(', parenthesis, ')'),
    item.retracted === null
      ? ''
      : rich('(', between(' ', ['retracted', on === null ? '' : bluebookDate(on)]), ')'),
  ]);
  const part = item.entry?.title;
  const author = people(authors, true);
  const cited =
    part == null
      ? between(', ', [smallCaps(author), book])
      : between(', ', [plain(author), italic(part), rich(italic('in'), ' ', book)]);
  const address = item.doi === null ? permanentUrl(item) : doiUrl(item.doi);
  const accessed = dateParts(item.accessed);
  // Whatever is dated needs no day on which it was seen (rule 18.2.2(c)).
  const seen =
    issued === null && accessed !== null && address !== ''
      ? `(last visited ${bluebookDate(accessed)})`
      : '';
  return rich(between(', ', [cited, between(' ', [address, seen])]), '.');
}
