import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { makeJobQueue } from '../db/job-queue.ts';
import { makeProposals } from '../features/text-imports/proposals.ts';
import type { TextImportDeps } from '../features/text-imports/service.ts';
import { waiting } from '../features/text-imports/statements.ts';
import { publishOff } from '../features/text-imports/publish-off.ts';
import { workOff } from '../features/text-imports/work-off.ts';
import { beginQueue } from './begin-queue.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly textImports: TextImportDeps;
  }
}

/** The worker that reads texts that people bring, and makes works of them. What was under way when a process ended is begun again at the next start. */
export const textImports = fp(
  (app: FastifyInstance, _options, done) => {
    const { db, transact } = app;
    const queue = makeJobQueue('text-import', db, (error) => {
      app.log.error({ err: error }, 'the queue of texts reports an error');
    });
    app.decorate('textImports', { db, transact, queue, proposals: makeProposals() });
    const report = (error: unknown): void => {
      app.log.error({ err: error }, 'a text was not published');
    };
    async function begin(): Promise<void> {
      await queue.open();
      for (const { id } of await db.rows<{ id: string }>(waiting, [])) await queue.add(db, id);
      await queue.work(async (id) => {
        await workOff({ db, transact }, id);
        await publishOff({ db, transact, report }, id);
      });
    }
    beginQueue(app, 'the queue of texts', { begin, close: () => queue.close() });
    done();
  },
  { name: 'text-imports', dependencies: ['services', 'mail'] },
);
