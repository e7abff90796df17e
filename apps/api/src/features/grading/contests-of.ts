import type { ContestView } from '@glossator/contract';
import type { Db } from '../../db/client.ts';
import { contestsOfStudent } from './result-statements.ts';

/** What a student has contested in an assignment, the newest first. */
export const contestsOf = (db: Db, assignment: string, student: string): Promise<ContestView[]> =>
  db.rows<ContestView & Record<string, unknown>>(contestsOfStudent, [assignment, student]);
