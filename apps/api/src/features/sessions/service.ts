import { randomUUID } from 'node:crypto';
import { limits, type SessionPage, type ViewerView } from '@glossator/contract';
import { visitor, type Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { refuseBanned } from '../sanctions/refuse.ts';
import { countToDo } from '../moderation/to-do.ts';
import { presentViewer } from './presenter.ts';
import {
  countSessionsOf,
  dropDeadSessions,
  dropSession,
  dropSessionById,
  dropSessionsOf,
  insertSession,
  readSession,
  sessionsBefore,
  visitorLayers,
} from './repository.ts';

/** The browser a session is opened in. */
export interface Browser {
  /** Its own name for itself. */
  readonly device: string;
  /** The session it has now, which ends: an id planted before signing in is worth nothing after. */
  readonly sessionId: string | null;
}

export interface Opened {
  readonly sessionId: string;
  readonly viewer: ViewerView;
}

/** What a browser says of itself, fit to be shown in a list. */
export function deviceName(header: string | undefined): string {
  const readable = (header ?? '').replace(/[^\x20-\x7e]/g, '');
  return readable.slice(0, limits.deviceLength);
}

interface Confined {
  readonly classId?: string | null;
  readonly linkBy?: string | null;
}

export async function openSession(
  db: Db,
  personId: string,
  { device, sessionId: former }: Browser,
  /** The one class that it is for, and who of its staff made the link. */
  { classId = null, linkBy = null }: Confined = {},
): Promise<Opened> {
  await refuseBanned(db, personId);
  const sessionId = randomUUID();
  await insertSession(db, { id: sessionId, personId, device, classId, linkBy });
  if (former !== null) await dropSessionById(db, former);
  return { sessionId, viewer: await viewerOf(db, sessionId) };
}

/** The viewer as they stand in the tables now. */
export async function viewerOf(db: Db, sessionId: string | null): Promise<ViewerView> {
  const row = sessionId === null ? null : await readSession(db, sessionId);
  const viewer: Viewer =
    row === null
      ? {
          actor: visitor,
          sessionId: null,
          person: null,
          layers: await visitorLayers(db),
          works: [],
        }
      : {
          actor: row.actor,
          sessionId: row.id,
          person: row.person,
          sanctions: row.sanctions,
          layers: row.layers,
          works: row.works,
        };
  return presentViewer(viewer, await countToDo(db, viewer));
}

/** Ends the session of this browser, if it has one. */
export async function signOut(db: Db, sessionId: string | null): Promise<void> {
  if (sessionId !== null) await dropSessionById(db, sessionId);
}

export async function listSessions(
  db: Db,
  actor: Actor,
  current: string | null,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<SessionPage> {
  const personId = requireMember(actor);
  const place = readCursor(cursor, 'instant', 'uuid');
  const before = place === null ? null : { created: place[0], id: place[1] };
  return pageOf(
    await sessionsBefore(db, personId, before, limit + 1),
    limit,
    ({ seen, ...row }) => ({ ...row, seen: seen.toISOString(), current: row.id === current }),
    (last) => writeCursor(last.created, last.id),
  );
}

/** One's own only: another's looks like none. */
export async function endSession(db: Db, actor: Actor, id: string): Promise<void> {
  if (!(await dropSession(db, id, requireMember(actor)))) throw notFound();
}

export const endSessionsOf = dropSessionsOf;
export const countSessions = countSessionsOf;
export const tidySessions = dropDeadSessions;

/** Somebody who has not signed in. */
export const visitorReader = async (
  db: Db,
): Promise<Pick<Viewer, 'actor' | 'layers' | 'works'>> => ({
  actor: visitor,
  layers: await visitorLayers(db),
  works: [],
});

/** What somebody may see now; null where their session has ended since. */
export async function readerNow(
  db: Db,
  sessionId: string | null,
): Promise<Pick<Viewer, 'actor' | 'layers' | 'works'> | null> {
  if (sessionId === null) return visitorReader(db);
  const session = await readSession(db, sessionId);
  if (session === null) return null;
  return { actor: session.actor, layers: session.layers, works: session.works };
}
