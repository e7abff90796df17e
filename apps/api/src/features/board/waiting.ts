import { limits, type BoardNotes } from '@glossator/contract';
import { staffKnowsNames, type NoteKind } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { ends } from '../../db/instant.ts';
import { plainOpening } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { addressBetween } from '../works/address.ts';

import { readAssigned, type BoardDeps } from './service.ts';
import { waitingNotes, type BoardList } from './statements.ts';

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly kind: NoteKind;
  readonly words: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly isStaff: boolean;
  readonly written: string;
  readonly onDesk: boolean;
  readonly answers: number;
}

/** Questions that are not settled, or threads that nobody answered, in the order of the clauses. */
export async function listWaiting(
  deps: BoardDeps,
  viewer: Viewer,
  id: string,
  list: BoardList,
  cursor: string | undefined,
  size: number = limits.pageSize,
): Promise<BoardNotes> {
  const { seen, work } = await readAssigned(deps, viewer, id);
  const [n, at, note] = readCursor(cursor, 'number', 'instant', 'uuid') ?? [
    -1,
    ends.firstInstant,
    ends.firstUuid,
  ];
  const values = [id, seen.classId, n, at, note, size + 1, staffKnowsNames(seen)];
  const rows = await deps.db.rows<Row>(waitingNotes(list), values);
  return pageOf(
    rows,
    size,
    ({ from, to, author, authorId, isStaff, ...row }) => ({
      id: row.id,
      address: addressBetween(work.structure, from, to),
      kind: row.kind,
      words: plainOpening(row.words),
      // Whoever has no pseudonym yet is nobody, rather than who they are.
      author: { id: authorId, name: author ?? '', isStaff },
      written: row.written,
      onDesk: row.onDesk,
      answers: row.answers,
    }),
    (last) => writeCursor(last.n, last.written, last.id),
  );
}
