import { limits, type ThreadPage } from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Statement } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import type { Structure } from '../works/text-store.ts';
import type { Reader } from './repository.ts';
import { readThreads } from './threads.ts';

export interface ThreadPageQuery {
  readonly assignment?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * A page of threads, the newest first, with their first notes. The statement finds ids of threads: $1 and
 * $2 of what, $3 layers, $4 the thread before which, $5 how many.
 */
export async function threadPage(
  db: Db,
  reader: Reader,
  structure: Structure,
  found: { readonly by: Statement; readonly of: readonly [string | number, string] },
  { cursor, limit = limits.pageSize }: ThreadPageQuery,
): Promise<ThreadPage> {
  const [before] = readCursor(cursor, 'uuid') ?? [ends.lastUuid];
  const rows = await db.rows<{ id: string }>(found.by, [
    ...[...found.of, reader.layers],
    ...[before, limit + 1],
  ]);
  const page = pageOf(
    rows,
    limit,
    ({ id }) => id,
    ({ id }) => writeCursor(id),
  );
  return { ...page, items: await readThreads(db, reader, structure, page.items) };
}
