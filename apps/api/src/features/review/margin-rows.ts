import type { MarginAudience, MarginRole } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import * as statements from './margin-statements.ts';

export interface ThreadRow extends Record<string, unknown> {
  readonly id: string;
  readonly roundId: string;
  readonly part: string;
  readonly revision: number;
  readonly audience: MarginAudience;
  readonly start: number | null;
  readonly end: number | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly settled: string | null;
  /** Number of the reviewer who began it; null where an editor did. */
  readonly reviewer: number | null;
  /** Begun by the one who asks, as a reviewer. */
  readonly isOwn: boolean;
  /** Authors know of its first note. */
  readonly isTold: boolean;
  /** A note of it was not removed. */
  readonly isStanding: boolean;
}

export interface NoteRow extends Record<string, unknown> {
  readonly id: string;
  readonly thread: string;
  readonly n: number;
  readonly writtenAs: MarginRole;
  readonly authorId: string | null;
  readonly body: string;
  readonly version: number;
  readonly isTold: boolean;
  readonly removed: string | null;
  readonly written: string;
  readonly changed: string | null;
  readonly person: { readonly id: string; readonly name: string; readonly handle: string } | null;
}

export const threadsIn = (
  db: Db,
  personId: string,
  rounds: readonly { readonly id: string }[],
  parts: readonly string[] | null,
): Promise<ThreadRow[]> =>
  db.rows<ThreadRow>(statements.threadsIn, [personId, rounds.map(({ id }) => id), parts]);

export const threadNumbered = async (
  db: Db,
  personId: string,
  commentary: string,
  thread: string,
): Promise<ThreadRow | null> =>
  (await db.rows<ThreadRow>(statements.threadOf, [personId, thread, commentary]))[0] ?? null;

export const notesIn = (db: Db, threads: readonly { readonly id: string }[]): Promise<NoteRow[]> =>
  db.rows<NoteRow>(statements.notesIn, [threads.map(({ id }) => id)]);
