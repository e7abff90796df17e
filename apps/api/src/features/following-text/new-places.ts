import { standInsOf } from '@glossator/document';
import type { UnitChange } from '@glossator/document';
import type { Decided, AlikeThreads } from './decide.ts';
import type { Units } from './release-texts.ts';

export interface Move {
  readonly threads: readonly string[];
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly places: readonly string[];
}

/** One for each thread, as they are written. */
export const eachOf = ({ threads, ...to }: Move) => threads.map((thread) => ({ thread, ...to }));

function kindOf(kind: AlikeThreads['kind'], places: readonly string[], units: Units): string {
  if (kind !== 'segment' && kind !== 'span' && kind !== 'container') return kind;
  const [first = ''] = places;
  if (places.length > 1) return 'span';
  return units.isContainer(first) ? 'container' : 'segment';
}

/** The units on which threads stand now. */
function placesOf(
  { places }: AlikeThreads,
  followed: Decided['followed'] | null,
  { change, units }: { readonly change: UnitChange; readonly units: Units },
): readonly string[] {
  const words = (followed?.loci ?? []).map(({ uid }) => uid);
  // Words that are sure say where it stands.
  if (followed?.outcome === 'marked' && words.length > 0) return words;
  const now = places.flatMap((uid) => {
    const heirs = units.lives(uid) ? [uid] : standInsOf(uid, change, units.lives);
    const meant = heirs.filter((each) => words.includes(each));
    return meant.length > 0 ? meant : heirs;
  });
  if (now.length > 0) return now;
  return places.slice(0, 1).map((uid) => units.shelter(uid));
}

/** Where threads go that do not stand any more where they stood; null where they stay. */
export function movedTo(
  threads: AlikeThreads,
  followed: Decided['followed'] | null,
  ground: { readonly change: UnitChange; readonly units: Units },
): Move | null {
  const { units } = ground;
  const stays = units.lives(threads.from_uid) && units.lives(threads.to_uid);
  const isElsewhere =
    followed?.outcome === 'marked' &&
    followed.loci.some(({ uid }) => !threads.places.includes(uid));
  const isGrown =
    followed?.outcome === 'marked' && followed.units.some((uid) => !threads.places.includes(uid));
  if (stays && !isElsewhere && !isGrown) return null;
  const places = units.inOrder(
    isGrown && followed.units.length > 0 ? followed.units : placesOf(threads, followed, ground),
  );
  const [from] = places;
  if (from === undefined) return null;
  const to = places.at(-1) ?? from;
  return { threads: threads.ids, kind: kindOf(threads.kind, places, units), from, to, places };
}
