import type { Alias, EditionVersion, Uid, Unit } from '../model.ts';
import { codePointSlice } from '../offsets.ts';
import { isSegment } from '../resolve.ts';
import { isStructural, type ReleaseChange, type Unmade } from './change.ts';
import { correct } from './correct.ts';
import { draftOf, type DraftEdition, type DraftText, type ReleaseBase } from './draft-text.ts';
import { releaseDigest, releaseLayers } from './release-layers.ts';
import { restructure } from './restructure.ts';
import { nextVersion } from './version-number.ts';

export type MadeVersion = Omit<EditionVersion, 'released'> & {
  /** The version it was made from. */
  readonly base: string;
};

/** A release as it would be: nothing of it is stored yet. */
export interface MadeRelease {
  readonly isStructural: boolean;
  readonly units: readonly Unit[];
  /** Former addresses that it makes. */
  readonly aliases: readonly Alias[];
  /** Uids that are retired, and where what they named is now; empty where nowhere. */
  readonly successors: ReadonlyMap<Uid, readonly Uid[]>;
  /** Of the one edition, or, where the structure changes, of all editions of the work. */
  readonly versions: readonly MadeVersion[];
}

export type Applied =
  | { readonly ok: true; readonly value: MadeRelease }
  | { readonly ok: false; readonly unmade: Unmade };

/** Through successors that were retired in their turn. */
function successorsOf({ retired }: DraftText): ReadonlyMap<Uid, readonly Uid[]> {
  const living = (uid: Uid): readonly Uid[] => {
    const next = retired.get(uid);
    return next === undefined ? [uid] : next.flatMap(living);
  };
  return new Map([...retired].map(([uid, next]) => [uid, [...new Set(next.flatMap(living))]]));
}

function versionOf(draft: DraftText, edition: DraftEdition, isOfWork: boolean): MadeVersion {
  const { base, texts, limbs, apparatus } = edition;
  const version = {
    texts: draft.units.filter(isSegment).flatMap(({ uid }) => texts.get(uid) ?? []),
    limbs,
    apparatus: apparatus.map((entry) => ({
      ...entry,
      // A place that moved with its words still holds them, and nothing else.
      loci: entry.loci.map((locus) => ({ ...locus, lemma: lemmaOf(texts, locus) })),
    })),
  };
  return {
    edition: base.edition,
    base: base.version,
    version: nextVersion(base.version, isOfWork),
    sha256: releaseDigest(releaseLayers(version, draft.units), base.sha256),
    ...version,
  };
}

function lemmaOf(
  texts: DraftEdition['texts'],
  { uid, start, end }: EditionVersion['apparatus'][number]['loci'][number],
): string {
  const reading = texts.get(uid)?.reading ?? null;
  return reading === null || start === null || end === null
    ? ''
    : codePointSlice(reading, start, end);
}

/** The release that these changes make of the newest versions, or the first that cannot be made. */
export function applyChanges(
  base: ReleaseBase,
  editionId: string,
  changes: readonly ReleaseChange[],
): Applied {
  const draft = draftOf(base);
  const edition = draft.editions.get(editionId);
  if (edition === undefined || changes.length === 0)
    return { ok: false, unmade: { change: 0, code: 'nothing-declared', what: editionId } };
  for (const [n, change] of changes.entries()) {
    const fault = isStructural(change)
      ? restructure(draft, change)
      : correct(draft, edition, change);
    if (fault !== null) return { ok: false, unmade: { change: n, ...fault } };
  }
  const isOfWork = changes.some(isStructural);
  const made = isOfWork ? [...draft.editions.values()] : [edition];
  return {
    ok: true,
    value: {
      isStructural: isOfWork,
      units: draft.units,
      aliases: draft.aliases,
      successors: successorsOf(draft),
      versions: made.map((each) => versionOf(draft, each, isOfWork)),
    },
  };
}
