import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { openDueGate } from '../features/assignments/settle.ts';
import { repeat } from './repeat.ts';

/** Milliseconds between two looks at which gates are due, and after a failure. */
const delay = 20_000;
const retryDelay = 60_000;

/** Opens what time opens, in every process: each gate is taken by one of them. */
export const gates = fp(
  (app: FastifyInstance, _options, done) => {
    let end: (() => Promise<void>) | undefined;
    app.addHook('onListen', (ready) => {
      end = repeat({
        bit: () => openDueGate(app),
        delay,
        retryDelay,
        failed: (err) => {
          app.log.error({ err }, 'a gate was not opened at its time; it is tried again');
        },
      });
      ready();
    });
    app.addHook('onClose', async () => {
      await end?.();
    });
    done();
  },
  { name: 'gates', dependencies: ['services'] },
);
