import { byteOrderMark, csvRows } from '../../csv.ts';
import { addressBetween } from '../works/address.ts';
import { partOf, permalink, quoteOf, type Form } from './frame.ts';

/** Columns, in order; described in the documentation of the API. */
export const columns = [
  'id',
  'work',
  'address',
  'target',
  'edition',
  'quote',
  'layer',
  'kind',
  'tags',
  'author',
  'handle',
  'created',
  'changed',
  'thread',
  'in_reply_to',
  'depth',
  'resolution',
  'text',
  'permalink',
  'imported_from',
  'imported_author',
  'imported_created',
  'about_part',
  'about_term',
] as const;

export const csvForm: Form = {
  type: 'text/csv; charset=utf-8',
  extension: 'csv',
  begin: () => byteOrderMark + csvRows([columns]),
  write: (frame, notes) =>
    Promise.resolve(
      csvRows(
        notes.map(({ row, root, depth, source }) => [
          row.id,
          row.work,
          addressBetween(frame.work.structure, root.from_uid, root.to_uid),
          root.target_kind,
          [...new Set((root.loci ?? []).map((each) => `${each.edition}:${each.version}`))].join(
            ' ',
          ),
          quoteOf(root),
          row.layer,
          row.kind,
          row.tags.join(', '),
          row.author_name,
          row.author_name === '' ? '' : row.author_handle,
          row.created,
          row.changed,
          row.thread,
          row.parent_id ?? '',
          depth,
          row.resolution,
          row.body ?? '',
          permalink(frame, row.id),
          source?.source ?? '',
          source?.author ?? '',
          source?.written ?? '',
          partOf(root),
          root.term ?? '',
        ]),
      ),
    ),
  end: () => '',
};
