import { digest } from '../../digest.ts';
import type {
  AlignmentLink,
  Edition,
  EditionVersion,
  LimbRange,
  Path,
  SegmentText,
  ShippedWork,
  Uid,
  Unit,
  UnitKind,
  Work,
} from '../../model.ts';
import { comparePaths, isContainerPath, parentPath, pathKind } from '../../path.ts';
import { releaseDigest, releaseLayers } from '../../release/release-layers.ts';
import { fail, ok, type Result } from '../../result.ts';
import { mintUid } from '../../uid.ts';
import { jointOf } from '../passage.ts';
import { textOfPieces } from '../pieces.ts';
import type { ImportProposal, ProposedPair, ProposedUnit } from '../proposal.ts';
import type { Source } from '../source.ts';
import { addressesOf, type Addressed } from './addresses.ts';
import { gapsOf } from './gaps.ts';
import { limbsOf } from './limbs.ts';

/** What a person says of a work that no file says. */
export interface ImportedWork {
  readonly work: Omit<Work, 'levels'>;
  /** One for each side, in the order of the sides; the language is the side's. */
  readonly editions: readonly Omit<Edition, 'lang'>[];
  /** ISO date of the first version, 1.0.0. */
  readonly released: string;
}

/** `unknown-language`: a side is still `und`; `other-editions`: not one for each side, or two of one id. */
export type ShipFailure = 'nothing-to-publish' | 'unknown-language' | 'other-editions';

const joined = (texts: readonly (string | null)[]): string | null => {
  const words = texts.filter((text) => text !== null);
  const [first, ...others] = words;
  if (first === undefined) return null;
  return others.reduce((all, text) => all + jointOf(all, text, null) + text, first);
};

/** As the source has it; a marker that its format keeps apart is printed before the words. */
function diplomaticOf(
  { text, label, pieces }: ProposedUnit,
  sources: readonly Source[],
): string | null {
  if (text === null) return null;
  const words = textOfPieces(pieces, sources);
  const isApart =
    label !== '' && !words.startsWith(label) && text.startsWith(label) && text.endsWith(words);
  return isApart ? text : words;
}

/** Segments and what holds them, in order; `limbs` are those of sentences, by path. */
function unitsOf(
  rows: readonly Addressed[],
  limbs: ReadonlyMap<Path, number>,
  depth: number,
  key: string,
): readonly Unit[] {
  const kinds = new Map<Path, UnitKind>();
  for (const { path, kind } of rows) {
    if (pathKind(path, depth) !== kind) throw new Error(`${path} is no address of a ${kind}`);
    if (kinds.has(path)) throw new Error(`two segments at ${path}`);
    kinds.set(path, kind);
    for (let i = 0; i < (limbs.get(path) ?? 0); i += 1) {
      kinds.set(path + String.fromCharCode('a'.charCodeAt(0) + i), 'limb');
    }
    for (let up = parentPath(path); up !== null; up = parentPath(up)) {
      if (isContainerPath(up, depth)) kinds.set(up, 'container');
    }
  }
  const titles = new Set(rows.flatMap(({ path, isTitle }) => (isTitle ? [path] : [])));
  const taken = new Set<string>();
  const uids = new Map<Path, Uid>();
  const ordered = [...kinds].toSorted(([left], [right]) => comparePaths(left, right));
  for (const [path] of ordered) {
    const uid = mintUid(key, path, taken);
    taken.add(uid);
    uids.set(path, uid);
  }
  const uidAt = (path: Path): Uid => uids.get(path) ?? fault(path);
  return ordered.map(([path, kind], ord): Unit => {
    const parent = parentPath(path);
    const role = titles.has(path) ? 'title' : null;
    return {
      uid: uidAt(path),
      path,
      kind,
      ord,
      role,
      parent: parent === null ? null : uidAt(parent),
    };
  });
}

function linkOf(
  uid: Uid,
  { sides }: Addressed,
  pair: ProposedPair | undefined,
  editions: readonly { readonly id: string }[],
): AlignmentLink {
  const has = sides.map((units) => units.some(({ text }) => text !== null));
  return {
    id: `a${uid.slice(1)}`,
    sides: Object.fromEntries(editions.map(({ id }, i) => [id, has[i] === true ? [uid] : []])),
    type: has[0] === has[1] ? '1:1' : has[0] === true ? '1:0' : '0:1',
    method: pair?.checked === true ? 'hand' : 'structure',
    certainty: pair?.checked === true ? 'high' : pair?.doubt == null ? 'medium' : 'low',
  };
}

/**
 * The work that a proposal makes, addresses and uids minted, each language an edition in its version
 * 1.0.0. One row is one segment: where one language says in two sentences what the other says in
 * one, the segment is both.
 */
export function toShippedWork(
  proposal: ImportProposal,
  { work: declared, editions, released }: ImportedWork,
): Result<ShippedWork, ShipFailure> {
  const { sides, sources, levels, pairs } = proposal;
  const isFit =
    editions.length === sides.length &&
    new Set(editions.map(({ id }) => id)).size === editions.length;
  if (!isFit) return fail('other-editions');
  if (sides.some(({ lang }) => lang === 'und')) return fail('unknown-language');
  const lead = Math.max(
    0,
    editions.findIndex(({ relation }) => relation === 'source'),
  );
  const { depths, rows } = addressesOf(proposal, lead);
  if (!rows.some((row) => row.sides.flat().some(({ text }) => text !== null))) {
    return fail('nothing-to-publish');
  }
  const used = [...depths.flatMap((depth) => levels[depth - 1] ?? []), ...levels.slice(-2)];
  const work: Work = { ...declared, levels: used };
  const readings = rows.map((row) =>
    row.sides.map((units) => joined(units.map(({ text }) => text))),
  );
  const limbs = rows.map(({ kind }, i) => (kind === 'sentence' ? limbsOf(readings[i] ?? []) : []));
  const counts = new Map(
    rows.map(({ path }, i) => [path, Math.max(0, ...(limbs[i] ?? []).map(({ length }) => length))]),
  );
  const units = unitsOf(rows, counts, used.length, declared.key);
  const uids = new Map(units.map(({ uid, path }) => [path, uid]));
  const uidAt = (path: Path): Uid => uids.get(path) ?? fault(path);

  const versions = editions.map((given, side): EditionVersion => {
    const texts = rows.map(({ path, sides: both }, i): SegmentText => {
      const own = both[side] ?? [];
      const reading = readings[i]?.[side] ?? null;
      return {
        uid: uidAt(path),
        reading,
        diplomatic:
          reading === null ? null : joined(own.map((unit) => diplomaticOf(unit, sources))),
        label: reading === null ? '' : (own.find(({ text }) => text !== null)?.label ?? ''),
        condition: reading === null ? 'lost' : 'intact',
        sha256: reading === null ? null : digest(reading),
      };
    });
    const ranges = rows.flatMap(({ path }, i) =>
      (limbs[i]?.[side] ?? []).map(({ start, end }, k): LimbRange => ({
        uid: uidAt(path + String.fromCharCode('a'.charCodeAt(0) + k)),
        sentence: uidAt(path),
        start,
        end,
      })),
    );
    const content = { texts, limbs: ranges, apparatus: gapsOf(texts) };
    return {
      edition: { ...given, lang: sides[side]?.lang ?? 'und' },
      version: '1.0.0',
      released,
      // No version before it, and no witness that ships: the chain begins here.
      sha256: releaseDigest(releaseLayers(content, units), ''),
      ...content,
    };
  });
  const alignment =
    sides.length < 2 ? [] : rows.map((row, i) => linkOf(uidAt(row.path), row, pairs[i], editions));
  return ok({ work, units, aliases: [], versions, alignment });
}

function fault(path: Path): never {
  throw new Error(`no uid for ${path}`);
}
