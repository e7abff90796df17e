import { codePointLength } from '../offsets.ts';
import { formatRange } from '../range.ts';
import { keyOccurrences } from './key-occurrences.ts';
import { nameVariants, variants, type Variant } from './name-variants.ts';
import { segmentAt, type PreparedVersion } from './prepare-version.ts';
import { keyOf, type Keyed } from './verify-key.ts';

/** Words of one segment where they stand: code points of its reading text. */
export interface FoundLocus {
  readonly uid: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** One place at which a quotation stands. */
export interface FoundPlace {
  /** From the first segment it touches to the last. */
  readonly address: string;
  /** One a segment and piece, in document order. */
  readonly loci: readonly FoundLocus[];
}

export interface Found {
  /** In document order; the first hundred. */
  readonly places: readonly FoundPlace[];
  /** How many there are, up to a thousand. */
  readonly total: number;
  readonly variants: readonly Variant[];
  /** Begins or ends inside a word. */
  readonly cutsWord: boolean;
}

const MOST_PLACES = 100;
const MOST_COUNTED = 1_000;

interface Stretch {
  readonly keyStart: number;
  readonly start: number;
  readonly end: number;
}

const letter = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
const isLetter = (character: string | undefined): boolean => letter.test(character ?? '');

function cuts(source: string, { start, end }: Stretch): boolean {
  return (
    (isLetter(source[start]) && isLetter(source[start - 1])) ||
    (isLetter(source[end - 1]) && isLetter(source[end]))
  );
}

export function lociOf(version: PreparedVersion, start: number, end: number): FoundLocus[] {
  const loci: FoundLocus[] = [];
  for (let n = segmentAt(version, start); n < version.segments.length; n += 1) {
    const segment = version.segments[n];
    const offset = version.starts[n] ?? 0;
    if (segment === undefined || offset >= end) break;
    const from = Math.max(0, start - offset);
    const to = Math.min(segment.text.length, end - offset);
    if (from >= to) continue;
    const exact = segment.text.slice(from, to);
    const at = codePointLength(segment.text.slice(0, from));
    const { uid, path } = segment;
    loci.push({ uid, path, start: at, end: at + codePointLength(exact), exact });
  }
  return loci;
}

export function placeOf(loci: readonly FoundLocus[]): FoundPlace {
  const from = loci[0]?.path ?? '';
  const to = loci.at(-1)?.path ?? from;
  return { address: formatRange({ from, to }), loci };
}

function stretches({ keyed, source }: PreparedVersion, key: string): Stretch[] {
  return keyOccurrences(keyed.key, key, MOST_COUNTED).map((keyStart) => {
    const start = keyed.from[keyStart] ?? 0;
    const last = keyed.from[keyStart + key.length - 1] ?? 0;
    return { keyStart, start, end: last + ((source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) };
  });
}

interface Piece {
  readonly text: string;
  readonly keyed: Keyed;
  readonly at: readonly Stretch[];
}

/** Every piece after the one before it, each chain as short as can be. */
function chains([first, ...rest]: readonly Piece[]): Stretch[][] {
  const byEnd = new Map<number, Stretch[]>();
  // Beginnings ascend, so what follows them does: none is looked at twice.
  const cursors = rest.map(() => 0);
  for (const begin of first?.at ?? []) {
    const chain = [begin];
    let end = begin.end;
    for (const [n, { at }] of rest.entries()) {
      let cursor = cursors[n] ?? 0;
      while ((at[cursor]?.start ?? Infinity) < end) cursor += 1;
      cursors[n] = cursor;
      const next = at[cursor];
      if (next === undefined) return [...byEnd.values()];
      chain.push(next);
      end = next.end;
    }
    // A later beginning with the same end is the shorter chain.
    byEnd.set(end, chain);
  }
  return [...byEnd.values()];
}

/** What becomes of pieces in one version: all in order, all but not in this order, or not all. */
export type Sought =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'out-of-order' }
  | { readonly kind: 'absent' };

/** So many characters are looked at to tell the places of a quotation apart. */
const MOST_COMPARED = 2_000_000;

interface Weighed {
  readonly chain: readonly Stretch[];
  readonly variants: readonly Variant[];
  readonly cutsWord: boolean;
}

function weigh(
  { source, keyed }: PreparedVersion,
  pieces: readonly Piece[],
  chain: readonly Stretch[],
): Weighed {
  const named = pieces.flatMap((piece, n) =>
    nameVariants(
      { text: source, keyed, at: chain[n]?.keyStart ?? 0 },
      { ...piece, at: 0 },
      piece.keyed.key.length,
    ),
  );
  return {
    chain,
    variants: variants.filter((variant) => named.includes(variant)),
    cutsWord: chain.some((each) => cuts(source, each)),
  };
}

// Letter by letter before variants, then whole words: “network” is not sought in “networks”.
const rankOf = ({ variants: named, cutsWord }: Weighed): number =>
  (named.length > 0 ? 2 : 0) + (cutsWord ? 1 : 0);

/** `texts` in this order, with anything between. */
export function findPieces(version: PreparedVersion, texts: readonly string[]): Sought {
  const pieces: Piece[] = [];
  for (const text of texts) {
    const keyed = keyOf(text, version.foldCharacter);
    const at = stretches(version, keyed.key);
    if (at.length === 0) return { kind: 'absent' };
    pieces.push({ text, keyed, at });
  }
  const size = pieces.reduce((sum, { keyed }) => sum + keyed.key.length, 0);
  const weighed = chains(pieces)
    .slice(0, Math.max(MOST_PLACES, Math.floor(MOST_COMPARED / size)))
    .map((chain) => weigh(version, pieces, chain));
  if (weighed.length === 0) return { kind: 'out-of-order' };
  const rank = Math.min(...weighed.map(rankOf));
  const kept = weighed.filter((each) => rankOf(each) === rank);
  const [first = null] = kept.toSorted((one, two) => one.variants.length - two.variants.length);
  return {
    kind: 'found',
    found: {
      places: kept
        .slice(0, MOST_PLACES)
        .map(({ chain }) =>
          placeOf(chain.flatMap(({ start, end }) => lociOf(version, start, end))),
        ),
      total: kept.length,
      variants: first?.variants ?? [],
      cutsWord: first?.cutsWord ?? false,
    },
  };
}
