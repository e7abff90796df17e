import { limits, type Pointing, type RangeLocus } from '@glossator/contract';
import { codePointLength, describeRange, type TextRange } from '@glossator/document';
import { passageOf, type PassagePlace } from './passage-of.ts';
import { snap } from './snap.ts';

/** One thing that can be written on. */
export interface Offer {
  readonly kind: 'words' | 'hinge' | 'join' | 'entry' | 'clause';
  /** The clause, or the range from the first to the last. */
  readonly address: string;
  readonly pointing: Pointing | null;
}
export interface Quote {
  readonly lang: string;
  readonly words: string;
}
export interface Offers {
  /** Never empty; the likeliest first. */
  readonly offers: readonly Offer[];
  /** The words the first offer is about. */
  readonly quotes: readonly Quote[];
  /** Why not simply on the words: they lie in two languages, are too many, or there are none. */
  readonly why: 'languages' | 'long' | 'none' | null;
  /** Words of the other language that the form holds already, shortened. */
  readonly held?: string;
}

/** A passage that a selection has something of. */
interface Touched {
  readonly place: PassagePlace;
  /** Null where what is selected of it are no words: a gap, a sigil. */
  readonly locus: RangeLocus | null;
  /** Numbers of the apparatus entries that are meant. */
  readonly entries: readonly string[];
}

/** What can be written on where a person has marked something; null where nothing of the text is. */
export function selectionOffers(selection: Selection | null): Offers | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = [...document.querySelectorAll('.row .passage')].flatMap(
    (element) => touchedIn(passageOf(element), range) ?? [],
  );
  const editionAt = (node: Node): string | undefined =>
    touched.find(({ place }) => place.element.contains(node))?.place.edition;
  const first = editionAt(range.startContainer) ?? touched[0]?.place.edition;
  const last = editionAt(range.endContainer) ?? first;
  if (first === undefined || last === undefined) return null;
  if (first === last)
    // Between two clauses of one language the page has the other language of the second.
    return oneLanguage(touched.filter(({ place }) => place.edition === first));
  return twoLanguages(touched.filter(({ place: { edition } }) => [first, last].includes(edition)));
}

function oneLanguage(touched: readonly Touched[]): Offers {
  const loci = touched.flatMap(({ locus }) => locus ?? []);
  const rest = [...entryOffers(touched), clauseOffer(touched)];
  if (loci.length === 0) return { offers: rest, quotes: [], why: 'none' };
  const length = loci.reduce((sum, { exact }) => sum + codePointLength(exact), 0);
  if (length > limits.quotationLength || loci.length > limits.lociOfRange)
    return { offers: [clauseOffer(touched)], quotes: [], why: 'long' };
  const marked = touched.filter(({ locus }) => locus !== null);
  return {
    offers: [wordsOffer(marked, loci), ...entryOffers(touched)],
    quotes: [quoteOf(marked)],
    why: null,
  };
}

function twoLanguages(touched: readonly Touched[]): Offers {
  const marked = touched.filter(({ locus }) => locus !== null);
  const [left, right, more] = marked;
  const clause = clauseOffer(touched);
  // Words on one side, what is lost on the other.
  if (new Set(marked.map(({ place }) => place.edition)).size < 2) {
    const one = oneLanguage(marked.length > 0 ? marked : touched);
    const entries = marked.length > 0 ? entryOffers(touched) : [];
    return { ...one, offers: [...one.offers, ...entries, ...(one.why === null ? [clause] : [])] };
  }
  if (!left?.locus || !right?.locus || more !== undefined)
    return { offers: [clause], quotes: [], why: 'languages' };
  const loci = [left.locus, right.locus];
  if (loci.some(({ exact }) => codePointLength(exact) > limits.quotationLength))
    return { offers: [clause], quotes: [], why: 'long' };
  return {
    offers: [{ ...clause, kind: 'hinge', pointing: { kind: 'hinge', loci } }, clause],
    quotes: [quoteOf([left]), quoteOf([right])],
    why: null,
  };
}

function addressOf(touched: readonly Touched[]): string {
  const [first, last] = [touched[0]?.place.path ?? '', touched.at(-1)?.place.path ?? ''];
  return first === last ? first : `${first}-${last}`;
}

const clauseOffer = (touched: readonly Touched[]): Offer => ({
  kind: 'clause',
  address: addressOf(touched),
  pointing: null,
});

const wordsOffer = (marked: readonly Touched[], loci: readonly RangeLocus[]): Offer => ({
  kind: 'words',
  address: addressOf(marked),
  pointing: { kind: 'range', loci: [...loci] },
});

const quoteOf = (marked: readonly Touched[]): Quote => ({
  lang: marked[0]?.place.element.lang ?? '',
  words: marked.map(({ locus }) => locus?.exact ?? '').join(' '),
});

/** A place may be shown in several clauses: each entry once. */
function entryOffers(touched: readonly Touched[]): readonly Offer[] {
  const entries = touched.flatMap(({ place, entries: numbers }) =>
    numbers.map((number) => ({ edition: place.edition.split(':', 1)[0] ?? '', number })),
  );
  const keys = entries.map(({ edition, number }) => `${edition}:${number}`);
  return entries
    .filter((_, n) => keys.indexOf(keys[n] ?? '') === n)
    .slice(0, 3)
    .map((entry) => ({
      kind: 'entry' as const,
      address: addressOf(touched),
      pointing: { kind: 'entry' as const, ...entry },
    }));
}

/** What of a part of the page is selected. */
function within(part: Element, range: Range): Range | null {
  if (!range.intersectsNode(part)) return null;
  const inside = document.createRange();
  inside.selectNodeContents(part);
  if (inside.compareBoundaryPoints(Range.START_TO_START, range) < 0)
    inside.setStart(range.startContainer, range.startOffset);
  if (inside.compareBoundaryPoints(Range.END_TO_END, range) > 0)
    inside.setEnd(range.endContainer, range.endOffset);
  return inside;
}

function touchedIn(place: PassagePlace | null, range: Range): Touched | null {
  if (place === null) return null;
  const inside = within(place.element, range);
  // Three presses mark a paragraph up to where the next one begins, with nothing of that.
  if (inside === null || inside.toString().trim() === '') return null;
  const entries = [...place.element.querySelectorAll<HTMLElement>('[data-entry]')].filter((part) =>
    part.matches('[data-piece]')
      ? part.contains(range.startContainer) && part.contains(range.endContainer)
      : within(part, range)?.toString().trim(),
  );
  return {
    place,
    locus: locusAt(place, markedIn(place.element, range)),
    entries: entries.flatMap(({ dataset }) => dataset['entry']?.split(' ') ?? []),
  };
}

/** Words of a passage with those around them, without space at their ends; null where there are none. */
export function locusAt(
  { element, path, edition: pinned }: PassagePlace,
  range: TextRange,
): RangeLocus | null {
  const [edition, version] = pinned.split(':');
  if (edition === undefined || version === undefined) return null;
  const text = [...element.querySelectorAll('[data-piece]')]
    .map((each) => each.textContent)
    .join('');
  const words = snap(text, range);
  const selector = words === null ? null : describeRange(text, words, limits.contextLength);
  return selector?.ok === true ? { edition, version, at: path, ...selector.value } : null;
}

/** What of a passage is selected, counted along its pieces. */
function markedIn(passage: Element, range: Range): TextRange {
  let before = 0;
  let found: TextRange = { start: 0, end: 0 };
  for (const piece of passage.querySelectorAll('[data-piece]')) {
    const inside = within(piece, range);
    const lead = document.createRange();
    lead.selectNodeContents(piece);
    const length = codePointLength(piece.textContent);
    if (inside !== null && !inside.collapsed) {
      lead.setEnd(inside.startContainer, inside.startOffset);
      // Half of a pair is the whole of it, at either end.
      const start = before + codePointLength(lead.toString().replace(/[\ud800-\udbff]$/, ''));
      lead.setEnd(inside.endContainer, inside.endOffset);
      const end = before + codePointLength(lead.toString().toWellFormed());
      if (start < end) found = { start: found.end === 0 ? start : found.start, end };
    }
    before += length;
  }
  return found;
}
