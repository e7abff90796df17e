import type { TextRange } from '@glossator/document';
import { passageOf, type PassagePlace } from './passage-of.ts';
import { offsetOf, passageText, rangeOf, wordsOf } from './passage-text.ts';
import {
  phraseAt,
  rangeOfPhrase,
  stepPhrase,
  wordsIn,
  type Phrase,
  type Step,
} from './phrase-steps.ts';
import type { Pointed } from './pointed.ts';
import { locusAt, type Quote } from './selection-offers.ts';

interface Standing {
  readonly place: PassagePlace;
  readonly words: readonly TextRange[];
  readonly phrase: Phrase;
}

/** Pixels at the top and the bottom of the window under which words would be hidden. */
const edges = { top: 80, bottom: 200 };

/** A phrase being marked word by word, in one language or, as a hinge, in two. Browser only. */
export class PhraseMarker {
  #now = $state.raw<Standing | null>(null);
  /** The side of a hinge that stands already. */
  #kept = $state.raw<Standing | null>(null);

  /** Where something is marked already, else at the first word of the clause; false without words. */
  begin(path: string | undefined): boolean {
    const selection = getSelection();
    const range = selection?.isCollapsed === false ? selection.getRangeAt(0) : null;
    const marked = passageOf(range?.startContainer.parentElement);
    const row = marked?.element.closest('.row') ?? rowAt(path);
    const passages = passagesIn(row);
    const passage = passages.find((each) => each === marked?.element) ?? passages[0];
    const at = range === null || passage === undefined ? null : selectedIn(passage, range);
    return this.#stand(passage, at ?? { start: 0, end: 0 });
  }

  /** False where the text ends. Beyond a clause the next one begins, while there is no hinge. */
  step(step: Step): boolean {
    if (this.#now === null) return false;
    if (this.#isGone) return this.begin(this.path);
    const { words, phrase, place } = this.#now;
    const next = stepPhrase(phrase, step, words.length);
    if (next !== null) return this.#move({ ...this.#now, phrase: next });
    if (this.#kept !== null || (step !== 'on' && step !== 'back')) return false;
    const passage = neighbour(place, step);
    const end = step === 'on' ? 0 : Infinity;
    return passage !== null && this.#stand(passage, { start: end, end });
  }

  /** To the other language of the clause; with `both` these words stay marked. */
  changeLanguage(both: boolean): boolean {
    if (this.#isGone) return this.begin(this.path);
    const { place } = this.#now ?? {};
    const passages = passagesIn(place?.element.closest('.row'));
    const at = passages.findIndex((each) => each === place?.element);
    const other = passages[(at + 1) % passages.length];
    if (other === undefined || other === place?.element) return false;
    const kept = both ? this.#now : null;
    const back = this.#kept?.place.element === other ? this.#kept : null;
    this.#kept = kept;
    paintKept(kept);
    return back === null ? this.#stand(other, { start: 0, end: 0 }) : this.#move(back);
  }

  /** In the order of the page: the words of the text before those of its translation. */
  get quotes(): readonly Quote[] {
    return this.#sides().map((side) => ({
      lang: side.place.element.lang,
      words: locusOf(side)?.exact ?? '',
    }));
  }

  /** Nothing of it stays drawn; the selection is the page's own. */
  release(): void {
    paintKept(null);
  }

  /** Other languages were chosen meanwhile. */
  get #isGone(): boolean {
    return this.#now?.place.element.isConnected === false;
  }

  get isOne(): boolean {
    return this.#now?.phrase.anchor === this.#now?.phrase.head;
  }

  get path(): string {
    return this.#now?.place.path ?? '';
  }

  get pointed(): Pointed | null {
    const loci = this.#sides().flatMap((side) => locusOf(side) ?? []);
    if (loci.length === 0) return null;
    return { address: this.path, pointing: { kind: loci.length > 1 ? 'hinge' : 'range', loci } };
  }

  #sides(): readonly Standing[] {
    const sides = [this.#kept, this.#now].filter((side) => side !== null);
    return sides.toSorted((left, right) =>
      left.place.element.compareDocumentPosition(right.place.element) &
      Node.DOCUMENT_POSITION_FOLLOWING
        ? -1
        : 1,
    );
  }

  #stand(passage: Element | undefined, at: TextRange): boolean {
    const place = passageOf(passage);
    if (place === null) return false;
    const words = wordsIn(wordsOf(passageText(place.element)), place.element.lang);
    if (words.length === 0) return false;
    const last = words.length - 1;
    const phrase = at.start === Infinity ? { anchor: last, head: last } : phraseAt(words, at);
    return this.#move({ place, words, phrase });
  }

  #move(standing: Standing): boolean {
    this.#now = standing;
    const range = rangeOfPhrase(standing.words, standing.phrase);
    if (range !== null) show(standing.place.element, range);
    return true;
  }
}

const locusOf = ({ place, words, phrase }: Standing) => {
  const range = rangeOfPhrase(words, phrase);
  return range === null ? null : locusAt(place, range);
};

const rowAt = (path: string | undefined): Element | null =>
  path === undefined ? null : document.querySelector(`.row[data-path="${CSS.escape(path)}"]`);

const passagesIn = (row: Element | null | undefined): readonly Element[] =>
  [...(row?.querySelectorAll('.passage') ?? [])].filter(
    (passage) => passage.querySelector('[data-piece]') !== null,
  );

/** The passage of the next or last clause before that has words in the same edition. */
function neighbour({ element, edition }: PassagePlace, step: 'on' | 'back'): Element | null {
  const all = [
    ...document.querySelectorAll(`.row .passage[data-edition="${CSS.escape(edition)}"]`),
  ].filter((passage) => passage.querySelector('[data-piece]') !== null);
  return all[all.indexOf(element) + (step === 'on' ? 1 : -1)] ?? null;
}

function selectedIn(passage: Element, range: Range): TextRange | null {
  const text = passageText(passage);
  const start = offsetOf(text, range.startContainer, range.startOffset);
  const end = offsetOf(text, range.endContainer, range.endOffset);
  return start === null ? null : { start, end: end ?? start + 1 };
}

/** The page has one selection: the words beside it are drawn as a highlight, where there are such. */
function paintKept(kept: Standing | null): void {
  if (!('highlights' in CSS)) return;
  const range = kept === null ? null : rangeOfPhrase(kept.words, kept.phrase);
  const drawn =
    kept === null || range === null
      ? null
      : rangeOf(passageText(kept.place.element), range.start, range.end);
  if (drawn === null) CSS.highlights.delete('phrase-kept');
  else CSS.highlights.set('phrase-kept', new Highlight(drawn));
}

/** Selects the words in the page, and brings them into sight. */
function show(passage: Element, { start, end }: TextRange): void {
  const range = rangeOf(passageText(passage), start, end);
  if (range === null) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const selection = getSelection();
  selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  const seen = selection?.getRangeAt(0).getBoundingClientRect();
  if (seen === undefined) return;
  if (seen.top < edges.top || seen.bottom > innerHeight - edges.bottom)
    scrollBy({ top: seen.top - innerHeight / 3, behavior: 'instant' });
}
