import type { LimbRange, Uid, Unit } from '../model.ts';
import { codePointSlice } from '../offsets.ts';
import { mintUid } from '../uid.ts';
import type { ChangeFault, Split } from './change.ts';
import type { DraftEdition, DraftText } from './draft-text.ts';
import { piecesOf } from './pieces.ts';

/*
 * Limbs of sentences that are divided or put together. Each goes with its words and is minted anew below
 * the sentence that has them: its address begins with that of its sentence.
 */

export interface MovedLimbs {
  readonly born: readonly Unit[];
  /** What stands in the place of each. */
  readonly successors: ReadonlyMap<Uid, readonly Uid[]>;
  /** Puts their ranges into the editions, once the sentences they stood in are retired. */
  readonly settle: () => void;
}

/** Where a limb stands in one edition when the change is made. */
interface Placed {
  readonly home: Unit;
  readonly start: number;
  readonly end: number;
  /** True where it has all the words of that sentence. */
  readonly isWhole: boolean;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const letterOf = (n: number): string | null =>
  n < letters.length
    ? (letters[n] ?? null)
    : n < letters.length * (letters.length + 1)
      ? `${letters[Math.floor(n / letters.length) - 1] ?? ''}${letters[n % letters.length] ?? ''}`
      : null;

const limbsOf = ({ units }: DraftText, sentence: Unit): readonly Unit[] =>
  units.filter(({ kind, parent }) => kind === 'limb' && parent === sentence.uid);

/** Moves limbs, in document order, to where `place` finds them in each edition. */
function moveLimbs(
  draft: DraftText,
  limbs: readonly Unit[],
  first: Unit,
  place: (edition: DraftEdition, range: LimbRange) => Placed | null,
): MovedLimbs | ChangeFault {
  const born: Unit[] = [];
  const successors = new Map<Uid, readonly Uid[]>();
  const ranges: { readonly edition: DraftEdition; readonly range: LimbRange }[] = [];
  const counts = new Map<Uid, number>();
  for (const limb of limbs) {
    const found: { readonly edition: DraftEdition; readonly placed: Placed }[] = [];
    for (const edition of draft.editions.values()) {
      const range = edition.limbs.find(({ uid }) => uid === limb.uid);
      if (range === undefined) continue;
      const placed = place(edition, range);
      // The limb of one language is that of the other.
      if (placed === null || (found[0] !== undefined && found[0].placed.home !== placed.home))
        return { code: 'limb-across', what: limb.path };
      found.push({ edition, placed });
    }
    const home = found[0]?.placed.home ?? first;
    if (found.length > 0 && found.every(({ placed }) => placed.isWhole)) {
      successors.set(limb.uid, [home.uid]);
      continue;
    }
    const n = counts.get(home.uid) ?? 0;
    counts.set(home.uid, n + 1);
    const letter = letterOf(n);
    if (letter === null) return { code: 'no-room', what: limb.path };
    const path = `${home.path}${letter}`;
    const uid = mintUid(draft.base.workKey, path, draft.usedUids);
    draft.usedPaths.add(path);
    draft.usedUids.add(uid);
    draft.minted.add(uid);
    born.push({ ...limb, uid, path, parent: home.uid });
    successors.set(limb.uid, [uid]);
    for (const { edition, placed } of found)
      ranges.push({
        edition,
        range: { uid, sentence: home.uid, start: placed.start, end: placed.end },
      });
  }
  return {
    born,
    successors,
    settle: () => {
      for (const { edition, range } of ranges) edition.limbs = [...edition.limbs, range];
    },
  };
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Each limb goes to the part that has its words; one that is cut through stands in none. */
export function splitLimbs(
  draft: DraftText,
  sentence: Unit,
  born: readonly Unit[],
  parts: Split['parts'],
): MovedLimbs | ChangeFault {
  const [first = sentence] = born;
  return moveLimbs(draft, limbsOf(draft, sentence), first, (edition, { start, end }) => {
    const reading = edition.texts.get(sentence.uid)?.reading ?? '';
    const pieces = piecesOf(reading, parts[edition.base.edition.id] ?? []) ?? [];
    const at = pieces.findIndex((piece) => piece.start <= start && end <= piece.end);
    const piece = pieces[at];
    const home = born[at];
    if (piece === undefined || home === undefined) return null;
    const around =
      codePointSlice(reading, piece.start, start) + codePointSlice(reading, end, piece.end);
    return {
      home,
      start: start - piece.start,
      end: end - piece.start,
      isWhole: !hasWords(around),
    };
  });
}

/** Limbs of all of them are those of the one; `startsOf`: where the words of each begin in it. */
export function mergeLimbs(
  draft: DraftText,
  sentences: readonly Unit[],
  born: Unit,
  startsOf: (edition: DraftEdition) => ReadonlyMap<Uid, number>,
): MovedLimbs | ChangeFault {
  const limbs = sentences.flatMap((sentence) => limbsOf(draft, sentence));
  return moveLimbs(draft, limbs, born, (edition, { sentence, start, end }) => {
    const by = startsOf(edition).get(sentence) ?? 0;
    return { home: born, start: start + by, end: end + by, isWhole: false };
  });
}
