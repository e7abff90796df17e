import type { Db } from './client.ts';
import { openQueue } from './open-queue.ts';

/** Jobs that name what is to be worked on. */
export interface JobQueue {
  open(): Promise<void>;
  /** Adds a job in the caller's transaction. Several for one thing must do no harm. */
  add(db: Db, id: string): Promise<void>;
  work(handle: (id: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export function makeJobQueue(name: string, db: Db, report: (error: unknown) => void): JobQueue {
  const jobs = { retryLimit: 20, retryDelay: 10, expireInSeconds: 600, deleteAfterSeconds: 3_600 };
  // The mail's queue keeps the shared tables in order.
  const { boss, open } = openQueue(db, name, { supervise: false, jobs }, report);
  return {
    open,
    add: async (transaction, id) => {
      await open();
      await boss.send(name, { id }, { db: transaction });
    },
    work: async (handle) => {
      await open();
      await boss.work<{ id: string }>(name, { pollingIntervalSeconds: 1 }, async (batch) => {
        for (const job of batch) await handle(job.data.id);
      });
    },
    close: () => boss.stop({ timeout: 10_000 }),
  };
}
