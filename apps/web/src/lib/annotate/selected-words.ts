import { limits, type RangeLocus } from '@glossator/contract';
import { codePointLength, describeRange } from '@glossator/document';
import { snap, type Stretch } from './snap.ts';

export interface SelectedWords {
  /** The clause, or the range from the first to the last of them. */
  readonly address: string;
  /** `edition:version`. */
  readonly edition: string;
  readonly words: string;
  readonly loci: readonly RangeLocus[];
}
/** Why nothing can be written on a selection: two languages, or more than a quotation may hold. */
export type Unusable = 'languages' | 'long';

/**
 * The words a person has marked, without the sigils between them, where they stand; null where the
 * selection is empty or lies outside the text.
 */
export function selectedWords(selection: Selection | null): SelectedWords | Unusable | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const marked = [...document.querySelectorAll<HTMLElement>('.row .passage')].flatMap((passage) =>
    range.intersectsNode(passage) ? (markedIn(passage, range) ?? []) : [],
  );
  // Between two clauses of one language the page has the other language of the second.
  const editionAt = (node: Node): string | undefined =>
    marked.find(({ passage }) => passage.contains(node))?.edition;
  const edition = editionAt(range.startContainer) ?? marked[0]?.edition;
  if ((editionAt(range.endContainer) ?? edition) !== edition) return 'languages';
  const loci = marked.filter((each) => each.edition === edition).map(({ locus }) => locus);
  const [first] = loci;
  const last = loci.at(-1);
  if (edition === undefined || first === undefined || last === undefined) return null;
  const length = loci.reduce((sum, { exact }) => sum + codePointLength(exact), 0);
  if (length > limits.quotationLength || loci.length > limits.lociOfRange) return 'long';
  return {
    address: first === last ? first.at : `${first.at}-${last.at}`,
    edition,
    words: loci.map(({ exact }) => exact).join('\n'),
    loci,
  };
}

interface Marked {
  readonly passage: HTMLElement;
  readonly edition: string;
  readonly locus: RangeLocus;
}

function markedIn(passage: HTMLElement, range: Range): Marked | null {
  const at = passage.closest<HTMLElement>('.row')?.dataset['path'];
  const edition = passage.dataset['edition'];
  const [id, version] = edition?.split(':') ?? [];
  if (at === undefined || edition === undefined || id === undefined || version === undefined)
    return null;
  const text = [...passage.querySelectorAll('[data-piece]')]
    .map((each) => each.textContent)
    .join('');
  const stretch = snap(text, stretchIn(passage, range));
  const selector = stretch === null ? null : describeRange(text, stretch, limits.contextLength);
  return selector?.ok === true
    ? { passage, edition, locus: { edition: id, version, at, ...selector.value } }
    : null;
}

/** What of a passage is selected, counted along its pieces. */
function stretchIn(passage: HTMLElement, range: Range): Stretch {
  let before = 0;
  let found: Stretch = { start: 0, end: 0 };
  for (const piece of passage.querySelectorAll('[data-piece]')) {
    const part = document.createRange();
    part.selectNodeContents(piece);
    const length = codePointLength(part.toString());
    if (range.intersectsNode(piece)) {
      const lead = lengthUpTo(part, range.startContainer, range.startOffset) ?? 0;
      const upTo = lengthUpTo(part, range.endContainer, range.endOffset) ?? length;
      if (lead < upTo)
        found = {
          start: found.end === 0 ? before + lead : found.start,
          end: before + upTo,
        };
    }
    before += length;
  }
  return found;
}

/** Code points of a stretch of the page before a place in it; null where the place lies outside. */
function lengthUpTo(stretch: Range, node: Node, offset: number): number | null {
  if (!stretch.isPointInRange(node, offset)) return null;
  const part = stretch.cloneRange();
  part.setEnd(node, offset);
  return codePointLength(part.toString().toWellFormed());
}
