import { codePointLength } from '../offsets.ts';
import { firstOf, isUnspaced, lastOf } from './characters.ts';
import type { UnitNote } from './proposal.ts';
import type { Piece, Source, SourceBlock } from './source.ts';

/** A stretch of a block (UTF-16, inside this folder only) and where it begins in the passage. */
interface Stretch {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** Words that belong together, wherever they stand in their source. */
export interface Passage {
  readonly source: number;
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly kind: SourceBlock['kind'];
  readonly level: number | null;
  /** A marker that the format keeps apart. */
  readonly marker: string;
  readonly row: number | null;
  readonly column: number | null;
  readonly linked: number;
  /** Furniture stood right before it. */
  readonly interrupted: boolean;
  readonly notes: readonly UnitNote[];
}

/** What stands between two stretches that belong together; `between` is what the source has there. */
export function jointOf(before: string, after: string, between: string | null): '' | ' ' {
  if (between !== null && /\u00ad/u.test(between)) return '';
  if (between !== null && between.includes('\n') && /\p{L}-$/u.test(before)) return '';
  return isUnspaced(lastOf(before)) || isUnspaced(firstOf(after)) ? '' : ' ';
}

function compose(
  words: (block: number) => string,
  places: readonly Omit<Stretch, 'at'>[],
): { text: string; stretches: Stretch[] } {
  let text = '';
  const stretches: Stretch[] = [];
  let last: Stretch | undefined;
  for (const place of places) {
    const piece = words(place.block).slice(place.start, place.end);
    if (last !== undefined) {
      const between =
        last.block === place.block ? words(place.block).slice(last.end, place.start) : null;
      text += jointOf(text, piece, between);
    }
    last = { ...place, at: text.length };
    stretches.push(last);
    text += piece;
  }
  return { text, stretches };
}

// Line feeds with the spaces around them, and hyphens that show only where a line breaks there.
const CUT = /\u00ad+\s*|[^\S\n]*\n\s*/gu;

/** One block as a passage; null where it says nothing. */
export function passageOfBlock(source: number, block: number, from: SourceBlock): Passage | null {
  const places: Omit<Stretch, 'at'>[] = [];
  const add = (start: number, end: number): void => {
    const words = from.text.slice(start, end);
    const left = start + words.length - words.trimStart().length;
    const right = start + words.trimEnd().length;
    if (right > left) places.push({ block, start: left, end: right });
  };
  let at = 0;
  for (const cut of from.text.matchAll(CUT)) {
    add(at, cut.index);
    at = cut.index + cut[0].length;
  }
  add(at, from.text.length);
  if (places.length === 0) return null;
  return {
    source,
    ...compose(() => from.text, places),
    kind: from.kind,
    level: from.level,
    marker: from.marker?.trim() ?? '',
    row: from.row ?? null,
    column: from.column ?? null,
    linked: from.linked ?? 0,
    interrupted: false,
    notes: [],
  };
}

/** Part of a passage, spaces at its edges left out; null where nothing is left. */
export function slicePassage(passage: Passage, from: number, to: number): Passage | null {
  const words = passage.text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = from + words.trimEnd().length;
  if (end <= start) return null;
  const stretches = passage.stretches.flatMap((stretch) => {
    const length = stretch.end - stretch.start;
    const left = Math.max(0, start - stretch.at);
    const right = Math.min(length, end - stretch.at);
    if (right <= left) return [];
    const { block } = stretch;
    const at = Math.max(0, stretch.at - start);
    return [{ block, start: stretch.start + left, end: stretch.start + right, at }];
  });
  return { ...passage, text: passage.text.slice(start, end), stretches };
}

/** Two passages as one, joined as lines are. */
export function joinPassages(before: Passage, after: Passage, note: UnitNote | null): Passage {
  const joint = jointOf(before.text, after.text, null);
  const shift = before.text.length + joint.length;
  return {
    ...before,
    text: before.text + joint + after.text,
    stretches: [
      ...before.stretches,
      ...after.stretches.map((stretch) => ({ ...stretch, at: stretch.at + shift })),
    ],
    notes:
      note === null ? [...before.notes, ...after.notes] : [...before.notes, ...after.notes, note],
  };
}

/** Where a passage stands, in code points of its blocks. */
export function piecesOf(passage: Passage, sources: readonly Source[]): readonly Piece[] {
  const { source } = passage;
  return passage.stretches.map(({ block, start, end }) => {
    const words = sources[source]?.blocks[block]?.text ?? '';
    const from = codePointLength(words.slice(0, start));
    return { source, block, start: from, end: from + codePointLength(words.slice(start, end)) };
  });
}
