import type { Alias, Path, Uid, Unit } from './model.ts';
import { parseAddress, type RangeFailure } from './range.ts';
import { fail, ok, type Failure, type Ok } from './result.ts';

/** What resolution needs of a work: its units in document order, and its former addresses. */
export interface AddressedWork {
  readonly units: readonly Unit[];
  readonly aliases?: readonly Alias[];
}

export type Resolved<T> =
  | Ok<T>
  | Failure<RangeFailure | 'unknown'>
  | (Failure<'retired'> & { readonly path: Path; readonly alias: Alias });

export interface AddressedSpan {
  readonly first: Unit;
  readonly last: Unit;
  /** Every segment from the first end to the last, in document order. */
  readonly segments: readonly Unit[];
}

/** What holds words of its own. */
export const isSegment = ({ kind }: Pick<Unit, 'kind'>): boolean =>
  kind === 'heading' || kind === 'sentence';

export function findUnit(work: AddressedWork, path: Path): Unit | null {
  return work.units.find((unit) => unit.path === path) ?? null;
}

/** A former address answers with its alias: moved to the unit that lives on, or gone for good. */
export function resolvePath(work: AddressedWork, path: Path): Resolved<Unit> {
  const unit = findUnit(work, path);
  if (unit !== null) return ok(unit);
  const alias = work.aliases?.find((known) => known.path === path);
  if (alias === undefined) return fail('unknown');
  const living = work.units.find(({ uid }) => uid === alias.uid);
  if (living !== undefined) return ok(living);
  // It may have moved before it was retired: the last that is known of it says where its words went.
  const last = work.aliases?.find(
    ({ uid, successors }) => uid === alias.uid && successors.length > 0,
  );
  return { ok: false, reason: 'retired', path, alias: last ?? alias };
}

/** A segment itself, a container's segments, the sentence of a limb. */
export function segmentsOf(work: AddressedWork, unit: Unit): readonly Unit[] {
  if (isSegment(unit)) return [unit];
  if (unit.kind === 'limb') return work.units.filter(({ uid }) => uid === unit.parent);
  const inside = new Set<Uid>([unit.uid]);
  const found: Unit[] = [];
  // Units are in document order, so a container is met before anything in it.
  for (const next of work.units) {
    if (next.parent === null || !inside.has(next.parent)) continue;
    if (next.kind === 'container') inside.add(next.uid);
    else if (isSegment(next)) found.push(next);
  }
  return found;
}

/** A path or range of this work; a limb at the end of a range stands for its whole sentence. */
export function resolveAddress(work: AddressedWork, address: string): Resolved<AddressedSpan> {
  const parsed = parseAddress(address);
  if (!parsed.ok) return parsed;
  const first = resolvePath(work, parsed.value.from);
  if (!first.ok) return first;
  const last = resolvePath(work, parsed.value.to);
  if (!last.ok) return last;
  const from = segmentsOf(work, first.value).at(0);
  const to = segmentsOf(work, last.value).at(-1);
  if (from === undefined || to === undefined) return fail('unknown');
  // Aliases may lead two ends in order to units that are not.
  if (from.ord > to.ord) return fail('out-of-order');
  const segments = work.units.filter(
    (unit) => isSegment(unit) && unit.ord >= from.ord && unit.ord <= to.ord,
  );
  return ok({ first: first.value, last: last.value, segments });
}
