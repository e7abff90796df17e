import type { ImportProposal, Piece } from '../../src/import/index.ts';

/** Code points of the raw text, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One row: segments of the first language and of the second, none where it is lost. */
export interface Row {
  readonly sides: readonly [readonly Stretch[], readonly Stretch[]];
}

export interface Case {
  readonly name: string;
  readonly raw: string;
  /** Where there are several files: what `raw` joins by a line feed. */
  readonly sources?: readonly string[];
  /** Primary tags of the two languages, in the order of the rows' sides. */
  readonly langs: readonly [string, string];
  readonly rows: readonly Row[];
  /** F1 that is promised, of boundaries and of pairs. */
  readonly wanted: number;
}

export interface Figure {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  readonly f1: number;
}

export interface Score {
  readonly boundaries: Figure;
  readonly segments: Figure;
  readonly pairs: Figure;
  readonly errors: readonly string[];
}

/** Code points before each line of the raw text, and the lines themselves, for places of pieces. */
class Places {
  readonly #lines: readonly string[];
  readonly #starts: number[] = [0];

  constructor(raw: string) {
    this.#lines = raw.split('\n');
    for (const line of this.#lines)
      this.#starts.push((this.#starts.at(-1) ?? 0) + [...line].length + 1);
  }

  /** A code point of a block's text, in the raw text. */
  at(text: string, line: number, offset: number): number {
    const before = [...text].slice(0, offset).join('');
    const lines = before.split('\n');
    const index = line - 1 + lines.length - 1;
    const words = text.split('\n')[lines.length - 1] ?? '';
    const raw = this.#lines[index] ?? '';
    const indent = [...raw.slice(0, raw.indexOf(words))].length;
    return (this.#starts[index] ?? 0) + indent + [...(lines.at(-1) ?? '')].length;
  }
}

function rowsOf(proposal: ImportProposal, { raw, sources = [raw], langs }: Case): readonly Row[] {
  const places = new Places(raw);
  const stretches = new Map<number, Stretch>();
  const place = ({ source, block }: Piece, offset: number): number => {
    const found = proposal.sources[source]?.blocks[block];
    if (found === undefined) throw new Error('no such block');
    const above = sources.slice(0, source).flatMap((text) => text.split('\n')).length;
    return places.at(found.text, found.line + above, offset);
  };
  for (const { units } of proposal.sides) {
    for (const { id, pieces } of units) {
      const [first] = pieces;
      const last = pieces.at(-1);
      if (first === undefined || last === undefined) continue;
      stretches.set(id, { start: place(first, first.start), end: place(last, last.end) });
    }
  }
  const isTurned = proposal.sides[0]?.lang.startsWith(langs[0]) === false;
  return proposal.pairs.map(({ left, right }): Row => {
    const [one, other] = [left, right].map((ids) => ids.flatMap((id) => stretches.get(id) ?? []));
    return { sides: isTurned ? [other ?? [], one ?? []] : [one ?? [], other ?? []] };
  });
}

function figure(wanted: ReadonlySet<string>, found: ReadonlySet<string>): Figure {
  const right = [...found].filter((each) => wanted.has(each)).length;
  const f1 = (2 * right) / (wanted.size + found.size);
  return { wanted: wanted.size, found: found.size, right, f1: Math.round(f1 * 1000) / 10 };
}

const segmentKey = ({ start, end }: Stretch): string => `${String(start)}-${String(end)}`;
const pairKey = ({ sides }: Row): string =>
  sides.map((side) => side.map(segmentKey).join('+')).join(' | ');
const segmentsOf = (rows: readonly Row[]): readonly Stretch[] =>
  rows.flatMap(({ sides }) => sides.flat());
const boundariesOf = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(
    segmentsOf(rows).flatMap(({ start, end }) => [`from ${String(start)}`, `to ${String(end)}`]),
  );

/** F1 of boundaries, of whole segments and of pairs, one-sided ones included, with every error. */
export function scoreOf(proposal: ImportProposal, expected: Case): Score {
  const characters = [...expected.raw];
  const words = ({ start, end }: Stretch): string => {
    const text = characters.slice(start, end).join('').replaceAll(/\s+/gu, ' ');
    return text.length > 60 ? `${text.slice(0, 40)} … ${text.slice(-12)}` : text;
  };
  const show = ({ sides }: Row): string =>
    sides.map((side) => side.map(words).join(' + ') || '(nothing)').join('  ⇄  ');
  const found = rowsOf(proposal, expected);
  const wantedPairs = new Map(expected.rows.map((row) => [pairKey(row), row]));
  const foundPairs = new Map(found.map((row) => [pairKey(row), row]));
  const wantedSegments = new Map(segmentsOf(expected.rows).map((each) => [segmentKey(each), each]));
  const foundSegments = new Map(segmentsOf(found).map((each) => [segmentKey(each), each]));
  const missing = <T>(from: ReadonlyMap<string, T>, to: ReadonlyMap<string, T>): readonly T[] =>
    [...from].flatMap(([key, value]) => (to.has(key) ? [] : [value]));
  return {
    boundaries: figure(boundariesOf(expected.rows), boundariesOf(found)),
    segments: figure(new Set(wantedSegments.keys()), new Set(foundSegments.keys())),
    pairs: figure(new Set(wantedPairs.keys()), new Set(foundPairs.keys())),
    errors: [
      ...missing(wantedSegments, foundSegments).map((each) => `segment missed: ${words(each)}`),
      ...missing(foundSegments, wantedSegments).map((each) => `segment too many: ${words(each)}`),
      ...missing(wantedPairs, foundPairs).map((row) => `pair missed: ${show(row)}`),
      ...missing(foundPairs, wantedPairs).map((row) => `pair too many: ${show(row)}`),
    ],
  };
}
