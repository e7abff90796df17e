import { PgBoss, type ConstructorOptions, type Queue } from 'pg-boss';
import type { Db } from './client.ts';
import { queueSchema } from './queue-schema.ts';

export interface OpenQueue {
  readonly boss: PgBoss;
  /** Opens the queue; may be called again after a failure. */
  readonly open: () => Promise<void>;
}

/** A queue of this name on the tables that the migrator installed. */
export function openQueue(
  db: Db,
  name: string,
  { jobs, ...options }: ConstructorOptions & { readonly jobs: Omit<Queue, 'name'> },
  report: (error: unknown) => void,
): OpenQueue {
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
    ...options,
  });
  boss.on('error', report);

  async function start(): Promise<void> {
    await boss.start();
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, jobs);
  }
  let started: Promise<void> | null = null;
  async function open(): Promise<void> {
    started ??= start().catch((error: unknown) => {
      started = null;
      throw error;
    });
    await started;
  }
  return { boss, open };
}
