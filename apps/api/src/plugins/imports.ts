import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { makeJobQueue } from '../db/job-queue.ts';
import { runningImports } from '../features/exchange/repository.ts';
import type { ImportDeps } from '../features/exchange/service.ts';
import { workBatch } from '../features/exchange/work-off.ts';
import { beginQueue } from './begin-queue.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly imports: ImportDeps;
  }
}

/** The worker that writes imports. One that was under way when a process ended goes on at the next start. */
export const imports = fp(
  (app: FastifyInstance, _options, done) => {
    const { db, transact, texts } = app;
    const queue = makeJobQueue('import', db, (error) => {
      app.log.error({ err: error }, 'the queue of imports reports an error');
    });
    const deps: ImportDeps = { db, transact, texts, queue };
    app.decorate('imports', deps);

    let isClosing = false;
    async function run(id: string): Promise<void> {
      while (!isClosing && (await workBatch(deps, id)));
    }
    async function begin(): Promise<void> {
      await queue.open();
      for (const id of await runningImports(db)) await queue.add(db, id);
      await queue.work(run);
    }
    beginQueue(app, 'the queue of imports', {
      begin,
      close: async () => {
        isClosing = true;
        await queue.close();
      },
    });
    done();
  },
  { name: 'imports', dependencies: ['services', 'mail'] },
);
