import { britishDate, dateParts } from './dates.ts';
import { doiUrl } from './clean.ts';
import type { CitedItem, ContributorName, ContributorRole } from './item.ts';
import { fullName, listed, namesOf } from './names.ts';
import { between, italic, plain, rich, type Rich } from './rich.ts';
import { editionWords, fullTitle, nested, permanentUrl, pinpoint } from './titles.ts';

// OSCOLA, 4th edition: 3.1.2 (names), 3.1.4 (electronic sources), 3.2.1–3.2.3 (books, editors and
// translators, contributions to edited books). A footnote; no full stops in abbreviations.

/** More than three: the first and others. */
function people(names: readonly ContributorName[], isFirst: boolean): string {
  const written = names.map((name, i) =>
    name.kind === 'person'
      ? fullName({ ...name, given: unstopped(name.given), suffix: unstopped(name.suffix) })
      : fullName(name, isFirst && i === 0),
  );
  if (written.length > 3) return `${written[0] ?? ''} and others`;
  return listed(written, { and: 'and' });
}

/** `J. R.` → `JR` */
const unstopped = (text: string): string =>
  text.replace(/\b(\p{Lu})\.\s*(?=\p{Lu}\.|$)/gu, '$1').replaceAll('.', '');

export function oscola(item: CitedItem): Rich {
  const of = (which: ContributorRole) => namesOf(item.contributors, which);
  const [authors, editors, translators] = [of('author'), of('editor'), of('translator')];
  const editorWord = editors.length === 1 ? 'ed' : 'eds';
  const part = item.entry?.title ?? null;
  const hasPart = part !== null;
  const isHead = authors.length === 0 && editors.length > 0;
  const head = isHead ? `${people(editors, true)} (${editorWord})` : people(authors, true);
  const year = String(dateParts(item.issued)?.[0] ?? '');
  const on = dateParts(item.retracted?.on ?? null);
  const imprint = between(', ', [
    !hasPart && !isHead && editors.length > 0 ? `${people(editors, false)} ${editorWord}` : '',
    translators.length > 0 ? `${people(translators, false)} tr` : '',
    editionWords(item),
    between(' ', [item.publisher ?? item.site.name, year]),
    item.retracted === null ? '' : between(' ', ['retracted', on === null ? '' : britishDate(on)]),
  ]);
  const book = between(' ', [
    italic(fullTitle(item)),
    imprint.length === 0 ? '' : rich('(', imprint, ')'),
    pinpoint(item),
  ]);
  const edited =
    hasPart && !isHead && editors.length > 0 ? `${people(editors, false)} (${editorWord}), ` : '';
  const work = hasPart ? rich(`‘${nested(part, 'single')}’ in `, edited, book) : book;
  const accessed = dateParts(item.accessed);
  const url = item.doi === null ? permanentUrl(item) : doiUrl(item.doi);
  const address = url === '' ? '' : `<${url}>`;
  const seen =
    address === '' || accessed === null || item.doi !== null
      ? ''
      : `accessed ${britishDate(accessed)}`;
  return rich(between(', ', [plain(head), between(' ', [work, address, seen])]), '.');
}
