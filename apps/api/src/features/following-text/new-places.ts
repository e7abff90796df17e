import { standInsOf } from '@glossator/document';
import type { UnitChange } from '@glossator/document';
import type { Decided, FollowedThread } from './decide.ts';
import type { Units } from './release-texts.ts';

export interface Move {
  readonly thread: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly places: readonly string[];
}

function kindOf(kind: FollowedThread['kind'], places: readonly string[], units: Units): string {
  if (kind !== 'segment' && kind !== 'span' && kind !== 'container') return kind;
  const [first = ''] = places;
  if (places.length > 1) return 'span';
  return units.isContainer(first) ? 'container' : 'segment';
}

/** The units on which a thread stands now. */
function placesOf(
  { places }: FollowedThread,
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

/** Where a thread goes that does not stand any more where it stood; null where it stays. */
export function movedTo(
  thread: FollowedThread,
  followed: Decided['followed'] | null,
  ground: { readonly change: UnitChange; readonly units: Units },
): Move | null {
  const { units } = ground;
  const stays = units.lives(thread.from_uid) && units.lives(thread.to_uid);
  const isElsewhere =
    followed?.outcome === 'marked' && followed.loci.some(({ uid }) => !thread.places.includes(uid));
  const isGrown =
    followed?.outcome === 'marked' && followed.units.some((uid) => !thread.places.includes(uid));
  if (stays && !isElsewhere && !isGrown) return null;
  const places = units.inOrder(
    isGrown && followed.units.length > 0 ? followed.units : placesOf(thread, followed, ground),
  );
  const [from] = places;
  if (from === undefined) return null;
  const to = places.at(-1) ?? from;
  return { thread: thread.id, kind: kindOf(thread.kind, places, units), from, to, places };
}
