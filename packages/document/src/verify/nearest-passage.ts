import { diffArrays } from 'diff';
import { lociOf, placeOf, type FoundPlace } from './find-passage.ts';
import type { PreparedVersion } from './prepare-version.ts';
import { quotedWords, type QuotedWord, type Tokens } from './word-tokens.ts';

/** Stretches that joined are the passage without `quoted`, and the quotation without `text`. */
export interface DifferenceRun {
  readonly kind: 'same' | 'text' | 'quoted';
  readonly text: string;
}

export interface Nearest {
  readonly place: FoundPlace;
  /** Words and marks in common, of all in both: 0 to 1. */
  readonly similarity: number;
  readonly runs: readonly DifferenceRun[];
}

/** Less than this in common is another sentence, not a misquoted one. */
export const leastSimilarity = 0.7;
const LEAST_SHARED = 4;
/** Words, hanzi and marks of a quotation that is compared with what is nearest. */
export const mostCompared = 800;
/** Of how many beginnings in the quotation a pair of words that stands often may be. */
const MOST_OF_A_PAIR = 8;
const CANDIDATES = 3;

interface Region {
  readonly from: number;
  readonly to: number;
}

/** Where many pairs of neighbouring words stand that neighbour in the quotation too. */
function regions({ ids, size }: Tokens, words: readonly QuotedWord[]): Region[] {
  const pairs = new Map<number, number[]>();
  for (const [n, { id }] of words.entries()) {
    const next = words[n + 1]?.id ?? -1;
    if (id < 0 || next < 0) continue;
    const pair = id * size + next;
    const at = pairs.get(pair);
    if (at === undefined) pairs.set(pair, [n]);
    else if (at.length < MOST_OF_A_PAIR) at.push(n);
  }
  const width = Math.max(8, words.length >> 2);
  const votes = new Int32Array(Math.ceil((ids.length + words.length) / width) + 2);
  const each = (use: (at: number, quoted: number) => void): void => {
    for (let at = 0; at + 1 < ids.length; at += 1)
      for (const quoted of pairs.get((ids[at] ?? 0) * size + (ids[at + 1] ?? 0)) ?? [])
        use(at, quoted);
  };
  const bucketOf = (at: number, quoted: number): number =>
    Math.floor((at - quoted + words.length) / width);
  each((at, quoted) => {
    const bucket = bucketOf(at, quoted);
    votes[bucket] = (votes[bucket] ?? 0) + 1;
  });
  // Words put in or left out move what follows: two neighbouring buckets are counted together.
  const sums = Array.from(votes, (own, n) => ({ n, votes: own + (votes[n + 1] ?? 0) }))
    .filter((sum) => sum.votes >= 2)
    .toSorted((left, right) => right.votes - left.votes || left.n - right.n)
    .slice(0, CANDIDATES);
  return sums.map(({ n }) => {
    let from = ids.length;
    let to = 0;
    each((at, quoted) => {
      const bucket = bucketOf(at, quoted);
      if (bucket !== n && bucket !== n + 1) return;
      from = Math.min(from, at - quoted);
      to = Math.max(to, at + words.length - quoted);
    });
    return { from: Math.max(0, from), to: Math.min(ids.length, to) };
  });
}

interface Step {
  readonly kind: DifferenceRun['kind'];
  readonly count: number;
}

/** What stands in the text alone before the first common word and after the last belongs to others. */
function trimmed(steps: readonly Step[]): { steps: Step[]; before: number } {
  const own = [...steps];
  let before = 0;
  if (own[0]?.kind === 'text' && own[1]?.kind === 'same') before = own.shift()?.count ?? 0;
  if (own.at(-1)?.kind === 'text' && own.at(-2)?.kind === 'same') own.pop();
  return { steps: own, before };
}

function compare(
  version: PreparedVersion,
  quotation: string,
  words: readonly QuotedWord[],
  { from, to }: Region,
): Nearest | null {
  const { ids, starts, ends } = version.tokens();
  const changes = diffArrays(
    Array.from(ids.subarray(from, to)),
    words.map(({ id }) => id),
    { maxEditLength: Math.ceil(words.length * 1.4) + 16 },
  );
  if (changes === undefined) return null;
  const { steps, before } = trimmed(
    changes.map(({ added, removed, count }) => ({
      kind: added ? 'quoted' : removed ? 'text' : 'same',
      count,
    })),
  );
  const count = (kind: Step['kind']): number =>
    steps.reduce((sum, step) => sum + (step.kind === kind ? step.count : 0), 0);
  const same = count('same');
  const similarity = (2 * same) / (2 * same + count('text') + count('quoted'));
  if (same < LEAST_SHARED || similarity < leastSimilarity) return null;
  const first = from + before;
  let at = first;
  const last = first + same + count('text');
  let quoted = 0;
  const runs = steps.map(({ kind, count: size }): DifferenceRun => {
    const begin = kind === 'quoted' ? (words[quoted]?.start ?? 0) : (starts[at] ?? 0);
    if (kind !== 'quoted') at += size;
    if (kind !== 'text') quoted += size;
    const text =
      kind === 'quoted'
        ? quotation.slice(begin, words[quoted]?.start ?? words[quoted - 1]?.end)
        : version.source.slice(begin, at === last ? ends[at - 1] : starts[at]);
    return { kind, text };
  });
  const place = placeOf(lociOf(version, starts[first] ?? 0, ends[at - 1] ?? 0));
  return { place, similarity, runs };
}

/** What the quotation may have been meant to be; null where nothing is like it. */
export function nearestPassage(version: PreparedVersion, quotation: string): Nearest | null {
  const tokens = version.tokens();
  const words = quotedWords(quotation, tokens, version.foldCharacter, mostCompared);
  if (words === null || words.length < LEAST_SHARED) return null;
  const near = regions(tokens, words)
    .map((region) => compare(version, quotation, words, region))
    .filter((each) => each !== null);
  return near.toSorted((left, right) => right.similarity - left.similarity)[0] ?? null;
}
