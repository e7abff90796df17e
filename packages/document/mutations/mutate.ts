import type { Random } from './random.ts';
import {
  isWord,
  textOf,
  tokensIn,
  trace,
  untraced,
  type Traced,
  type TracedSegment,
} from './traced.ts';

/** Segments of one edition in document order. */
export type PlainText = readonly { readonly uid: string; readonly text: string }[];

export interface Mutated {
  /** The segment that was changed. */
  readonly uid: string;
  readonly after: PlainText;
  /** What stands where it stood, letter by letter, in document order. */
  readonly made: readonly TracedSegment[];
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/** How one segment of a text is changed; null where it cannot be. */
export type Mutation = (text: PlainText, at: number, random: Random) => Mutated | null;

const plain = ({ uid, chars }: TracedSegment): PlainText[number] => ({ uid, text: textOf(chars) });

function replace(
  text: PlainText,
  at: number,
  put: readonly TracedSegment[],
  successors: readonly (readonly [string, readonly string[]])[] = [],
  count = 1,
): Mutated | null {
  const uid = text[at]?.uid;
  if (uid === undefined) return null;
  const after = text.toSpliced(at, count, ...put.map(plain));
  return { uid, after, made: put, successors: new Map(successors) };
}

function inPlace(
  text: PlainText,
  at: number,
  change: (chars: readonly Traced[]) => readonly Traced[],
): Mutated | null {
  const segment = text[at];
  if (segment === undefined) return null;
  const chars = change(trace(segment.uid, segment.text));
  if (chars.length === 0 || textOf(chars) === segment.text) return null;
  return replace(text, at, [{ uid: segment.uid, chars }]);
}

const lettersOf = (text: PlainText): readonly string[] =>
  [...text.map((segment) => segment.text).join('')].filter((char) => /\p{L}/u.test(char));

/** One to three slips of the hand: a letter left out, doubled, changed, or two of them exchanged. */
export const typos: Mutation = (text, at, random) => {
  const letters = lettersOf(text);
  return inPlace(text, at, (chars) => {
    const made = [...chars];
    for (let n = 1 + random.whole(3); n > 0; n -= 1) {
      const place = random.whole(made.length);
      const here = made[place];
      const next = made[place + 1];
      if (here === undefined) continue;
      const slip = random.whole(4);
      if (slip === 0) made.splice(place, 1);
      else if (slip === 1) made.splice(place, 0, { ...here, origin: null });
      else if (slip === 2) made.splice(place, 1, { char: random.pick(letters), origin: null });
      else if (next !== undefined) made.splice(place, 2, next, here);
    }
    return made;
  });
};

function changeWords(share: (words: number) => number): Mutation {
  return (text, at, random) => {
    const others = tokensIn(untraced(random.pick(text).text)).filter(isWord);
    if (others.length === 0) return null;
    return inPlace(text, at, (chars) => {
      const tokens = tokensIn(chars).map((token) => [...token]);
      const words = [...tokens.keys()].filter((n) => isWord(tokens[n] ?? []));
      if (words.length < 2) return chars;
      for (let n = share(words.length); n > 0; n -= 1) {
        const one = random.pick(words);
        if (random.chance(0.5)) {
          tokens[one] = [...random.pick(others)];
          continue;
        }
        const other = words[(words.indexOf(one) + 1) % words.length] ?? one;
        [tokens[one], tokens[other]] = [tokens[other] ?? [], tokens[one] ?? []];
      }
      return tokens.flat();
    });
  };
}

/** One or two words exchanged for others, or for their neighbours. */
export const words = changeWords(() => 2);
/** A fifth of all words. */
export const reworded = changeWords((count) => Math.max(2, Math.round(count / 5)));

const CLAUSE_END = /[,;:，；：、]/u;

/** Ends of clauses inside a sentence, never its own end. */
const clauseEnds = (chars: readonly Traced[]): readonly number[] =>
  chars.flatMap(({ char }, n) =>
    CLAUSE_END.test(char) && n > 2 && n < chars.length - 4 ? [n + 1] : [],
  );

const trimmed = (chars: readonly Traced[]): readonly Traced[] => {
  const from = chars.findIndex(({ char }) => char.trim() !== '');
  return from === -1 ? [] : chars.slice(from);
};

/** A sentence becomes two, as declared: the first keeps its identity, or neither does. */
export const split: Mutation = (text, at, random) => {
  const segment = text[at];
  if (segment === undefined) return null;
  const chars = trace(segment.uid, segment.text);
  const ends = clauseEnds(chars);
  if (ends.length === 0) return null;
  const end = random.pick(ends);
  const keeps = random.chance(0.5);
  const first = { uid: keeps ? segment.uid : `${segment.uid}-a`, chars: chars.slice(0, end) };
  const second = { uid: `${segment.uid}-b`, chars: trimmed(chars.slice(end)) };
  return replace(text, at, [first, second], [[segment.uid, [first.uid, second.uid]]]);
};

/** Two sentences become one, as declared: the first keeps its identity, or neither does. */
export const merged: Mutation = (text, at, random) => {
  const [segment, next] = [text[at], text[at + 1]];
  if (segment === undefined || next === undefined) return null;
  const uid = random.chance(0.5) ? segment.uid : `${segment.uid}-m`;
  const joint = /\p{Script=Han}/u.test(segment.text) ? '' : ' ';
  const chars = [
    ...trace(segment.uid, segment.text),
    ...untraced(joint),
    ...trace(next.uid, next.text),
  ];
  const declared = [...(uid === segment.uid ? [] : [segment.uid]), next.uid];
  const made = replace(
    text,
    at,
    [{ uid, chars }],
    declared.map((each) => [each, [uid]]),
    2,
  );
  return made === null ? null : { ...made, uid: random.pick([segment.uid, next.uid]) };
};

/** A sentence stands elsewhere under a new identity, as declared; now and then with a slip. */
export const moved: Mutation = (text, at, random) => {
  const segment = text[at];
  if (segment === undefined) return null;
  const slipped = random.chance(0.5) ? typos([segment], 0, random)?.made[0]?.chars : undefined;
  const chars = slipped ?? trace(segment.uid, segment.text);
  const made = { uid: `${segment.uid}-n`, chars };
  const others = text.toSpliced(at, 1);
  const after = others.toSpliced(random.whole(others.length + 1), 0, plain(made));
  return {
    uid: segment.uid,
    after,
    made: [made],
    successors: new Map([[segment.uid, [made.uid]]]),
  };
};

/** A sentence is taken out, or one clause of it. */
export const deleted: Mutation = (text, at, random) => {
  const segment = text[at];
  if (segment === undefined) return null;
  if (random.chance(0.5)) return replace(text, at, []);
  return inPlace(text, at, (chars) => {
    const ends = [0, ...clauseEnds(chars), chars.length];
    if (ends.length < 3) return chars;
    const n = random.whole(ends.length - 1);
    return [...chars.slice(0, ends[n]), ...chars.slice(ends[n + 1])];
  });
};

const pairsOf = (text: string): ReadonlySet<string> => {
  const chars = [...text];
  return new Set(chars.slice(1).map((char, n) => (chars[n] ?? '') + char));
};

/** The sentence of the text most like another one, by the pairs of letters they share. */
function lookAlike(text: PlainText, at: number): string | null {
  const pairs = pairsOf(text[at]?.text ?? '');
  const scored = text.flatMap((each, n) => {
    if (n === at || each.text === text[at]?.text) return [];
    const others = pairsOf(each.text);
    const shared = [...pairs].filter((pair) => others.has(pair)).length;
    return [{ text: each.text, score: (2 * shared) / (pairs.size + others.size) }];
  });
  return scored.toSorted((left, right) => right.score - left.score)[0]?.text ?? null;
}

/** A sentence gives way to another that sounds like it: what was quoted is gone. */
export const lookAlikes: Mutation = (text, at) => {
  const other = lookAlike(text, at);
  return other === null ? null : inPlace(text, at, () => untraced(other));
};

export const mutations = {
  typos,
  words,
  reworded,
  split,
  merged,
  moved,
  deleted,
  lookAlikes,
} satisfies Record<string, Mutation>;
export type MutationName = keyof typeof mutations;
export const mutationNames = Object.keys(mutations) as MutationName[];
