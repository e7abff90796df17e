import { digest } from '../digest.ts';
import type { ApparatusEntry, Condition, Locus, Path, SegmentText, Uid, Unit } from '../model.ts';
import { codePointLength, codePointSlice } from '../offsets.ts';
import { comparePaths } from '../path.ts';
import { mintUid } from '../uid.ts';
import type { ChangeFault, Deletion, Merge, Move, Split, StructureChange } from './change.ts';
import { placeInOther } from './compare-texts.ts';
import { reasonFault } from './correct.ts';
import { inOrder, retire, unitAt, type DraftEdition, type DraftText } from './draft-text.ts';
import { freshPaths } from './fresh-paths.ts';
import { mergeLimbs, splitLimbs } from './limbs.ts';
import { piecesOf } from './pieces.ts';

type Made = ChangeFault | null;

const isSentence = ({ kind }: Unit): boolean => kind === 'sentence';

function sentenceAt(draft: DraftText, path: Path): Unit | ChangeFault {
  const unit = unitAt(draft, path);
  if (unit === undefined) return { code: 'path-unknown', what: path };
  return isSentence(unit) ? unit : { code: 'not-a-sentence', what: path };
}

/** The sentence that comes next in the same container. */
const nextOf = ({ units }: DraftText, unit: Unit): Unit | undefined =>
  units.find(
    (each) =>
      isSentence(each) && each.parent === unit.parent && comparePaths(each.path, unit.path) > 0,
  );

/** Sentences born after one and before another, `null` where no addresses are left there. */
function mint(
  draft: DraftText,
  after: Unit,
  before: Unit | undefined,
  count: number,
): readonly Unit[] | null {
  const paths = freshPaths(after.path, before?.path ?? null, count, draft.usedPaths);
  return (
    paths?.map((path): Unit => {
      const uid = mintUid(draft.base.workKey, path, draft.usedUids);
      draft.usedPaths.add(path);
      draft.usedUids.add(uid);
      draft.minted.add(uid);
      return { uid, path, kind: 'sentence', ord: 0, role: null, parent: after.parent };
    }) ?? null
  );
}

const textOf = (
  uid: Uid,
  reading: string | null,
  diplomatic: string | null,
  condition: Condition,
): SegmentText => ({
  uid,
  reading,
  diplomatic,
  label: '',
  condition,
  sha256: reading === null ? null : digest(reading),
});

/** The places of every entry, each changed by `place`; null, with its number, where one cannot be. */
function relocate(
  edition: DraftEdition,
  place: (locus: Locus) => readonly Locus[] | null,
): ChangeFault | null {
  const moved: ApparatusEntry[] = [];
  for (const entry of edition.apparatus) {
    const loci: Locus[] = [];
    for (const locus of entry.loci) {
      const places = place(locus);
      if (places === null) return { code: 'entry-across', what: entry.number };
      loci.push(...places);
    }
    if (loci.length > 0) moved.push({ ...entry, loci });
  }
  edition.apparatus = moved;
  return null;
}

function splitEdition(
  edition: DraftEdition,
  unit: Unit,
  born: readonly Unit[],
  parts: readonly string[] | undefined,
): Made {
  const text = edition.texts.get(unit.uid);
  if (text === undefined) return null;
  const { reading, diplomatic, condition } = text;
  if (reading === null) {
    for (const { uid } of born) edition.texts.set(uid, textOf(uid, null, null, condition));
    return relocate(edition, (locus) =>
      locus.uid === unit.uid ? born.map(({ uid }) => ({ ...locus, uid })) : [locus],
    );
  }
  const pieces = parts === undefined ? null : piecesOf(reading, parts);
  if (pieces === null || diplomatic === null)
    return { code: 'parts-unlike', what: edition.base.edition.id };
  const joints = pieces.slice(1).map(({ start }) => placeInOther(reading, diplomatic, start));
  for (const [n, { uid }] of born.entries()) {
    const piece = pieces[n];
    if (piece === undefined) continue;
    const copy = codePointSlice(diplomatic, joints[n - 1] ?? 0, joints[n]).trim();
    const words = codePointSlice(reading, piece.start, piece.end);
    edition.texts.set(uid, textOf(uid, words, copy, condition));
  }
  return relocate(edition, (locus) => {
    const { start, end } = locus;
    if (locus.uid !== unit.uid || start === null || end === null) return [locus];
    const at = pieces.findIndex((piece) => piece.start <= start && end <= piece.end);
    const home = born[at];
    const from = pieces[at]?.start;
    return home === undefined || from === undefined
      ? null
      : [{ ...locus, uid: home.uid, start: start - from, end: end - from }];
  });
}

function split(draft: DraftText, { path, parts }: Split): Made {
  const unit = sentenceAt(draft, path);
  if ('code' in unit) return unit;
  const counts = Object.values(parts).map((each) => each.length);
  const count = counts[0] ?? 0;
  if (count < 2) return { code: 'parts-too-few', what: path };
  if (counts.some((each) => each !== count)) return { code: 'parts-uneven', what: path };
  const born = mint(draft, unit, nextOf(draft, unit), count);
  if (born === null) return { code: 'no-room', what: path };
  for (const [id, edition] of draft.editions) {
    const fault = splitEdition(edition, unit, born, parts[id]);
    if (fault !== null) return fault;
  }
  const limbs = splitLimbs(draft, unit, born, parts);
  if ('code' in limbs) return limbs;
  retire(
    draft,
    unit,
    born.map(({ uid }) => uid),
    'split',
    limbs.successors,
  );
  limbs.settle();
  draft.units = inOrder([...draft.units, ...born, ...limbs.born]);
  return null;
}

/** Chinese joins without a space. */
const joinerOf = ({ base }: DraftEdition): string =>
  /^(zh|ja)\b/u.test(base.edition.lang) ? '' : ' ';

function mergedCondition(texts: readonly SegmentText[]): Condition {
  const conditions = texts.map(({ condition }) => condition);
  if (conditions.every((each) => each === 'lost')) return 'lost';
  if (conditions.every((each) => each === 'outside')) return 'outside';
  if (conditions.some((each) => each === 'outside' || each === 'part')) return 'part';
  if (conditions.some((each) => each === 'lost' || each === 'damaged')) return 'damaged';
  return conditions.includes('corrupt') ? 'corrupt' : 'intact';
}

/** Where the words of each begin when they are joined. */
function startsOf(texts: readonly SegmentText[], joiner: string): ReadonlyMap<Uid, number> {
  const starts = new Map<Uid, number>();
  let at = 0;
  for (const { uid, reading } of texts) {
    const isFirst = at === 0;
    starts.set(uid, reading === null || isFirst ? at : at + joiner.length);
    if (reading !== null) at += (isFirst ? 0 : joiner.length) + codePointLength(reading);
  }
  return starts;
}

function mergeEdition(edition: DraftEdition, units: readonly Unit[], born: Unit): Made {
  const texts = units.flatMap(({ uid }) => edition.texts.get(uid) ?? []);
  const joiner = joinerOf(edition);
  const join = (words: readonly (string | null)[]): string | null => {
    const there = words.filter((each) => each !== null);
    return there.length === 0 ? null : there.join(joiner);
  };
  const reading = join(texts.map((text) => text.reading));
  const starts = startsOf(texts, joiner);
  const diplomatic = join(texts.map((text) => text.diplomatic));
  edition.texts.set(born.uid, textOf(born.uid, reading, diplomatic, mergedCondition(texts)));
  return relocate(edition, (locus) => {
    const start = starts.get(locus.uid);
    if (start === undefined) return [locus];
    if (reading === null) return [{ ...locus, uid: born.uid }];
    return [
      {
        ...locus,
        uid: born.uid,
        start: start + (locus.start ?? 0),
        end: start + (locus.end ?? 0),
      },
    ];
  });
}

function merge(draft: DraftText, { paths }: Merge): Made {
  const units: Unit[] = [];
  for (const path of paths) {
    const unit = sentenceAt(draft, path);
    if ('code' in unit) return unit;
    units.push(unit);
  }
  const [first] = units;
  const last = units.at(-1);
  if (first === undefined || last === undefined || first === last)
    return { code: 'merge-too-few', what: '' };
  for (const [n, unit] of units.slice(1).entries()) {
    const before = units[n];
    if (before === undefined || nextOf(draft, before) !== unit)
      return { code: 'merge-apart', what: unit.path };
  }
  const [born] = mint(draft, first, nextOf(draft, last), 1) ?? [];
  if (born === undefined) return { code: 'no-room', what: first.path };
  const limbs = mergeLimbs(draft, units, born, (edition) =>
    startsOf(
      units.flatMap(({ uid }) => edition.texts.get(uid) ?? []),
      joinerOf(edition),
    ),
  );
  if ('code' in limbs) return limbs;
  for (const edition of draft.editions.values()) {
    const fault = mergeEdition(edition, units, born);
    if (fault !== null) return fault;
  }
  for (const unit of units) retire(draft, unit, [born.uid], 'merged', limbs.successors);
  limbs.settle();
  draft.units = inOrder([...draft.units, born, ...limbs.born]);
  return null;
}

function move(draft: DraftText, change: Move): Made {
  const unit = sentenceAt(draft, change.path);
  if ('code' in unit) return unit;
  const target = sentenceAt(draft, change.after);
  if ('code' in target) return target;
  if (target === unit || nextOf(draft, target) === unit)
    return { code: 'moves-nowhere', what: change.path };
  const next = nextOf(draft, target)?.path ?? null;
  const [path] = freshPaths(target.path, next, 1, draft.usedPaths) ?? [];
  if (path === undefined) return { code: 'no-room', what: change.after };
  draft.usedPaths.add(path);
  const limbs = new Map(
    draft.units
      .filter(({ parent }) => parent === unit.uid)
      .map((limb) => [limb.uid, `${path}${limb.path.slice(unit.path.length)}`]),
  );
  for (const moved of draft.units)
    if (moved === unit || limbs.has(moved.uid))
      draft.aliases.push({ path: moved.path, uid: moved.uid, successors: [], reason: 'moved' });
  draft.units = inOrder(
    draft.units.map((each) =>
      each === unit
        ? { ...each, path, parent: target.parent }
        : { ...each, path: limbs.get(each.uid) ?? each.path },
    ),
  );
  return null;
}

function remove(draft: DraftText, { path, successors }: Deletion): Made {
  const unit = sentenceAt(draft, path);
  if ('code' in unit) return unit;
  const heirs: Uid[] = [];
  for (const each of successors) {
    const heir = sentenceAt(draft, each);
    if ('code' in heir) return heir;
    if (heir === unit) return { code: 'successor-itself', what: each };
    heirs.push(heir.uid);
  }
  for (const edition of draft.editions.values())
    void relocate(edition, (locus) => (locus.uid === unit.uid ? [] : [locus]));
  retire(draft, unit, heirs, heirs.length > 0 ? 'merged' : 'spurious');
  return null;
}

/** A container in which nothing stands any more is no place of the work. */
function retireEmpty(draft: DraftText): void {
  for (const unit of draft.units.toReversed()) {
    if (unit.kind !== 'container') continue;
    if (!draft.units.some(({ parent }) => parent === unit.uid)) retire(draft, unit, [], 'spurious');
  }
}

/** Changes the structure of the work and the texts of all its editions, or says why not. */
export function restructure(draft: DraftText, change: StructureChange): Made {
  const told = reasonFault(change.note);
  if (told !== null) return told;
  const fault = (() => {
    switch (change.kind) {
      case 'split':
        return split(draft, change);
      case 'merge':
        return merge(draft, change);
      case 'move':
        return move(draft, change);
      case 'delete':
        return remove(draft, change);
    }
  })();
  if (fault === null) retireEmpty(draft);
  return fault;
}
