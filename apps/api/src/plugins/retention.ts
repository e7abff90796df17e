import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { emptyClass, findEnded, findShut, shutClass } from '../features/retention/empty.ts';
import { findToWarn, warnStaff } from '../features/retention/warn.ts';
import { oneByOne } from './one-by-one.ts';
import { repeat } from './repeat.ts';

/** Milliseconds between two looks at what is due, and after a failure. */
const delay = 15_000;
const retryDelay = 60_000;

/**
 * Deletes what classes hold when their day has ended, and says so before. Every process looks; each
 * class is shut once, and emptied by one at a time.
 */
export const retention = fp(
  (app: FastifyInstance, _options, done) => {
    const ends: (() => Promise<void>)[] = [];
    const rounds = [
      {
        message: 'a class was not shut at its end; it is tried again',
        next: (except: readonly string[]) => findEnded(app.db, except),
        work: (id: string) => shutClass(app.transact, id),
      },
      {
        message: 'a class was not emptied; it is gone on with later',
        next: (except: readonly string[]) => findShut(app.db, except),
        work: (id: string) => emptyClass(app.transact, id),
      },
      {
        message: 'the staff of a class was not told of its end; it is tried again',
        next: (except: readonly string[]) => findToWarn(app.db, except),
        work: (id: string) => warnStaff(app, id),
      },
    ];
    app.addHook('onListen', (ready) => {
      for (const { message, ...due } of rounds)
        ends.push(
          repeat({
            bit: oneByOne(due),
            delay,
            retryDelay,
            failed: (err) => {
              app.log.error({ err }, message);
            },
          }),
        );
      ready();
    });
    app.addHook('onClose', async () => {
      await Promise.all(ends.map((end) => end()));
    });
    done();
  },
  { name: 'retention', dependencies: ['services', 'mail'] },
);
