import { Readable } from 'node:stream';
import type { LedgerFilter } from '@glossator/contract';
import { byteOrderMark, csvRows } from '../../csv.ts';
import type { Db } from '../../db/client.ts';
import { allEntries } from './service.ts';

/** Columns, in order. */
const columns = [
  'number',
  'at',
  'action',
  'role',
  'work',
  'address',
  'reason',
  'waited_seconds',
  'takes_back',
  'taken_back_by',
  'appeal',
] as const;

async function* file(db: Db, filter: LedgerFilter): AsyncGenerator<string> {
  yield byteOrderMark + csvRows([columns]);
  for await (const entries of allEntries(db, filter))
    if (entries.length > 0)
      yield csvRows(
        entries.map((entry) => [
          entry.seq,
          entry.at,
          entry.action,
          entry.role,
          entry.work,
          entry.address,
          entry.reason,
          entry.waited ?? '',
          entry.undoes ?? '',
          entry.undoneBy ?? '',
          entry.appeal === 'none' ? '' : entry.appeal,
        ]),
      );
}

/** Read only as fast as the client takes it; a client that goes away ends the generator. */
export const ledgerFile = (db: Db, filter: LedgerFilter): Readable =>
  Readable.from(file(db, filter), { objectMode: false, highWaterMark: 65_536 });
