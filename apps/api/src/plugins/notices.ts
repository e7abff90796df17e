import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { fanOut } from '../features/notices/fan-out.ts';

/** Milliseconds between two looks at what is due, and after a failure. */
const pause = 1_000;
const retryDelay = 30_000;

/** Tells people of new notes. The rows that wait are the queue: every process may work them off. */
export const notices = fp(
  (app: FastifyInstance, _options, done) => {
    let isClosing = false;
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> = Promise.resolve();

    async function work(): Promise<void> {
      let next = pause;
      try {
        while (!isClosing && (await fanOut(app.transact)));
      } catch (error) {
        app.log.error({ err: error }, 'notices were not written; it is tried again');
        next = retryDelay;
      }
      if (!isClosing) timer = setTimeout(begin, next).unref();
    }
    function begin(): void {
      running = work();
    }
    app.addHook('onReady', (ready) => {
      begin();
      ready();
    });
    app.addHook('onClose', async () => {
      isClosing = true;
      clearTimeout(timer);
      await running;
    });
    done();
  },
  { name: 'notices', dependencies: ['services'] },
);
