import { digest } from './digest.ts';
import type {
  Alias,
  AlignmentLink,
  ApparatusEntry,
  Condition,
  Edition,
  EditionVersion,
  Locus,
  Path,
  SegmentText,
  ShippedWork,
  Uid,
  Unit,
  UnitKind,
  UnitRole,
  WitnessSpan,
  Work,
} from './model.ts';
import { comparePaths, parentPath } from './path.ts';
import { isSegment } from './resolve.ts';
import { assembleTerms } from './assemble-terms.ts';
import type { StoredLedger } from './terms.ts';
import { assembleWitness, type WitnessLayers } from './assemble-witness.ts';

/*
 * The committed layers are keyed by path, so that a difference reads well; the model joins by uid.
 */

export interface StoredId {
  readonly uid: Uid;
  readonly kind: UnitKind;
  readonly role?: UnitRole;
}
export interface StoredText {
  readonly condition: Condition;
  readonly reading: string | null;
  readonly diplomatic: string | null;
}
export interface StoredLocus extends Omit<Locus, 'uid'> {
  readonly path: Path;
}
export interface StoredApparatus extends Omit<ApparatusEntry, 'loci'> {
  readonly loci: readonly StoredLocus[];
}
export interface StoredLink extends Omit<AlignmentLink, 'sides'> {
  readonly sides: Readonly<Record<string, readonly Path[]>>;
}
export interface StoredVersion {
  readonly version: string;
  readonly released: string;
  readonly sha256: string;
}

export type ByPath<T> = Readonly<Record<Path, T>>;

export interface EditionLayers {
  readonly edition: Edition;
  readonly version: StoredVersion;
  readonly text: ByPath<StoredText>;
  readonly labels: ByPath<string>;
  readonly limbs: ByPath<{ readonly start: number; readonly end: number }>;
  readonly apparatus: readonly StoredApparatus[];
  readonly spans: ByPath<readonly WitnessSpan[]>;
}

export interface WorkLayers {
  readonly work: Work;
  readonly ids: ByPath<StoredId>;
  readonly aliases: readonly Alias[];
  readonly alignment: readonly StoredLink[];
  readonly editions: readonly EditionLayers[];
  /** The copy that the text was recovered from; a work may have none. */
  readonly witness?: WitnessLayers;
  /** What each term of its source is rendered by; a work may have none. */
  readonly terms?: StoredLedger;
}

type Ids = ByPath<StoredId>;

// Layers are committed together and proved by test: a path without a uid is a bug, not an answer.
function uidOf(ids: Ids, path: Path): Uid {
  const id = ids[path];
  if (id === undefined) throw new Error(`no uid for ${path}`);
  return id.uid;
}

function unitsOf(ids: Ids): readonly Unit[] {
  return Object.entries(ids)
    .toSorted(([left], [right]) => comparePaths(left, right))
    .map(([path, { uid, kind, role }], ord) => {
      const parent = parentPath(path);
      return {
        uid,
        path,
        kind,
        ord,
        role: role ?? null,
        parent: parent === null ? null : uidOf(ids, parent),
      };
    });
}

function versionOf(layers: EditionLayers, units: readonly Unit[], ids: Ids): EditionVersion {
  const segments = units.filter(isSegment);
  const texts = segments.map(({ uid, path }): SegmentText => {
    const stored = layers.text[path];
    if (stored === undefined) throw new Error(`no text for ${path}`);
    const { reading, diplomatic, condition } = stored;
    const label = layers.labels[path] ?? '';
    const sha256 = reading === null ? null : digest(reading);
    return { uid, reading, diplomatic, label, condition, sha256 };
  });
  return {
    edition: layers.edition,
    ...layers.version,
    texts,
    limbs: Object.entries(layers.limbs).map(([path, range]) => ({
      uid: uidOf(ids, path),
      sentence: uidOf(ids, parentPath(path) ?? path),
      ...range,
    })),
    apparatus: layers.apparatus.map((entry) => ({
      ...entry,
      loci: entry.loci.map(({ path, ...place }) => ({ uid: uidOf(ids, path), ...place })),
    })),
  };
}

/** Joins the layers of a work; throws where they do not fit one another. */
export function assembleWork(layers: WorkLayers): ShippedWork {
  const { work, ids, aliases, alignment, editions, witness, terms } = layers;
  const units = unitsOf(ids);
  return {
    work,
    units,
    aliases,
    versions: editions.map((edition) => versionOf(edition, units, ids)),
    alignment: alignment.map((link) => ({
      ...link,
      sides: Object.fromEntries(
        Object.entries(link.sides).map(([edition, paths]) => [
          edition,
          paths.map((path) => uidOf(ids, path)),
        ]),
      ),
    })),
    ...(witness === undefined
      ? {}
      : { witness: assembleWitness(witness, editions, (path) => uidOf(ids, path)) }),
    ...(terms === undefined ? {} : { terms: assembleTerms(terms, (path) => uidOf(ids, path)) }),
  };
}
