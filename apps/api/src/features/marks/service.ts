import type { WorkFilter } from '@glossator/contract';
import { createHash } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { focusOn } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import { inWork, type LoadedWork, type TextStore, type VersionText } from '../works/text-store.ts';
import { checkWords } from '../search/read-query.ts';
import { MarksCollector, type SegmentOf } from './collect.ts';
import { countMatching, threadsMarked, type Asked, type ThreadCursor } from './repository.ts';

export { isEmpty } from './conditions.ts';
export { placesMatching } from './repository.ts';

/** Threads that are told of at most: the newest. */
export const mostThreads = 20_000;
/** Between two pieces of so many threads, others get their turn. */
const pieceSize = 1_000;

export function checkFilter(filter: WorkFilter): void {
  checkWords(...(filter.tag ?? []), ...(filter.by ?? []));
}

export function askOf(work: LoadedWork, filter: WorkFilter): Asked {
  checkFilter(filter);
  const units =
    filter.in === undefined
      ? null
      : focusOn(work.structure, filter.in).inside.map(({ uid }) => uid);
  return { work: work.id, units, filter };
}

/** Published notes by uid that match; where all that counts are kept, however many there are. */
export const readMatchingTallies = (
  db: Db,
  viewer: Viewer,
  work: LoadedWork,
  filter: WorkFilter,
): Promise<Record<string, number>> => countMatching(db, viewer, askOf(work, filter), mostThreads);

async function segmentsOf(texts: TextStore, viewer: Viewer, slug: string): Promise<SegmentOf> {
  // Asked anew: who may read an edition can have changed.
  const editions = (await texts.work(slug))?.editions ?? [];
  const open = editions.filter((head) => !isWithheld(head, viewer));
  const loaded = await Promise.all(
    open.map(
      async (head) =>
        [head.version_id, { head, text: await texts.version(head.version_id) }] as const,
    ),
  );
  const versions = new Map<number, { head: (typeof open)[number]; text: VersionText }>(loaded);
  return (version, uid) => {
    const found = versions.get(version);
    const sha256 = found?.text.texts.get(uid)?.sha256 ?? null;
    if (found === undefined || sha256 === null) return null;
    const { edition_id: edition, version: number } = found.head;
    return { edition, version: number, uid, digest: sha256.slice(0, 16) };
  };
}

export interface Marks {
  readonly json: Buffer;
  /** False where the text is read by some alone: nothing of it is kept on the way. */
  readonly isPublic: boolean;
  /** The same for the same answer. */
  readonly tag: string;
}

/** `MarksView` as JSON, made piece by piece: ten thousand threads at once would stop all others. */
export async function readMarks(
  { db, texts }: { readonly db: Db; readonly texts: TextStore },
  viewer: Viewer,
  slug: string,
  filter: WorkFilter,
): Promise<Marks> {
  const { asked, isPublic } = await inWork(texts, slug, viewer, (work) => ({
    asked: askOf(work, filter),
    isPublic: work.head.standing === 'public',
  }));
  const collector = new MarksCollector(await segmentsOf(texts, viewer, slug));
  const pieces: string[] = [];
  let after: ThreadCursor | null = null;
  let seen = 0;
  while (seen < mostThreads) {
    const rows = await threadsMarked(db, viewer, asked, after, pieceSize);
    const matching = rows.filter(({ matched }) => matched);
    if (matching.length > 0)
      pieces.push(matching.map((row) => JSON.stringify(collector.row(row))).join(','));
    after = rows.find(({ n }) => n === pieceSize) ?? null;
    if (after === null) break;
    seen += pieceSize;
  }
  const rest = JSON.stringify({ ...collector.lists(), truncated: after !== null });
  const json = Buffer.from(`{"threads":[${pieces.join(',')}],${rest.slice(1)}`);
  return {
    isPublic,
    json,
    tag: `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`,
  };
}
