import type { ByPath, EditionLayers, StoredId, StoredText, WorkLayers } from '../layers.ts';
import type { EditionVersion, Path, ShippedWork, Uid, Unit } from '../model.ts';

const byPath = <T>(rows: readonly (readonly [Path, T])[]): ByPath<T> => Object.fromEntries(rows);

/** Throws where a layer names what is no unit of the work: a bug, not an answer. */
function namer(units: readonly Unit[]): (uid: Uid) => Path {
  const paths = new Map(units.map(({ uid, path }) => [uid, path]));
  return (uid) => {
    const path = paths.get(uid);
    if (path === undefined) throw new Error(`no path for ${uid}`);
    return path;
  };
}

function editionLayers(
  { edition, version, released, sha256, texts, limbs, apparatus }: EditionVersion,
  pathOf: (uid: Uid) => Path,
): EditionLayers {
  return {
    edition,
    version: { version, released, sha256 },
    text: byPath(
      texts.map(({ uid, condition, reading, diplomatic }): readonly [Path, StoredText] => [
        pathOf(uid),
        { condition, reading, diplomatic },
      ]),
    ),
    labels: byPath(
      texts.flatMap(({ uid, label }) => (label === '' ? [] : [[pathOf(uid), label] as const])),
    ),
    limbs: byPath(limbs.map(({ uid, start, end }) => [pathOf(uid), { start, end }])),
    apparatus: apparatus.map((entry) => ({
      ...entry,
      loci: entry.loci.map(({ uid, ...place }) => ({ path: pathOf(uid), ...place })),
    })),
    spans: {},
  };
}

/** The layers of a work, by path: what `assembleWork` joins. Where the witness has the text is not in it. */
export function takeApart({ work, units, aliases, versions, alignment }: ShippedWork): WorkLayers {
  const pathOf = namer(units);
  return {
    work,
    ids: byPath(
      units.map(({ path, uid, kind, role }): readonly [Path, StoredId] => [
        path,
        role === null ? { uid, kind } : { uid, kind, role },
      ]),
    ),
    aliases,
    alignment: alignment.map((link) => ({
      ...link,
      sides: Object.fromEntries(
        Object.entries(link.sides).map(([edition, uids]) => [edition, uids.map(pathOf)]),
      ),
    })),
    editions: versions.map((version) => editionLayers(version, pathOf)),
  };
}
