import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { reindexNotes } from '../features/search/reindex.ts';
import { tidy } from '../features/upkeep/service.ts';

const day = 24 * 60 * 60 * 1_000;

/** Tidies when the process begins to listen, and every day after. */
export const upkeep = fp(
  (app: FastifyInstance, _options, done) => {
    const work = async (): Promise<void> => {
      await tidy(app.transact);
      // Notes from before search, or with tokens of an older kind.
      await reindexNotes(app.db);
    };
    const run = (): Promise<void> =>
      work().catch((error: unknown) => {
        app.log.error({ err: error }, 'tidying failed; it is tried again tomorrow');
      });
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> = Promise.resolve();
    app.addHook('onListen', (started) => {
      running = run();
      timer = setInterval(() => {
        running = run();
      }, day).unref();
      started();
    });
    app.addHook('onClose', async () => {
      clearInterval(timer);
      await running;
    });
    done();
  },
  { name: 'upkeep', dependencies: ['services'] },
);
