import { codePointLength } from '@glossator/document';
import type {
  Furniture,
  FurnitureReason,
  ImportProposal,
  Piece,
  Source,
} from '@glossator/document/import';
import type { Aside, ReadBlock } from './read-block.ts';

const reasons: Readonly<Record<Aside, FurnitureReason>> = {
  navigation: 'navigation',
  'page-head': 'surroundings',
  'page-foot': 'surroundings',
  aside: 'surroundings',
  form: 'surroundings',
  hidden: 'surroundings',
  note: 'surroundings',
};

export interface ReadSource extends Omit<Source, 'blocks'> {
  readonly blocks: readonly ReadBlock[];
}

const inText = ({ aside }: ReadBlock): boolean => aside === null;

/** What a file itself says is no part of its text is not proposed from. */
export const textOf = (source: ReadSource): Source => ({
  ...source,
  blocks: source.blocks.filter(inText),
});

const order = ({ pieces: [first] }: Furniture): number =>
  first === undefined ? 0 : first.source * 1e9 + first.block;

/** The proposal with that back in it, as furniture at its place, for a person to look at. */
export function withAsides(
  proposal: ImportProposal,
  sources: readonly ReadSource[],
): ImportProposal {
  const places = sources.map(({ blocks }) =>
    blocks.flatMap((block, at) => (inText(block) ? [at] : [])),
  );
  const atPlace = <T extends { readonly pieces: readonly Piece[] }>(it: T): T => ({
    ...it,
    pieces: it.pieces.map((piece) => ({
      ...piece,
      block: places[piece.source]?.[piece.block] ?? piece.block,
    })),
  });
  let { nextId } = proposal;
  const asides = sources.flatMap(({ blocks }, source) =>
    blocks.flatMap(({ aside, text }, block): Furniture[] => {
      if (aside === null) return [];
      const pieces = [{ source, block, start: 0, end: codePointLength(text) }];
      const id = nextId;
      nextId += 1;
      return [{ id, reason: reasons[aside], sure: false, byPerson: false, text, pieces }];
    }),
  );
  return {
    ...proposal,
    nextId,
    sources: sources.map(({ blocks, ...source }) => ({
      ...source,
      blocks: blocks.map(({ aside: _, ...block }) => block),
    })),
    sides: proposal.sides.map((side) => ({ ...side, units: side.units.map(atPlace) })),
    furniture: [...proposal.furniture.map(atPlace), ...asides].toSorted(
      (left, right) => order(left) - order(right),
    ),
  };
}
