import type { JobWithMetadata } from 'pg-boss';
import type { Db } from '../../db/client.ts';
import { openQueue } from '../../db/open-queue.ts';

export interface MailQueue {
  /** Opens the queue; may be called again after a failure. */
  open(): Promise<void>;
  /** Adds a job in the caller's transaction. A mail has one job at most: they share the id. */
  add(db: Db, mailId: string): Promise<void>;
  /** Works jobs off; `isLast` on the attempt after which there is no other. */
  work(handle: (mailId: string, isLast: boolean) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const name = 'mail';

export function makeMailQueue(db: Db, report: (error: unknown) => void): MailQueue {
  const jobs = {
    retryLimit: 8,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: 180,
    deleteAfterSeconds: 24 * 3_600,
  };
  const { boss, open } = openQueue(db, name, { jobs }, report);
  return {
    open,
    add: async (transaction, id) => {
      await open();
      await boss.send(name, { id }, { id, db: transaction });
    },
    work: async (handle) => {
      await open();
      await boss.work(
        name,
        { includeMetadata: true, pollingIntervalSeconds: 2 },
        async (batch: JobWithMetadata<{ id: string }>[]) => {
          for (const job of batch) await handle(job.data.id, job.retryCount >= job.retryLimit);
        },
      );
    },
    close: () => boss.stop({ timeout: 5_000 }),
  };
}
