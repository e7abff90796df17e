import type { FoundPlace } from './find-passage.ts';
import type { PreparedVersion } from './prepare-version.ts';

/** One segment of what was quoted, in a later version. */
export interface LaterWording {
  readonly version: string;
  readonly released: string;
  readonly path: string;
  readonly before: string;
  /** Null where the segment stands no longer, or has lost its words. */
  readonly after: string | null;
  /** The quoted words themselves are no longer there. */
  readonly words: boolean;
}

export interface Since {
  /**
   * `newest`: no later version; `same`: the segments are unchanged in all; `around`: changed, the
   * quoted words not; `changed`: the words too.
   */
  readonly state: 'newest' | 'same' | 'around' | 'changed';
  readonly corrections: readonly LaterWording[];
}

const MOST = 50;

/** What later versions of the edition, in order, have made of the segments of a place. */
export function correctedSince(
  place: FoundPlace,
  version: PreparedVersion,
  later: readonly PreparedVersion[],
): Since {
  if (later.length === 0) return { state: 'newest', corrections: [] };
  const corrections: LaterWording[] = [];
  const uids = [...new Set(place.loci.map(({ uid }) => uid))].slice(0, MOST);
  const textIn = (where: PreparedVersion, uid: string) =>
    where.segments.find((segment) => segment.uid === uid);
  for (const uid of uids) {
    const quoted = place.loci.filter((locus) => locus.uid === uid);
    let standing = textIn(version, uid);
    for (const next of later) {
      const now = textIn(next, uid);
      if (now?.text === standing?.text) continue;
      const { version: number, released } = next;
      if (standing !== undefined || now !== undefined)
        corrections.push({
          version: number,
          released,
          path: now?.path ?? standing?.path ?? '',
          before: standing?.text ?? '',
          after: now?.text ?? null,
          words: quoted.some(({ exact }) => !(now?.text ?? '').includes(exact)),
        });
      standing = now;
    }
  }
  const isChanged = uids.some((uid) => {
    const now = textIn(later.at(-1) ?? version, uid)?.text ?? '';
    return place.loci.some((locus) => locus.uid === uid && !now.includes(locus.exact));
  });
  const state = corrections.length === 0 ? 'same' : isChanged ? 'changed' : 'around';
  return { state, corrections };
}
