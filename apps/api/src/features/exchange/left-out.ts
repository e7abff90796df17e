import { Readable } from 'node:stream';
import { byteOrderMark, csvRows } from '../../csv.ts';
import type { Viewer } from '../../plugins/session.ts';
import { listRows, readImport, type ImportDeps } from './service.ts';

async function* lines(deps: ImportDeps, viewer: Viewer, id: string): AsyncGenerator<string> {
  yield byteOrderMark + csvRows([['id', 'reason', 'quote', 'author', 'text']]);
  let cursor: string | null = null;
  do {
    const query = { outcome: 'left-out' as const, limit: 200 };
    const page: Awaited<ReturnType<typeof listRows>> = await listRows(
      deps,
      viewer,
      id,
      cursor === null ? query : { ...query, cursor },
    );
    if (page.items.length > 0)
      yield csvRows(
        page.items.map((row) => [row.foreignId, row.reason ?? '', row.quote, row.author, row.body]),
      );
    cursor = page.next;
  } while (cursor !== null);
}

/** What an import left out, a page at a time. */
export async function leftOutCsv(deps: ImportDeps, viewer: Viewer, id: string) {
  const { work } = await readImport(deps, viewer, id);
  return {
    name: `${work}-not-imported.csv`,
    stream: Readable.from(lines(deps, viewer, id)),
  };
}
