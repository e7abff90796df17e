import { limits, type PartDifferenceView, type ReleaseDifference } from '@glossator/contract';
import {
  compareFronts,
  compareParts,
  writeReleaseNumber,
  type PartDifference,
  type ReleasePart,
} from '@glossator/domain';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { workAround } from '../works/text-store.ts';
import { summaryOf, type PartRow } from './parts.ts';
import { listReleases, rowOf, type ReleaseDeps } from './releases.ts';
import * as statements from './statements.ts';

/** Its body is a mark of its words: they are read of what is shown. */
type Marked = PartRow & Pick<ReleasePart, 'body'>;
type Row<Each> = Each & Record<string, unknown>;

const partsToCompare = (db: Db, release: string): Promise<Marked[]> =>
  db.rows<Row<Marked>>(statements.partsToCompare, [release]);

async function bodiesOf(
  db: Db,
  release: string,
  parts: readonly (Marked | null)[],
): Promise<ReadonlyMap<number, string>> {
  const numbers = parts.flatMap((part) => (part === null ? [] : [part.n]));
  const rows = await db.rows<{ n: number; body: string }>(statements.bodiesOf, [release, numbers]);
  return new Map(rows.map(({ n, body }) => [n, body]));
}

/** What became of a release in another, a page of its parts at a time. */
export async function readDifference(
  deps: ReleaseDeps,
  slug: string,
  { from, to }: { readonly from: string; readonly to: string },
  cursor: string | undefined,
  limit: number = limits.proofParts,
): Promise<ReleaseDifference> {
  const { db } = deps;
  const [before, after, releases] = await Promise.all([
    rowOf(db, slug, from),
    rowOf(db, slug, to),
    listReleases(db, slug),
  ]);
  const [work, ...sides] = await Promise.all([
    workAround(deps.texts, after.work),
    partsToCompare(db, before.id),
    partsToCompare(db, after.id),
  ]);
  const all = compareParts(...sides);
  const [start] = readCursor(cursor, 'number') ?? [0];
  const end = start + Math.min(limit, limits.proofParts);
  const page = all.slice(start, end);
  const [old, now] = await Promise.all([
    bodiesOf(
      db,
      before.id,
      page.map((each) => each.before),
    ),
    bodiesOf(
      db,
      after.id,
      page.map((each) => each.after),
    ),
  ]);
  const presented = (part: Marked | null, bodies: ReadonlyMap<number, string>) =>
    part && { ...summaryOf(work, part), body: bodies.get(part.n) ?? '' };
  return {
    slug,
    work: after.front.work,
    titles: after.front.titles,
    language: after.front.language,
    from: { number: writeReleaseNumber(before), released: before.released },
    to: {
      number: writeReleaseNumber(after),
      released: after.released,
      change: after.front.change,
    },
    front: compareFronts(before.front, after.front),
    parts: all.length,
    items: page.map((each: PartDifference<Marked>): PartDifferenceView => ({
      changes: [...each.changes],
      before: presented(each.before, old),
      after: presented(each.after, now),
    })),
    next: end < all.length ? writeCursor(end) : null,
    releases,
  };
}
