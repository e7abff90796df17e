import { segmentSentences } from '../src/index.ts';
import { cellsOf, textOfCells, type Cell } from './cells.ts';
import type { Block, EditionDeclaration } from './declarations.ts';
import type { Change } from './operations.ts';
import { locate, textOf, type Stretch, type Witness } from './witness.ts';

export interface Placed {
  readonly path: string;
  readonly kind: 'heading' | 'sentence';
  readonly cells: readonly Cell[];
}

export interface Blocks {
  readonly placed: readonly Placed[];
  /** Heading marks, set aside as structure. */
  readonly marks: readonly Stretch[];
  readonly joins: readonly Change[];
  readonly splits: readonly Change[];
}

const MARK = /^#{1,6} /;

function withoutMark(witness: Witness, stretch: Stretch): { body: Stretch; mark: Stretch | null } {
  const mark = MARK.exec(textOf(witness, stretch))?.[0] ?? '';
  const start = stretch.start + mark.length;
  return {
    body: { ...stretch, start },
    mark: mark === '' ? null : { ...stretch, end: start },
  };
}

function joined(
  witness: Witness,
  block: Block,
  joiner: string,
): { cells: readonly Cell[]; joins: readonly Change[] } {
  const cells: Cell[] = [];
  const joins: Change[] = [];
  for (const place of block.places) {
    const stretch = locate(witness, place);
    if (cells.length > 0) {
      for (const char of joiner) cells.push({ char, at: null, line: stretch.line });
      const { line, start } = stretch;
      joins.push({ path: block.path, line, at: start, before: '', after: joiner });
    }
    cells.push(...cellsOf(witness, stretch));
  }
  return { cells, joins };
}

function sentences(block: Block, cells: readonly Cell[], lang: string): readonly Placed[] {
  const first = block.first ?? 1;
  return segmentSentences(textOfCells(cells), lang).map(({ start, end }, i) => ({
    path: `${block.path}.${String(first + i)}`,
    kind: 'sentence',
    cells: cells.slice(start, end),
  }));
}

/** Two paragraphs run together in the copy: one begins in its line where another ends. */
function splitsOf(witness: Witness, blocks: readonly Block[]): readonly Change[] {
  const pieces = blocks.flatMap(({ path, places }) =>
    places.map((place) => ({ path, ...locate(witness, place) })),
  );
  const ends = new Set(pieces.map(({ end }) => end));
  return pieces
    .filter(({ start }) => ends.has(start))
    .map(({ path, line, start }) => ({ path, line, at: start, before: '', after: '\n' }));
}

export function readBlocks(witness: Witness, declared: EditionDeclaration): Blocks {
  const placed: Placed[] = [];
  const marks: Stretch[] = [];
  const joins: Change[] = [];
  for (const block of declared.headings) {
    for (const place of block.places) {
      const { body, mark } = withoutMark(witness, locate(witness, place));
      if (mark !== null) marks.push(mark);
      placed.push({ path: block.path, kind: 'heading', cells: cellsOf(witness, body) });
    }
  }
  for (const block of declared.paragraphs) {
    const whole = joined(witness, block, declared.joiner);
    joins.push(...whole.joins);
    placed.push(...sentences(block, whole.cells, declared.edition.lang));
  }
  return { placed, marks, joins, splits: splitsOf(witness, declared.paragraphs) };
}
