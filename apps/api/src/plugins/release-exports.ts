import { releaseFormats } from '@glossator/domain';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { makeJobQueue } from '../db/job-queue.ts';
import type { ExportDeps } from '../features/release-exports/files.ts';
import { printer } from '../features/release-exports/pdf.ts';
import { waitingFiles } from '../features/release-exports/statements.ts';
import { workOff } from '../features/release-exports/work-off.ts';
import { beginQueue } from './begin-queue.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly releaseExports: ExportDeps;
  }
}

/** The worker that makes files of releases. One that was under way when a process ended is made at the next start. */
export const releaseExports = fp(
  (app: FastifyInstance, _options, done) => {
    const { db, transact, texts, settings } = app;
    const queue = makeJobQueue('release-file', db, (error) => {
      app.log.error({ err: error }, 'the queue of files reports an error');
    });
    const { chromium, origin } = settings;
    const deps: ExportDeps = {
      ...{ db, transact, texts, queue },
      origin: origin.origin,
      print: chromium === null ? null : printer(chromium),
      formats: releaseFormats.filter((format) => format !== 'pdf' || chromium !== null),
    };
    app.decorate('releaseExports', deps);

    const report = (error: unknown): void => {
      app.log.error({ err: error }, 'a file of a release was not made');
    };
    async function begin(): Promise<void> {
      await queue.open();
      for (const { id } of await db.rows<{ id: string }>(waitingFiles, [])) await queue.add(db, id);
      await queue.work((id) => workOff(deps, id, report));
    }
    beginQueue(app, 'the queue of files', { begin, close: () => queue.close() });
    done();
  },
  { name: 'release-exports', dependencies: ['services', 'mail'] },
);
