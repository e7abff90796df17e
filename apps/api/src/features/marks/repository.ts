import type { TargetKind, WorkFilter } from '@glossator/contract';
import type { LayerKind, NoteKind, Resolution, ThreadOrder } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { cursorValues, type PlaceCursor, type PlaceRow } from '../../db/place-order.ts';
import { actorValues } from '../../db/visibility.ts';
import type { Reader } from '../annotations/rows.ts';
import { isKept, noteValues, threadValues } from './conditions.ts';
import { keptTallies, markedThreads, matchingPlaces, matchingTallies } from './statements.ts';

export interface MarkedThread {
  readonly id: string;
  /** Place in what was asked for, from 1. */
  readonly n: number;
  readonly layer: LayerKind;
  readonly target_kind: TargetKind;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly resolution: Resolution;
  readonly created: string;
  readonly notes: number;
  readonly newest: number | null;
  readonly matched: boolean;
  /** Of the first note; null where the reader may not read it. */
  readonly kind: NoteKind | null;
  readonly tags: string[] | null;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly author_handle: string | null;
  readonly loci:
    readonly (readonly [version: number, uid: string, start: number, end: number])[] | null;
}

/** What of a work is asked for; no units means all of it. */
export interface Asked {
  readonly work: number;
  readonly units: readonly string[] | null;
  readonly filter: WorkFilter;
}
export type ThreadCursor = Pick<MarkedThread, 'created' | 'id'>;

const newest = (
  { actor, layers }: Reader,
  { work, units, filter }: Asked,
  after: ThreadCursor | null,
  limit: number,
): readonly unknown[] => [
  ...actorValues(actor),
  layers,
  work,
  after?.created ?? ends.lastInstant,
  after?.id ?? ends.lastUuid,
  limit,
  units,
  ...noteValues(filter),
  ...threadValues(filter),
];

export const threadsMarked = (
  db: Db,
  reader: Reader,
  asked: Asked,
  after: ThreadCursor | null,
  limit: number,
): Promise<MarkedThread[]> =>
  db.rows<MarkedThread & Record<string, unknown>>(
    markedThreads,
    newest(reader, asked, after, limit),
  );

/** Published notes by uid that match, among those of the newest threads. */
export async function countMatching(
  db: Db,
  reader: Reader,
  asked: Asked,
  limit: number,
): Promise<Record<string, number>> {
  const { work, filter } = asked;
  const rows = await (isKept(filter)
    ? db.rows<{ uid: string; notes: number }>(keptTallies, [
        work,
        reader.layers,
        threadValues(filter)[0],
        noteValues(filter)[0],
      ])
    : db.rows<{ uid: string; notes: number }>(matchingTallies, newest(reader, asked, null, limit)));
  return Object.fromEntries(rows.map(({ uid, notes }) => [uid, notes]));
}

export const placesMatching = (
  db: Db,
  reader: Reader,
  { work, filter, order }: Omit<Asked, 'units'> & { readonly order: ThreadOrder },
  units: readonly { readonly uid: string; readonly entry: boolean }[],
  after: PlaceCursor | null,
  limit: number,
): Promise<PlaceRow[]> =>
  db.rows<PlaceRow & Record<string, unknown>>(matchingPlaces(order), [
    ...actorValues(reader.actor),
    work,
    units.map(({ uid }) => uid),
    units.map(({ entry }) => entry),
    reader.layers,
    limit,
    ...noteValues(filter),
    ...threadValues(filter),
    ...cursorValues(order, after),
  ]);
