import type { EditionVersion, Lang, Path, ShippedWork, Unit } from '../model.ts';

/** What is exported, and from where: all addresses in it begin with the origin. */
export interface ExportedWork {
  /** One version of each edition that may be told. */
  readonly shipped: ShippedWork;
  /** `https://example.org`, without a slash at its end. */
  readonly origin: string;
  /** The address that was asked for; '' for the whole work. */
  readonly at: string;
}

export const workUrl = ({ shipped, origin }: ExportedWork): string =>
  `${origin}/t/${shipped.work.slug}`;

/** The version of an edition that is pinned for good. */
export const versionUrl = (
  { shipped, origin }: ExportedWork,
  { edition, version }: Pick<EditionVersion, 'edition' | 'version'>,
): string => `${origin}/t/${shipped.work.slug}@${edition.id}:${version}`;

export const unitUrl = (
  exported: ExportedWork,
  version: Pick<EditionVersion, 'edition' | 'version'>,
  path: Path,
): string => `${versionUrl(exported, version)}/${path}`;

/** What stands between two sentences of a paragraph. */
export const jointOf = (lang: Lang): string => (/^(zh|ja)\b/.test(lang) ? '' : ' ');

/** Segments of a work with everything that holds them, and what apparatus and links say of them. */
export function cutWork(
  exported: ExportedWork,
  at: string,
  segments: readonly Pick<Unit, 'uid'>[],
): ExportedWork {
  const { shipped } = exported;
  const byUid = new Map(shipped.units.map((unit) => [unit.uid, unit]));
  const chosen = new Set(segments.map(({ uid }) => uid));
  const held = new Set(chosen);
  for (const uid of chosen)
    for (let up = byUid.get(uid)?.parent; up != null; up = byUid.get(up)?.parent) held.add(up);
  const isHeld = ({ uid, kind, parent }: Unit): boolean =>
    held.has(uid) || (kind === 'limb' && parent !== null && chosen.has(parent));
  return {
    ...exported,
    at,
    shipped: {
      ...shipped,
      units: shipped.units.filter(isHeld),
      aliases: [],
      versions: shipped.versions.map((version) => {
        const texts = version.texts.filter(({ uid }) => chosen.has(uid));
        return {
          ...version,
          texts,
          limbs: version.limbs.filter(({ sentence }) => chosen.has(sentence)),
          apparatus: version.apparatus.flatMap((entry) => {
            const loci = entry.loci.filter(({ uid }) => chosen.has(uid));
            return loci.length === 0 ? [] : [{ ...entry, loci }];
          }),
        };
      }),
      // A link of which a part is cut off would say what it does not mean.
      alignment: shipped.alignment.filter(({ sides }) =>
        Object.values(sides).every((uids) => uids.every((uid) => chosen.has(uid))),
      ),
    },
  };
}
