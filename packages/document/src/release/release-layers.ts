import { versionDigest } from '../digest.ts';
import type { ByPath, EditionLayers, StoredApparatus, StoredId, StoredText } from '../layers.ts';
import type { EditionVersion, Unit } from '../model.ts';
import { writeJson } from '../write-json.ts';

/** What a release is hashed over and exported as, by name. */
export type ReleaseLayers = Pick<EditionLayers, 'text' | 'labels' | 'limbs' | 'apparatus'> & {
  readonly ids: ByPath<StoredId>;
};

/** The layers of a version; `units` are those of the structure that it stands in. */
export function releaseLayers(
  version: Pick<EditionVersion, 'texts' | 'limbs' | 'apparatus'>,
  units: readonly Unit[],
): ReleaseLayers {
  const paths = new Map(units.map(({ uid, path }) => [uid, path]));
  const pathOf = (uid: Unit['uid']): string => paths.get(uid) ?? uid;
  const texts = new Map(version.texts.map((text) => [text.uid, text]));
  const segments = units.flatMap(({ uid, path }) => {
    const text = texts.get(uid);
    return text === undefined ? [] : [{ path, text }];
  });
  const limbs = new Map(version.limbs.map((limb) => [limb.uid, limb]));
  return {
    text: Object.fromEntries(
      segments.map(({ path, text: { condition, reading, diplomatic } }): [string, StoredText] => [
        path,
        { condition, reading, diplomatic },
      ]),
    ),
    labels: Object.fromEntries(
      segments.flatMap(({ path, text }) => (text.label === '' ? [] : [[path, text.label]])),
    ),
    limbs: Object.fromEntries(
      units.flatMap(({ uid, path }) => {
        const limb = limbs.get(uid);
        return limb === undefined ? [] : [[path, { start: limb.start, end: limb.end }]];
      }),
    ),
    apparatus: version.apparatus.map(
      ({
        number,
        kind,
        loci,
        cause,
        extent,
        certainty,
        reading,
        note,
        evidence,
        copy,
        settles,
      }): StoredApparatus => ({
        number,
        kind,
        loci: loci.map(({ uid, start, end, lemma }) => ({ path: pathOf(uid), start, end, lemma })),
        cause,
        extent,
        certainty,
        reading,
        note,
        evidence,
        ...(copy === undefined ? {} : { copy }),
        ...(settles === undefined ? {} : { settles }),
      }),
    ),
    ids: Object.fromEntries(
      units.map(({ uid, path, kind, role }): [string, StoredId] => [
        path,
        { uid, kind, ...(role === null ? {} : { role }) },
      ]),
    ),
  };
}

/**
 * sha256 of a version made from another: over its layers and the sha256 of that other, so that the
 * chain leads to the version that was read from the witness, and to the places in it.
 */
export function releaseDigest(layers: ReleaseLayers, base: string): string {
  const written = Object.entries(layers).map(([name, layer]) => [name, writeJson(sorted(layer))]);
  return versionDigest({ ...(Object.fromEntries(written) as Record<string, string>), base });
}

// A database keeps keys in an order of its own: what is hashed has one that is nobody's.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
