import type { Structure } from './structure.ts';

/*
 * Two languages of which one has lost a level, or prints none: their levels have to be the same
 * before their headings can be told to be.
 */

interface Level {
  readonly division: string | null;
  readonly count: number;
}

function levelsOf({ outline, blocks }: Structure): readonly Level[] {
  return Array.from({ length: outline.depth }, (_, i) => ({
    division: outline.divisions.get(i + 1) ?? null,
    count: blocks.filter(({ depth }) => depth === i + 1).length,
  }));
}

function likeness(one: Level, other: Level): number {
  const counts = Math.min(one.count, other.count) / Math.max(1, one.count, other.count);
  if (one.division !== other.division) return counts - 1;
  return counts + (one.division === null ? 1 : 3);
}

/** For each of the fewer levels the one of the more that it is, in order, as like as can be. */
function placesIn(
  fewer: readonly Level[],
  more: readonly Level[],
  from = 0,
): { readonly places: readonly number[]; readonly score: number } {
  const [first, ...others] = fewer;
  if (first === undefined) return { places: [], score: 0 };
  let best: { places: readonly number[]; score: number } = { places: [], score: -Infinity };
  for (let at = from; at < more.length - others.length; at += 1) {
    const there = more[at];
    if (there === undefined) continue;
    const rest = placesIn(others, more, at + 1);
    const score = likeness(first, there) + rest.score;
    if (score > best.score) best = { places: [at, ...rest.places], score };
  }
  return best;
}

function moved(structure: Structure, places: readonly number[], depth: number): Structure {
  const to = (from: number): number => (places[from - 1] ?? from - 1) + 1;
  const { outline, blocks } = structure;
  return {
    outline: {
      depth,
      depths: new Map([...outline.depths].map(([series, from]) => [series, to(from)])),
      divisions: new Map([...outline.divisions].map(([from, division]) => [to(from), division])),
    },
    blocks: blocks.map((block) =>
      block.depth === null || block.depth === 0 ? block : { ...block, depth: to(block.depth) },
    ),
  };
}

/** The side with fewer levels, its levels put where they belong among those of the other. */
export function reconcileLevels(structures: readonly Structure[]): readonly Structure[] {
  const [one, other] = structures;
  if (one === undefined || other === undefined) return structures;
  const [left, right] = [levelsOf(one), levelsOf(other)];
  if (left.length === right.length || left.length === 0 || right.length === 0) return structures;
  const depth = Math.max(left.length, right.length);
  return left.length < right.length
    ? [moved(one, placesIn(left, right).places, depth), other]
    : [one, moved(other, placesIn(right, left).places, depth)];
}
