import type { Db } from '../../db/client.ts';
import { makeJobQueue, type JobQueue } from '../../db/job-queue.ts';

export type ImportQueue = JobQueue;

export const makeImportQueue = (db: Db, report: (error: unknown) => void): ImportQueue =>
  makeJobQueue('import', db, report);
