import type { ClassNews } from '@glossator/contract';
import type { Db } from '../../db/client.ts';
import * as statements from './statements.ts';

/* What happens in a class and is no note, told to whom it concerns in the transaction that does it. */

const newAtMost = 50;

export const tellPublished = (db: Db, assignment: string): Promise<unknown> =>
  db.rows(statements.tellPublished, [assignment]);
export const forgetPublished = (db: Db, assignment: string): Promise<unknown> =>
  db.rows(statements.forgetPublished, [assignment]);
/** After its times were changed. */
export const moveOpening = (db: Db, assignment: string): Promise<unknown> =>
  db.rows(statements.moveOpening, [assignment]);

export const tellExtended = (db: Db, assignment: string, student: string): Promise<unknown> =>
  db.rows(statements.tellStudent, [assignment, student, 'extended']);
export const forgetExtension = (db: Db, assignment: string, student: string): Promise<unknown> =>
  db.rows(statements.forgetExtension, [assignment, student]);

export const tellContested = (db: Db, assignment: string): Promise<unknown> =>
  db.rows(statements.tellContested, [assignment]);
/** That it stands: points that are set anew are told as a result. */
export const tellAnswered = (db: Db, assignment: string, student: string): Promise<unknown> =>
  db.rows(statements.tellStudent, [assignment, student, 'answered']);
export const settleContested = (db: Db, assignment: string): Promise<unknown> =>
  db.rows(statements.settleContested, [assignment]);

/** What somebody has not looked at, the newest first. */
export const newsOf = (db: Db, personId: string): Promise<ClassNews[]> =>
  db.rows<ClassNews & Record<string, unknown>>(statements.unreadNews, [personId, newAtMost]);

export async function readNews(db: Db, personId: string, until: string): Promise<void> {
  await db.rows(statements.readNews, [personId, until]);
}

/** Whoever reads an assignment has been told of it. */
export async function readNewsOf(db: Db, personId: string, assignment: string): Promise<void> {
  await db.rows(statements.readNewsOf, [personId, assignment]);
}

export const tidyNews = (db: Db): Promise<unknown> => db.rows(statements.dropOldNews, []);
