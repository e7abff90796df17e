import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { findRelease, releaseDue } from '../features/grading/release.ts';
import { oneByOne } from './one-by-one.ts';
import { repeat } from './repeat.ts';

/** Milliseconds between two looks at what is due, and after a failure. */
const delay = 15_000;
const retryDelay = 60_000;

/** Releases results when their time has come. Every process looks; each time is worked off once. */
export const grading = fp(
  (app: FastifyInstance, _options, done) => {
    let end: (() => Promise<void>) | undefined;
    app.addHook('onReady', (ready) => {
      end = repeat({
        bit: oneByOne({
          next: (failed) => findRelease(app.db, failed),
          work: (id) => releaseDue(app.transact, id),
        }),
        delay,
        retryDelay,
        failed: (err) => {
          app.log.error({ err }, 'results were not released; it is tried again');
        },
      });
      ready();
    });
    app.addHook('onClose', async () => {
      await end?.();
    });
    done();
  },
  { name: 'grading', dependencies: ['services'] },
);
