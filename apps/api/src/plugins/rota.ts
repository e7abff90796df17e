import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { beginMornings, callAdministrators } from '../features/rota/morning.ts';
import { repeat } from './repeat.ts';

/** Milliseconds between two looks at what is due, and after a failure. */
const delay = 60_000;
const retryDelay = 120_000;

/** Tells moderators what the day begins with, and administrators what has waited too long. */
export const rota = fp(
  (app: FastifyInstance, _options, done) => {
    let end: (() => Promise<void>) | undefined;
    app.addHook('onReady', (ready) => {
      // Without mail the pages say it.
      if (app.outbox.sends)
        end = repeat({
          bit: async () => {
            await callAdministrators(app, app.outbox);
            return beginMornings(app, app.outbox);
          },
          delay,
          retryDelay,
          failed: (err) => {
            app.log.error({ err }, 'mail of the rota was not written; it is tried again');
          },
        });
      ready();
    });
    app.addHook('onClose', async () => {
      await end?.();
    });
    done();
  },
  { name: 'rota', dependencies: ['services', 'mail'] },
);
