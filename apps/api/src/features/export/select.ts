import type { ExportQuery } from '@glossator/contract';
import { tagKey } from '@glossator/domain';
import type { AnnotationRow } from '../annotations/rows.ts';

const wanted = <Item>(list: readonly Item[] | undefined, value: Item): boolean =>
  list === undefined || list.length === 0 || list.includes(value);

/** Whether a note that the reader sees belongs to what was asked for. */
export function selector(query: ExportQuery): (row: AnnotationRow) => boolean {
  const tags = query.tag?.map(tagKey).filter((tag) => tag !== '');
  const by = query.by?.map((handle) => handle.replace(/^@/, '').toLowerCase()).filter(Boolean);
  return (row) => {
    // A tombstone has nothing to say; nor has a note whose words the reader may not read.
    if (!row.readable || row.body === null || row.state === 'deleted') return false;
    const day = row.created.slice(0, 10);
    return (
      wanted(query.layer, row.layer) &&
      wanted(query.kind, row.kind) &&
      (query.is === undefined || row.resolution === query.is) &&
      (tags === undefined ||
        tags.length === 0 ||
        row.tags.some((each) => tags.includes(tagKey(each)))) &&
      (by === undefined ||
        by.length === 0 ||
        (row.author_name !== '' && by.includes(row.author_handle.toLowerCase()))) &&
      (query.since === undefined || day >= query.since) &&
      (query.until === undefined || day <= query.until)
    );
  };
}
