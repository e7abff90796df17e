import { limits, type OwnNote, type OwnNotes, type OwnNotesQuery } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { ends } from '../../db/instant.ts';
import { addressBetween } from '../works/address.ts';
import type { AssignmentDeps } from './assignments.ts';
import { requireStudent } from './mine.ts';
import { ownNotes } from './own-statements.ts';

type Row = Pick<OwnNote, 'id' | 'work' | 'kind' | 'isReply' | 'words' | 'isHidden' | 'place'> & {
  readonly assignmentId: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly written: string;
  readonly at: string;
  readonly count: number;
  readonly newest: OwnNote['answers']['newest'];
} & Record<string, unknown>;

/** What the one who asks wrote in a class as a student, and who answered. */
export async function listOwnNotes(
  { db, texts }: AssignmentDeps,
  actor: Actor,
  classId: string,
  { cursor, limit: size = limits.pageSize, assignment }: OwnNotesQuery,
): Promise<OwnNotes> {
  const { personId } = await requireStudent(db, actor, classId);
  const [at, id] = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  const values = [classId, personId, assignment ?? null, at, id, size + 1];
  const rows = await db.rows<Row>(ownNotes, values);
  const slugs = [...new Set(rows.map(({ work }) => work))];
  const works = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, await texts.work(slug)] as const)),
  );
  return pageOf(
    rows,
    size,
    ({ assignmentId, title, from, to, count, newest, at: _, ...row }) => ({
      id: row.id,
      assignment: { id: assignmentId, title },
      work: row.work,
      address: addressBetween(works.get(row.work)?.structure, from, to),
      kind: row.kind,
      isReply: row.isReply,
      words: row.words,
      isHidden: row.isHidden,
      place: row.place,
      written: row.written,
      answers: { count, newest },
    }),
    (last) => writeCursor(last.at, last.id),
  );
}
