import type { Db } from '../../db/client.ts';
import { sourcesOf } from './repository.ts';

/** Where notes came from, by their id; those written here are not in it. */
export async function importSources(db: Db, ids: readonly string[]) {
  const rows = ids.length === 0 ? [] : await sourcesOf(db, ids);
  return new Map(
    rows.map(({ annotationId, source, foreignId, author, written }) => [
      annotationId,
      { source, id: foreignId, author, written },
    ]),
  );
}
