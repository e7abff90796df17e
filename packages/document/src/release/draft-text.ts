import type {
  Alias,
  ApparatusEntry,
  EditionVersion,
  LimbRange,
  Path,
  SegmentText,
  Uid,
  Unit,
} from '../model.ts';
import { comparePaths } from '../path.ts';

/** A version of an edition, and every number its apparatus has ever used. */
export interface BaseEdition extends EditionVersion {
  readonly usedNumbers: readonly string[];
}

/** What a release is made from: the work as it stands, with the newest version of every edition. */
export interface ReleaseBase {
  readonly workKey: string;
  readonly units: readonly Unit[];
  readonly aliases: readonly Alias[];
  /** Uids of the work that were retired long ago; never minted again. */
  readonly retired: readonly Uid[];
  readonly editions: readonly BaseEdition[];
}

/** An edition while changes are applied to it. */
export interface DraftEdition {
  readonly base: BaseEdition;
  readonly texts: Map<Uid, SegmentText>;
  limbs: readonly LimbRange[];
  apparatus: readonly ApparatusEntry[];
  readonly used: Set<string>;
}

/** The work while changes are applied to it. */
export interface DraftText {
  readonly base: ReleaseBase;
  units: Unit[];
  readonly aliases: Alias[];
  /** Everything that was ever an address here. */
  readonly usedPaths: Set<Path>;
  readonly usedUids: Set<Uid>;
  /** What was retired, and what directly took its place. */
  readonly retired: Map<Uid, readonly Uid[]>;
  readonly minted: Set<Uid>;
  readonly editions: ReadonlyMap<string, DraftEdition>;
}

export function draftOf(base: ReleaseBase): DraftText {
  return {
    base,
    units: [...base.units],
    aliases: [],
    usedPaths: new Set([...base.units, ...base.aliases].map(({ path }) => path)),
    usedUids: new Set([
      ...base.units.map(({ uid }) => uid),
      ...base.aliases.map(({ uid }) => uid),
      ...base.retired,
    ]),
    retired: new Map(),
    minted: new Set(),
    editions: new Map(
      base.editions.map((edition) => [
        edition.edition.id,
        {
          base: edition,
          texts: new Map(edition.texts.map((text) => [text.uid, text])),
          limbs: edition.limbs,
          apparatus: edition.apparatus,
          used: new Set([...edition.usedNumbers, ...edition.apparatus.map(({ number }) => number)]),
        },
      ]),
    ),
  };
}

export const unitAt = ({ units }: DraftText, path: Path): Unit | undefined =>
  units.find((unit) => unit.path === path);

export function inOrder(units: readonly Unit[]): Unit[] {
  return units
    .toSorted((left, right) => comparePaths(left.path, right.path))
    .map((unit, ord) => ({ ...unit, ord }));
}

/**
 * Takes a unit out of the text, its limbs with it; its address stays known and is not used again. Limbs go
 * where it goes, but for those that have successors of their own.
 */
export function retire(
  draft: DraftText,
  unit: Unit,
  successors: readonly Uid[],
  reason: Alias['reason'],
  ofLimbs: ReadonlyMap<Uid, readonly Uid[]> = new Map(),
): void {
  const gone = draft.units.filter(({ uid, parent }) => uid === unit.uid || parent === unit.uid);
  for (const { uid, path } of gone) {
    const next = ofLimbs.get(uid) ?? successors;
    draft.retired.set(uid, next);
    draft.aliases.push({ path, uid, successors: next, reason });
  }
  const uids = new Set(gone.map(({ uid }) => uid));
  draft.units = draft.units.filter(({ uid }) => !uids.has(uid));
  for (const edition of draft.editions.values()) {
    edition.texts.delete(unit.uid);
    edition.limbs = edition.limbs.filter(({ uid }) => !uids.has(uid));
  }
}
