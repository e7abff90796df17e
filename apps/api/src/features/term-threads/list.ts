import type { ThreadPage } from '@glossator/contract';
import type { Db, Statement } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { threadPage, type ThreadPageQuery } from '../annotations/thread-page.ts';
import { readerIn } from '../gate/reader.ts';
import { requireTerm } from '../term-ledger/service.ts';
import type { TextStore } from '../works/text-store.ts';

/**
 * $1 work, $2 term, $3 layers, $4 the thread before which, $5 how many. What was said of a term, the newest
 * first: index thread_term_term read backwards, as ids of threads are in the order in which they were
 * made, then primary keys.
 */
export const threadsOnTerm: Statement = {
  name: 'term-threads',
  text: `
    select x.thread_id as id
    from thread_term x
    join thread t on t.id = x.thread_id
    where x.work_id = $1 and x.term = $2 and t.layer_id = any($3::integer[])
      and x.thread_id < $4::uuid
    order by x.thread_id desc
    limit $5`,
};

/** What readers say about a term, at whichever clause, as far as the one who asks may see. */
export async function listTermThreads(
  deps: { readonly db: Db; readonly texts: TextStore },
  viewer: Viewer,
  { slug, term }: { readonly slug: string; readonly term: string },
  query: ThreadPageQuery,
): Promise<ThreadPage> {
  const { db } = deps;
  const work = await requireTerm(deps, viewer, slug, term);
  const reader = await readerIn(db, viewer, query.assignment);
  return threadPage(db, reader, work.structure, { by: threadsOnTerm, of: [work.id, term] }, query);
}
