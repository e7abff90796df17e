import {
  comparePaths,
  isContainerPath,
  mintUid,
  parentPath,
  type Alias,
  type Path,
  type StoredId,
  type UnitKind,
} from '../src/index.ts';
import type { WorkDeclaration } from './declarations.ts';

/** Every unit the work has, in document order: segments, their containers, limbs. */
export function unitsOf(
  declared: WorkDeclaration,
  segments: ReadonlyMap<Path, 'heading' | 'sentence'>,
  limbs: readonly Path[],
): readonly (readonly [Path, UnitKind])[] {
  const kinds = new Map<Path, UnitKind>(segments);
  for (const limb of limbs) kinds.set(limb, 'limb');
  for (const path of segments.keys()) {
    for (let up = parentPath(path); up !== null; up = parentPath(up)) {
      if (isContainerPath(up, declared.work.levels.length)) kinds.set(up, 'container');
    }
  }
  return [...kinds].toSorted(([left], [right]) => comparePaths(left, right));
}

/**
 * Uids once given stay: those in the frozen list are taken over, new units get new ones. A path
 * that has vanished without an alias would leave its notes without a place, so it stops the build.
 */
export function reconcileIds(
  declared: WorkDeclaration,
  units: readonly (readonly [Path, UnitKind])[],
  frozen: Readonly<Record<Path, StoredId>>,
  aliases: readonly Alias[],
): Readonly<Record<Path, StoredId>> {
  const retired = new Set(aliases.map((alias) => alias.uid as string));
  const wanted = new Map(units);
  for (const [path, { uid, kind }] of Object.entries(frozen)) {
    if (wanted.get(path) !== kind && !retired.has(uid)) {
      throw new Error(`${uid} (${path}) is frozen; retire it in the aliases first`);
    }
  }
  const taken = new Set([...Object.values(frozen).map(({ uid }) => uid as string), ...retired]);
  const ids: [Path, StoredId][] = units.map(([path, kind]) => {
    const known = frozen[path];
    const uid = known?.kind === kind ? known.uid : mintUid(declared.work.key, path, taken);
    taken.add(uid);
    const role = declared.roles[path];
    return [path, role === undefined ? { uid, kind } : { uid, kind, role }];
  });
  return Object.fromEntries(ids);
}
