import { PgBoss } from 'pg-boss';
import type { Db } from './client.ts';
import { queueSchema } from './queue-schema.ts';

/** Jobs that name what is to be worked on. */
export interface JobQueue {
  open(): Promise<void>;
  /** Adds a job in the caller's transaction. Several for one thing must do no harm. */
  add(db: Db, id: string): Promise<void>;
  work(handle: (id: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export function makeJobQueue(name: string, db: Db, report: (error: unknown) => void): JobQueue {
  const boss = new PgBoss({
    db,
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    // The mail's queue keeps the shared tables in order.
    supervise: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  boss.on('error', report);

  async function start(): Promise<void> {
    await boss.start();
    if ((await boss.getQueue(name)) === null)
      await boss.createQueue(name, {
        retryLimit: 20,
        retryDelay: 10,
        expireInSeconds: 600,
        deleteAfterSeconds: 3_600,
      });
  }
  let started: Promise<void> | null = null;
  async function open(): Promise<void> {
    started ??= start().catch((error: unknown) => {
      started = null;
      throw error;
    });
    await started;
  }

  return {
    open,
    add: async (transaction, id) => {
      await open();
      await boss.send(name, { id }, { db: transaction });
    },
    work: async (handle) => {
      await open();
      await boss.work<{ id: string }>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await handle(job.data.id);
      });
    },
    close: () => boss.stop({ timeout: 10_000 }),
  };
}
