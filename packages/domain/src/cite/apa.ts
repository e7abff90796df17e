import { apaDate, americanDate, dateParts } from './dates.ts';
import { doiUrl } from './clean.ts';
import type { CitedItem, ContributorName, ContributorRole } from './item.ts';
import { apaInnerName, apaName, listed, namesOf } from './names.ts';
import { between, italic, plain, rich, stopped, type Rich } from './rich.ts';
import { capitalised, editionWords, fullTitle, permanentUrl, pinpoint } from './titles.ts';

// Publication Manual of the APA, 7th edition: 9.8 (names), 9.14–9.17 (dates), 10.2–10.3 (books
// and parts of them), 9.16 (retrieval dates). Titles keep the capitals their authors gave them:
// sentence case cannot be made without knowing the proper nouns of the title.

/** Up to twenty; of more the first nineteen and the last. */
function listOf(names: readonly ContributorName[]): string {
  const written = names.map((name, i) => apaName(name, i === 0));
  const last = written.at(-1) ?? '';
  if (written.length > 20) return `${written.slice(0, 19).join(', ')}, . . . ${last}`;
  return listed(written, { and: '&', serialComma: true, twoComma: true });
}

const innerList = (names: readonly ContributorName[]): string =>
  listed(names.map(apaInnerName), { and: '&', serialComma: true });

const role = (word: string, names: readonly ContributorName[]): string =>
  names.length === 1 ? `${word}.` : `${word}s.`;

export function apa(item: CitedItem): Rich {
  const of = (which: ContributorRole) => namesOf(item.contributors, which);
  const [authors, editors, translators] = [of('author'), of('editor'), of('translator')];
  const hasEditorsAtHead = authors.length === 0 && editors.length > 0;
  const head = hasEditorsAtHead ? `${listOf(editors)} (${role('Ed', editors)})` : listOf(authors);
  const issued = dateParts(item.issued);
  const date = `(${issued === null ? 'n.d.' : issued[0]})`;
  const edition = capitalised(editionWords(item));
  const part = item.entry?.title ?? null;
  const hasPart = part !== null;
  const details = between('; ', [
    !hasPart && !hasEditorsAtHead && editors.length > 0
      ? `${innerList(editors)}, ${role('Ed', editors)}`
      : '',
    translators.length > 0 ? `${innerList(translators)}, Trans.` : '',
    between(', ', [edition, pinpoint(item)]),
  ]);
  const book = between(' ', [
    italic(fullTitle(item)),
    details.length === 0 ? '' : rich('(', details, ')'),
  ]);
  const edited =
    hasPart && !hasEditorsAtHead && editors.length > 0
      ? `${innerList(editors)} (${role('Ed', editors)}), `
      : '';
  const title = hasPart ? between(' ', [stopped(plain(part)), rich('In ', edited, book)]) : book;
  const address = item.doi === null ? permanentUrl(item) : doiUrl(item.doi);
  const accessed = dateParts(item.accessed);
  const retrieved =
    issued === null && accessed !== null && item.doi === null && address !== ''
      ? `Retrieved ${americanDate(accessed)}, from ${address}`
      : address;
  const on = dateParts(item.retracted?.on ?? null);
  const notice =
    item.retracted === null ? '' : `(Retraction published ${on === null ? 'n.d.' : apaDate(on)})`;
  // Without anybody at the head the title takes the place before the date.
  const opening = head === '' ? [title, plain(date)] : [plain(head), plain(date), title];
  const publisher = plain(item.publisher ?? item.site.name);
  const sentences = [...opening, publisher].map(stopped);
  return between(' ', [...sentences, retrieved, notice]);
}
