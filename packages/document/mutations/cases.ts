import { describeRange, type Quotation } from '../src/index.ts';
import { mutations, type Mutated, type MutationName, type PlainText } from './mutate.ts';
import { seededRandom, type Random } from './random.ts';
import { isWord, tokensIn, trace } from './traced.ts';

/** A quotation, what happened to its text, and where its letters stand now. */
export interface FollowCase extends Mutated {
  readonly before: PlainText;
  readonly quotation: Quotation;
  /** Places of its letters in the new text, as `uid:offset`. */
  readonly truth: ReadonlySet<string>;
  /** All of its words stand there, in their order, with nothing between them. */
  readonly survives: boolean;
}

const QUOTED = { han: { least: 1, more: 12 }, other: { least: 1, more: 14 } } as const;

/** Words of a segment from a seed: one to about two dozen hanzi, or one to fourteen words. */
function quote(uid: string, text: string, random: Random): Quotation | null {
  const tokens = tokensIn(trace(uid, text));
  const found = [...tokens.keys()].filter((n) => isWord(tokens[n] ?? []));
  if (found.length === 0) return null;
  const size = /\p{Script=Han}/u.test(text) ? QUOTED.han : QUOTED.other;
  const first = random.whole(found.length);
  const last = Math.min(found.length - 1, first + size.least - 1 + random.whole(size.more));
  const start = tokens[found[first] ?? 0]?.[0]?.origin?.at ?? 0;
  const end = (tokens[found[last] ?? 0]?.at(-1)?.origin?.at ?? 0) + 1;
  const described = describeRange(text, { start, end });
  return described.ok ? { uid, ...described.value } : null;
}

function truthOf(quotation: Quotation, { made }: Mutated): Pick<FollowCase, 'truth' | 'survives'> {
  const places: { key: string; at: number; position: number }[] = [];
  let position = 0;
  for (const segment of made)
    for (const [offset, { origin }] of segment.chars.entries()) {
      position += 1;
      if (origin?.uid !== quotation.uid) continue;
      if (origin.at < quotation.start || origin.at >= quotation.end) continue;
      places.push({ key: `${segment.uid}:${String(offset)}`, at: origin.at, position });
    }
  // What a split takes away between its parts is a space, and no word.
  const isWhole = [...quotation.exact].every(
    (char, n) => char.trim() === '' || places.some(({ at }) => at === quotation.start + n),
  );
  const isInOrder = places.every((place, n) => {
    const before = places[n - 1];
    return (
      before === undefined ||
      (place.at - before.at <= 2 && place.at > before.at && place.position === before.position + 1)
    );
  });
  return { truth: new Set(places.map(({ key }) => key)), survives: isWhole && isInOrder };
}

/** As many cases as asked for, the same from the same seed. */
export function followCases(
  text: PlainText,
  name: MutationName,
  count: number,
  seed: number,
): readonly FollowCase[] {
  const random = seededRandom(seed);
  const cases: FollowCase[] = [];
  // Headings of a word cannot be changed in every way.
  for (let tries = 0; cases.length < count && tries < count * 20; tries += 1) {
    const mutated = mutations[name](text, random.whole(text.length), random);
    const segment = text.find(({ uid }) => uid === mutated?.uid);
    if (mutated === null || segment === undefined) continue;
    const quotation = quote(segment.uid, segment.text, random);
    if (quotation === null) continue;
    cases.push({ ...mutated, before: text, quotation, ...truthOf(quotation, mutated) });
  }
  return cases;
}
