import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { columns, joinSurroundings, joinWords, readerOf } from './row-columns.ts';

/** Published notes of a work's public layer, oldest first: primary key of public_note. */
export const publicNotes: Statement = {
  name: 'public-notes',
  text: `
    select ${columns(readerOf('$3::integer[]'))}
    from (
      select annotation_id from public_note
      where work_id = $4 and (created_at, annotation_id) > ($5::timestamptz, $6::uuid)
      order by created_at, annotation_id limit $7
    ) n
    join annotation a on a.id = n.annotation_id
    join thread t on t.id = a.thread_id
    ${joinSurroundings}
    ${joinWords}
    where t.layer_id = any($3::integer[])
    order by a.created_at, a.id`,
};

/**
 * The note some places before another, or before the end, in the same order: one short stretch of
 * the same key, read backwards.
 */
export const publicNoteBack: Statement = {
  name: 'public-note-back',
  text: `
    select ${iso('created_at')} as created, annotation_id as id from public_note
    where work_id = $1 and (created_at, annotation_id) <= ($2::timestamptz, $3::uuid)
    order by created_at desc, annotation_id desc
    offset $4 limit 1`,
};

/** How many there are: sixteen rows by the primary key of public_tally. */
export const publicCount: Statement = {
  name: 'public-count',
  text: 'select coalesce(sum(notes), 0)::integer as notes from public_tally where work_id = $1',
};
