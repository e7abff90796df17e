import { checkText } from '../normalise.ts';
import { codePointLength } from '../offsets.ts';
import { comparePaths, isWithin } from '../path.ts';
import { parseAddress } from '../range.ts';
import { fail, ok, type Result } from '../result.ts';
import { correctedSince, type Since } from './corrected-since.ts';
import { findPieces, type Found, type FoundPlace } from './find-passage.ts';
import { nearestPassage, type Nearest } from './nearest-passage.ts';
import type { PreparedVersion } from './prepare-version.ts';
import type { Pasted } from './proof-lines.ts';
import { omissionPieces, quotationForms } from './quotation-forms.ts';

/** A work that is searched: the versions of its editions that may be read, oldest first. */
export interface PreparedWork {
  readonly slug: string;
  readonly versions: readonly PreparedVersion[];
}

/** Where the words, or what is nearest to them, stand. */
export interface Standing {
  readonly work: string;
  readonly edition: string;
  readonly lang: string;
  readonly version: string;
  readonly released: string;
}

export type Verbatim =
  /** Letter by letter. */
  | 'exact'
  /** The same words: only spaces, kinds of marks, width, case or kinds of hanzi differ. */
  | 'variant'
  /** Nothing is so; the nearest passage has other words. */
  | 'changed'
  /** All pieces stand there, in another order. */
  | 'out-of-order'
  | 'absent';

export interface AtAddress {
  readonly address: string;
  /** `unknown`: this version has no words there. */
  readonly answer: 'there' | 'partly' | 'elsewhere' | 'unknown';
}

export interface InVersion {
  readonly edition: string;
  readonly version: string;
  /** `unknown`: no such version that may be read. */
  readonly answer: 'there' | 'not-there' | 'unknown';
  /** Whether the digests that were pasted are those of this version; null where none was. */
  readonly digests: 'match' | 'differ' | null;
}

export interface VersionHas {
  readonly edition: string;
  readonly version: string;
  readonly released: string;
  readonly has: boolean;
}

export interface Verified {
  readonly verbatim: Verbatim;
  readonly omits: boolean;
  readonly found: (Standing & Found) | null;
  readonly nearest: (Standing & Nearest) | null;
  readonly at: AtAddress | null;
  readonly in: readonly InVersion[];
  readonly versions: readonly VersionHas[];
  readonly since: Since | null;
}

export type VerifyFailure = 'malformed' | 'too-long' | 'too-short' | 'too-many-pieces';

export const longestQuotation = 20_000;
const MOST_PIECES = 20;
const SHORTEST = 2;

/** The ways to read a quotation, each in pieces; ellipses are first taken as part of the text. */
function readings(quotation: string): Result<(readonly string[])[], VerifyFailure> {
  const checked = checkText(quotation);
  if (!checked.ok) return fail('malformed');
  if (codePointLength(checked.value) > longestQuotation) return fail('too-long');
  if ((checked.value.match(/[\p{L}\p{N}]/gu) ?? []).length < SHORTEST) return fail('too-short');
  const forms = quotationForms(checked.value);
  const whole = forms.map((form): readonly string[] => [form]);
  const parted = forms.map(omissionPieces).filter((pieces) => pieces.length > 1);
  if (parted.some((pieces) => pieces.length > MOST_PIECES)) return fail('too-many-pieces');
  // An ellipsis at either end leaves one piece.
  const trimmed = forms
    .map(omissionPieces)
    .filter((pieces, n) => pieces.length === 1 && pieces[0] !== forms[n]);
  return ok([...whole, ...trimmed, ...parted]);
}

interface Tried {
  readonly work: PreparedWork;
  readonly version: PreparedVersion;
  readonly found: Found | null;
  readonly omits: boolean;
  readonly isOutOfOrder: boolean;
}

function tryVersion(
  work: PreparedWork,
  version: PreparedVersion,
  forms: readonly (readonly string[])[],
): Tried {
  let best: Tried = { work, version, found: null, omits: false, isOutOfOrder: false };
  for (const pieces of forms) {
    const sought = findPieces(version, pieces);
    if (sought.kind === 'out-of-order') best = { ...best, isOutOfOrder: best.found === null };
    if (sought.kind !== 'found') continue;
    const { found } = sought;
    if (best.found !== null && best.found.variants.length <= found.variants.length) continue;
    best = { work, version, found, omits: pieces.length > 1, isOutOfOrder: false };
    if (found.variants.length === 0) break;
  }
  return best;
}

const standingOf = ({ slug }: PreparedWork, version: PreparedVersion): Standing => ({
  work: slug,
  edition: version.edition,
  lang: version.lang,
  version: version.version,
  released: version.released,
});

const covers = (address: string, path: string): boolean => {
  const range = parseAddress(address);
  if (!range.ok) return false;
  const { from, to } = range.value;
  if (from === to) return isWithin(path, from) || path === from;
  const isAfter = comparePaths(path, from) >= 0;
  return isAfter && (comparePaths(path, to) <= 0 || isWithin(path, to));
};

function atAddress(
  address: string | null | undefined,
  version: PreparedVersion,
  places: readonly FoundPlace[],
): AtAddress | null {
  if (address == null) return null;
  const cover = limbless(address);
  if (!version.segments.some(({ path }) => covers(cover, path)))
    return { address, answer: 'unknown' };
  const inside = places.map(({ loci }) => loci.filter(({ path }) => covers(cover, path)).length);
  const isThere = places.some(({ loci }, n) => inside[n] === loci.length);
  const answer = isThere ? 'there' : inside.some((count) => count > 0) ? 'partly' : 'elsewhere';
  return { address, answer };
}

/** It stands in another work than it says. */
function elsewhere({ place }: Pasted, { slug }: PreparedWork): AtAddress | null {
  if (place?.address == null || place.work === slug) return null;
  return { address: place.address, answer: 'elsewhere' };
}

/** A limb is a part of its sentence, and the words are looked for in that. */
const limbless = (address: string): string =>
  address
    .split('-')
    .map((end) => end.replace(/[a-wyz][a-z]*$/u, ''))
    .join('-');

function inVersions(pasted: Pasted, works: readonly PreparedWork[], tried: readonly Tried[]) {
  const stated = [
    ...(pasted.place?.pins ?? []),
    ...pasted.digests.map(({ edition, version }) => ({ edition, version })),
  ];
  const once = new Map(stated.map((pin) => [`${pin.edition}:${pin.version}`, pin]));
  return [...once.values()].map(({ edition, version }): InVersion => {
    const isIt = (each: Pick<PreparedVersion, 'edition' | 'version'>): boolean =>
      each.edition === edition && each.version === version;
    const known = works.flatMap(({ versions }) => versions).find(isIt);
    const digests = pasted.digests.filter(isIt);
    const match = digests.every(({ path, sha256 }) =>
      known?.segments.some((segment) => segment.path === path && segment.sha256 === sha256),
    );
    const found = tried.find((each) => isIt(each.version))?.found;
    return {
      edition,
      version,
      answer: known === undefined ? 'unknown' : found == null ? 'not-there' : 'there',
      digests: digests.length === 0 || known === undefined ? null : match ? 'match' : 'differ',
    };
  });
}

/** Letter by letter before variants; then the version that is named; then the newest. */
function bestOf(tried: readonly Tried[], isNamed: (version: PreparedVersion) => boolean) {
  const rank = ({ version, found }: Tried): number =>
    (isNamed(version) ? 0 : 2) + ((found?.variants.length ?? 0) > 0 ? 1 : 0);
  return tried
    .map((each, n) => ({ each, n }))
    .filter(({ each }) => each.found !== null)
    .toSorted(
      (left, right) =>
        rank(left.each) - rank(right.each) ||
        // Of one edition the newest, of several the first.
        (left.each.version.edition === right.each.version.edition
          ? right.n - left.n
          : left.n - right.n),
    )
    .at(0)?.each;
}

function nearestOf(works: readonly PreparedWork[], forms: readonly (readonly string[])[]) {
  let best: (Standing & Nearest) | null = null;
  const [quotation = ''] = forms[0] ?? [];
  for (const work of works)
    for (const version of work.versions.toReversed()) {
      const near = nearestPassage(version, quotation);
      if (near === null || near.similarity <= (best?.similarity ?? 0)) continue;
      best = { ...standingOf(work, version), ...near };
    }
  return best;
}

/**
 * Four answers about a quotation, each by itself: is it verbatim, does it stand at the address it
 * names, in the version it names, and has that been corrected since.
 */
export function verifyQuotation(
  pasted: Pasted,
  works: readonly PreparedWork[],
): Result<Verified, VerifyFailure> {
  const forms = readings(pasted.quotation);
  if (!forms.ok) return forms;
  const tried = works.flatMap((work) =>
    work.versions.map((version) => tryVersion(work, version, forms.value)),
  );
  const named = pasted.place?.pins ?? pasted.digests;
  const best = bestOf(tried, (version) =>
    named.some((pin) => pin.edition === version.edition && pin.version === version.version),
  );
  const inStated = inVersions(pasted, works, tried);
  const address = pasted.place?.address;
  if (best?.found == null) {
    const isOutOfOrder = tried.some((each) => each.isOutOfOrder);
    const nearest = nearestOf(works, forms.value);
    const version = works
      .flatMap(({ versions }) => versions)
      .find((each) => each.edition === nearest?.edition && each.version === nearest.version);
    return ok({
      verbatim: isOutOfOrder ? 'out-of-order' : nearest === null ? 'absent' : 'changed',
      omits: false,
      found: null,
      nearest,
      at:
        version === undefined ? null : atAddress(address, version, nearest ? [nearest.place] : []),
      in: inStated,
      versions: [],
      since: null,
    });
  }
  const { work, version, found } = best;
  const siblings = work.versions.filter(({ edition }) => edition === version.edition);
  const later = siblings.slice(siblings.indexOf(version) + 1);
  const [place] = found.places;
  return ok({
    verbatim: found.variants.length === 0 ? 'exact' : 'variant',
    omits: best.omits,
    found: { ...standingOf(work, version), ...found },
    nearest: null,
    at: elsewhere(pasted, work) ?? atAddress(address, version, found.places),
    in: inStated,
    versions: siblings.map(({ edition, version: number, released }) => ({
      edition,
      version: number,
      released,
      has: tried.some(
        (each) =>
          each.version.edition === edition &&
          each.version.version === number &&
          each.found !== null,
      ),
    })),
    since: place === undefined ? null : correctedSince(place, version, later),
  });
}
