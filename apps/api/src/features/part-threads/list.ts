import type { ThreadPage } from '@glossator/contract';
import type { Db, Statement } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { threadPage, type ThreadPageQuery } from '../annotations/thread-page.ts';
import { readerIn } from '../gate/reader.ts';
import { rowOf } from '../releases/releases.ts';
import { workAround, type TextStore } from '../works/text-store.ts';

/** $1 release, $2 label. Where a part of it was first published. Index release_part_label. */
export const bornAs: Statement = {
  name: 'part-born-as',
  text: `select born from release_part where release_id = $1 and label = $2 and label <> ''`,
};

/**
 * $1 release, $2 where the part was born, $3 layers, $4 the thread before which, $5 how many. What was said
 * of a part in this release or an earlier one, the newest first: index thread_part_part read backwards, as
 * ids of threads are in the order in which they were made, then primary keys.
 */
export const threadsOnPart: Statement = {
  name: 'part-threads',
  text: `
    select x.thread_id as id
    from commentary_release shown
    join thread_part x on x.commentary_id = shown.commentary_id and x.born = $2
    join commentary_release written on written.id = x.release_id
    join thread t on t.id = x.thread_id
    where shown.id = $1 and t.layer_id = any($3::integer[]) and x.thread_id < $4::uuid
      and (written.major, written.minor) <= (shown.major, shown.minor)
    order by x.thread_id desc
    limit $5`,
};

export interface PartThreadsQuery extends ThreadPageQuery {
  readonly number?: string | undefined;
}

/**
 * What readers say about a part of a release, as far as the one who asks may see: what was written on an
 * earlier release stands with it as well, and tells on which.
 */
export async function listPartThreads(
  { db, texts }: { readonly db: Db; readonly texts: TextStore },
  viewer: Viewer,
  { slug, label }: { readonly slug: string; readonly label: string },
  { number, ...query }: PartThreadsQuery,
): Promise<ThreadPage> {
  const release = await rowOf(db, slug, number);
  const [part] = await db.rows<{ born: string }>(bornAs, [release.id, label]);
  if (part === undefined) throw notFound();
  const work = await workAround(texts, release.work);
  const reader = await readerIn(db, viewer, query.assignment);
  return threadPage(
    db,
    reader,
    work.structure,
    { by: threadsOnPart, of: [release.id, part.born] },
    query,
  );
}
