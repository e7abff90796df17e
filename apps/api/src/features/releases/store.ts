import { digest, isSegment, type Unit } from '@glossator/document';
import {
  bornOf,
  readReleaseNumber,
  writeRelease,
  type BornPart,
  type ReleaseDocument,
  type ReleasePlace,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import * as statements from './statements.ts';

/** The work a release is about. */
export interface Ground {
  readonly workId: number;
  /** In the order of the text. */
  readonly units: readonly Unit[];
}

/** The units where a place is found, as with threads: a container is one, a span each of its segments. */
function uidsOf({ kind, from, to, loci }: ReleasePlace, units: readonly Unit[]): readonly string[] {
  if (loci.length > 0) return loci.map(({ uid }) => uid);
  if (kind !== 'span') return [from];
  const at = (uid: string): number => units.findIndex((unit) => unit.uid === uid);
  return units
    .slice(at(from), at(to) + 1)
    .filter(isSegment)
    .map(({ uid }) => uid);
}

/** Stores a release and the rows made from it. The caller holds the commentary; nobody releases what ships. */
export async function storeRelease(
  db: Db,
  commentaryId: string,
  release: ReleaseDocument,
  ground: Ground,
  by: string | null = null,
): Promise<{ readonly id: string; readonly sha256: string }> {
  const number = readReleaseNumber(release.number);
  if (number === null) throw new Error(`${release.number} is no number of a release`);
  const document = writeRelease(release);
  const sha256 = digest(document);
  const id = uuidv7();
  const { major, minor } = number;
  const { parts, ...front } = release;
  await db.rows(statements.addRelease, [
    ...[id, commentaryId, major, minor],
    ...[document, sha256, JSON.stringify(front), release.released, by],
  ]);
  await storeParts(db, { id, commentaryId, number: release.number }, parts, ground);
  return { id, sha256 };
}

/** The rows that are made from the documents alone: from this one, and from those before it. */
export async function storeParts(
  db: Db,
  { id, commentaryId, number }: { id: string; commentaryId: string; number: string },
  parts: ReleaseDocument['parts'],
  { workId, units }: Ground,
): Promise<void> {
  const { major, minor } = readReleaseNumber(number) ?? { major: 0, minor: 0 };
  const earlier = await db.rows<BornPart & Record<string, unknown>>(statements.partsBefore, [
    ...[commentaryId, major, minor],
  ]);
  const marked = parts.map((part) => ({ ...part, body: digest(part.body) }));
  const born = bornOf(number, marked, earlier);
  await db.rows(statements.addParts, [id, JSON.stringify(parts), born]);
  const places = parts.flatMap((part, index) =>
    [...new Set(part.places.flatMap((place) => uidsOf(place, units)))].map((uid) => ({
      uid,
      n: index + 1,
    })),
  );
  await db.rows(statements.addPlaces, [
    id,
    workId,
    places.map(({ uid }) => uid),
    places.map(({ n }) => n),
  ]);
}
