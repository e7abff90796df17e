import type { EditionVersion, Path, Unit } from '../model.ts';
import { comparePaths } from '../path.ts';
import { fail, ok, type Result } from '../result.ts';
import { dtsFrame, dtsResource } from './dts.ts';
import type { ExportedWork } from './exported-work.ts';

export interface DtsRange {
  readonly ref?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

export interface DtsQuery extends DtsRange {
  /** How far down; -1 to the end of the tree. */
  readonly down?: number | undefined;
}

export type DtsFailure = 'unsupported' | 'unknown';

// Limbs are parts of a sentence, not units of the tree.
const inTree = ({ kind }: Unit): boolean => kind !== 'limb';
const levelOf = ({ path }: Unit): number => path.split('.').length;

interface Chosen {
  readonly ref: Unit | null;
  readonly start: Unit | null;
  readonly end: Unit | null;
}

function choose(units: readonly Unit[], query: DtsRange): Result<Chosen, DtsFailure> {
  const { ref, start, end } = query;
  if (ref !== undefined && (start !== undefined || end !== undefined)) return fail('unsupported');
  if ((start === undefined) !== (end === undefined)) return fail('unsupported');
  const find = (path: string | undefined): Unit | null | undefined =>
    path === undefined ? null : units.find((unit) => unit.path === path);
  const [one, from, to] = [find(ref), find(start), find(end)];
  if (one === undefined || from === undefined || to === undefined) return fail('unknown');
  if (from !== null && to !== null && comparePaths(from.path, to.path) > 0)
    return fail('unsupported');
  return ok({ ref: one, start: from, end: to });
}

function isBelow(path: Path, container: Path): boolean {
  return path === container || path.startsWith(`${container}.`);
}

/** The units that a query of navigation is answered with; null where it asks for none. */
function members(units: readonly Unit[], chosen: Chosen, down: number | undefined) {
  const { ref, start, end } = chosen;
  if (down === undefined) return null;
  if (ref !== null && down === 0) return units.filter(({ parent }) => parent === ref.parent);
  const deepest =
    down === -1
      ? Infinity
      : down + Math.max(0, ...[ref, start, end].flatMap((unit) => (unit ? [levelOf(unit)] : [])));
  return units.filter((unit) => {
    if (levelOf(unit) > deepest) return false;
    if (ref !== null) return isBelow(unit.path, ref.path);
    if (start === null || end === null) return true;
    const isAfter = comparePaths(unit.path, start.path) >= 0;
    const isBefore = comparePaths(unit.path, end.path) <= 0 || isBelow(unit.path, end.path);
    return isAfter && isBefore;
  });
}

/** The citation tree of a resource, or a part of it. */
export function dtsNavigation(
  exported: ExportedWork,
  version: EditionVersion,
  query: DtsQuery,
  url: string,
): Result<object, DtsFailure> {
  const units = exported.shipped.units.filter(inTree);
  const chosen = choose(units, query);
  if (!chosen.ok) return chosen;
  const { down } = query;
  const asksForNone = chosen.value.ref === null && chosen.value.start === null;
  if (down !== undefined && down < -1) return fail('unsupported');
  if (asksForNone && (down === undefined || down === 0)) return fail('unsupported');
  if (down === 0 && chosen.value.start !== null) return fail('unsupported');
  const paths = new Map(units.map(({ uid, path }) => [uid, path]));
  const headings = new Map(
    version.texts.flatMap(({ uid, reading }) => (reading === null ? [] : [[uid, reading]])),
  );
  const unitOf = (unit: Unit) => {
    const heading = units.find(({ kind, parent }) => kind === 'heading' && parent === unit.uid);
    const title = unit.kind === 'container' && heading ? headings.get(heading.uid) : undefined;
    return {
      identifier: unit.path,
      '@type': 'CitableUnit',
      level: levelOf(unit),
      parent: unit.parent === null ? null : (paths.get(unit.parent) ?? null),
      citeType:
        unit.kind === 'heading'
          ? 'heading'
          : (exported.shipped.work.levels[levelOf(unit) - 1]?.key ?? 'unit'),
      ...(title === undefined
        ? {}
        : { dublinCore: { title: [{ lang: version.edition.lang, value: title }] } }),
    };
  };
  const { ref, start, end } = chosen.value;
  const found = members(units, chosen.value, down);
  return ok({
    ...dtsFrame,
    '@id': url,
    '@type': 'Navigation',
    resource: dtsResource(exported, version),
    ...(ref === null ? {} : { ref: unitOf(ref) }),
    ...(start === null ? {} : { start: unitOf(start) }),
    ...(end === null ? {} : { end: unitOf(end) }),
    ...(found === null ? {} : { member: found.map(unitOf) }),
  });
}

/** The address of the part of a document that is asked for; '' for all of it. */
export function dtsAddress({ shipped }: ExportedWork, query: DtsRange): Result<string, DtsFailure> {
  const chosen = choose(shipped.units.filter(inTree), query);
  if (!chosen.ok) return chosen;
  const { ref, start, end } = chosen.value;
  if (ref !== null) return ok(ref.path);
  if (start === null || end === null) return ok('');
  if (isBelow(end.path, start.path)) return ok(start.path);
  return ok(`${start.path}-${end.path}`);
}
