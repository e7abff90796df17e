import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { findDue, publishDue } from '../features/publishing/due.ts';
import { oneByOne } from './one-by-one.ts';
import { repeat } from './repeat.ts';

/** Milliseconds between two looks at what is due, and after a failure. */
const delay = 15_000;
const retryDelay = 60_000;

/** Publishes what is due. Every process looks; each commentary is published by one of them. */
export const publishing = fp(
  (app: FastifyInstance, _options, done) => {
    let end: (() => Promise<void>) | undefined;
    app.addHook('onReady', (ready) => {
      end = repeat({
        bit: oneByOne({
          next: (failed) => findDue(app.db, failed),
          work: (id) => publishDue(app, id),
        }),
        delay,
        retryDelay,
        failed: (err) => {
          app.log.error({ err }, 'a commentary was not published at its time; it is tried again');
        },
      });
      ready();
    });
    app.addHook('onClose', async () => {
      await end?.();
    });
    done();
  },
  { name: 'publishing', dependencies: ['services', 'mail'] },
);
