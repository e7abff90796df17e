import type { ApparatusView } from '@glossator/contract';
import { toUtf16 } from '@glossator/document';

/** A stretch of one segment's text that is marked in one way. */
export interface Piece {
  readonly text: string;
  /** Doubtful readings that cover it. */
  readonly doubts: readonly ApparatusView[];
  /** Entries whose sigil stands right after it; gaps and supplied readings among them. */
  readonly after: readonly ApparatusView[];
  readonly isLabel: boolean;
}

export interface MarkOptions {
  readonly uid: string;
  readonly apparatus: readonly ApparatusView[];
  /** Code points of an opening label, 0 for none. */
  readonly label: number;
}

interface Mark {
  readonly entry: ApparatusView;
  readonly start: number;
  readonly end: number;
}

function marksOf(uid: string, apparatus: readonly ApparatusView[]): readonly Mark[] {
  return apparatus.flatMap((entry) =>
    entry.loci.flatMap(({ uid: at, start, end }) =>
      at === uid && start !== null && end !== null ? [{ entry, start, end }] : [],
    ),
  );
}

/** Cuts a text at every edge of a mark. Offsets are code points; an edge outside it is ignored. */
export function markText(text: string, { uid, apparatus, label }: MarkOptions): readonly Piece[] {
  const marks = marksOf(uid, apparatus);
  const edges = new Map<number, number>();
  for (const offset of [label, ...marks.flatMap(({ start, end }) => [start, end])]) {
    const index = toUtf16(text, offset);
    if (index.ok) edges.set(offset, index.value);
  }
  const cuts = [...edges].sort(([left], [right]) => left - right);
  const pieces: Piece[] = [];
  let from = { offset: 0, index: 0 };
  const take = (offset: number, index: number): void => {
    pieces.push({
      text: text.slice(from.index, index),
      doubts: marks
        .filter(({ start, end }) => start <= from.offset && end >= offset && start < end)
        .map(({ entry }) => entry),
      after: marks.filter(({ end }) => end === offset).map(({ entry }) => entry),
      isLabel: offset <= label,
    });
    from = { offset, index };
  };
  for (const [offset, index] of cuts) take(offset, index);
  if (from.index < text.length) take(Infinity, text.length);
  return pieces.filter(({ text: words, after }) => words !== '' || after.length > 0);
}

/** Code points of the label that opens a paragraph, such as `合作：`. */
export function labelLength(text: string, role: string): number {
  if (role === 'run-in-heading') return [...text].length;
  if (role !== 'run-in-label') return 0;
  return [...(/^[^：:]{1,40}[：:]/u.exec(text)?.[0] ?? '')].length;
}
