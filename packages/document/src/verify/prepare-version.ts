import type { FoldHan } from '../fold.ts';
import type { Lang } from '../model.ts';
import { keyOf, makeFold, type Keyed } from './verify-key.ts';
import { tokenise, type Tokens } from './word-tokens.ts';

/** One segment that has words, with the digest of its reading text. */
export interface VerifiableSegment {
  readonly uid: string;
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
}

/** One version of an edition that may be read; its lost segments are left out. */
export interface VerifiableVersion {
  readonly edition: string;
  readonly lang: Lang;
  readonly version: string;
  /** ISO date. */
  readonly released: string;
  readonly segments: readonly VerifiableSegment[];
}

/** A version as quotations are sought in it; made once, then asked often. */
export interface PreparedVersion extends VerifiableVersion {
  /** All segments, a line feed between each two. */
  readonly source: string;
  /** UTF-16 index of each segment in `source`. */
  readonly starts: readonly number[];
  readonly keyed: Keyed;
  readonly foldCharacter: (character: string) => string;
  /** Its words, for what is not there as it is quoted; made when first asked for. */
  readonly tokens: () => Tokens;
}

export const JOINT = '\n';

export function prepareVersion(version: VerifiableVersion, foldHan: FoldHan): PreparedVersion {
  const foldCharacter = makeFold(foldHan);
  const starts: number[] = [];
  let length = 0;
  for (const { text } of version.segments) {
    starts.push(length);
    length += text.length + JOINT.length;
  }
  const source = version.segments.map(({ text }) => text).join(JOINT);
  let tokens: Tokens | null = null;
  return {
    ...version,
    source,
    starts,
    keyed: keyOf(source, foldCharacter),
    foldCharacter,
    tokens: () => (tokens ??= tokenise(source, foldCharacter)),
  };
}

/** Which segment holds an index of the source. */
export function segmentAt({ starts }: Pick<PreparedVersion, 'starts'>, index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
