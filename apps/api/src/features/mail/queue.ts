import { PgBoss, type JobWithMetadata } from 'pg-boss';
import type { Db } from '../../db/client.ts';
import { queueSchema } from '../../db/queue-schema.ts';

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
  const boss = new PgBoss({
    db,
    schema: queueSchema,
    // The migrator installs the tables as their owner; this role may only use them.
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  boss.on('error', report);

  async function start(): Promise<void> {
    await boss.start();
    if ((await boss.getQueue(name)) === null)
      await boss.createQueue(name, {
        retryLimit: 8,
        retryDelay: 30,
        retryBackoff: true,
        retryDelayMax: 3_600,
        expireInSeconds: 180,
        deleteAfterSeconds: 24 * 3_600,
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
      await boss.send(name, { id }, { id, db: transaction });
    },
    work: async (handle) => {
      await open();
      await boss.work(
        name,
        { includeMetadata: true, pollingIntervalSeconds: 2 },
        async (jobs: JobWithMetadata<{ id: string }>[]) => {
          for (const job of jobs) await handle(job.data.id, job.retryCount >= job.retryLimit);
        },
      );
    },
    close: () => boss.stop({ timeout: 5_000 }),
  };
}
