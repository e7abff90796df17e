import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Db } from '../../db/client.ts';
import { undone } from '../../db/undone.ts';
import type { Viewer } from '../../plugins/session.ts';
import { withNewLayers } from '../gate/reader.ts';
import type { ViewAs } from './find.ts';
import { comeIn, isOfClass, leaveOutBlind } from './statements.ts';

interface Asked {
  readonly id?: string;
  readonly assignment?: string;
  readonly note?: string;
  readonly thread?: readonly string[];
  readonly ids?: readonly string[];
}

/** Whether what a request reads is of a class, by all that it names. */
export async function readsClass(
  db: Db,
  classId: string,
  { routeOptions: { url = '' }, params, query }: FastifyRequest,
): Promise<boolean> {
  const { id } = params as Asked;
  const { assignment, note, thread = [], ids = [] } = query as Asked;
  const inPath = (kind: string): string[] =>
    id !== undefined && url.startsWith(`/api/${kind}/:id`) ? [id] : [];
  if (inPath('classes').length > 0) return id?.toLowerCase() === classId;
  const [of = assignment ?? null] = inPath('assignments');
  const notes = [...inPath('annotations'), ...(note === undefined ? [] : [note])];
  const threads = [...inPath('threads'), ...thread, ...ids];
  if (of === null && notes.length + threads.length === 0) return false;
  const values = [classId, of, notes, threads];
  const [row] = await db.rows<{ isOf: boolean }>(isOfClass, values);
  return row?.isOf === true;
}

/**
 * Answers as a student of the class would be answered. Their rights are not worked out: in a transaction
 * that is undone, whoever looks is the student, and every statement is the one that reads for students.
 * As in a session for one class there is nothing outside of it, and nothing that is theirs alone: no
 * notebook, no drafts, no follows, and nothing of what moderators decided of them.
 */
export async function lookAs<Answer>(
  pool: Pool,
  viewer: Viewer,
  { class: { id: classId }, student }: ViewAs,
  answer: (as: Viewer) => Promise<Answer>,
): Promise<Answer> {
  const personId = student?.id ?? randomUUID();
  const actor = { personId, roles: [], within: classId };
  let as: Viewer = { ...viewer, self: viewer.actor, actor, layers: [] };
  return undone(
    pool,
    async (db) => {
      // A named student beside pseudonyms that graders are not told would tell them.
      await (student === null
        ? db.rows(comeIn, [personId, classId])
        : db.rows(leaveOutBlind, [classId]));
      as = await withNewLayers(db, { ...as, outside: [], sanctions: [] }, personId);
    },
    () => answer(as),
  );
}
