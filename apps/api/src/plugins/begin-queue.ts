import type { FastifyInstance } from 'fastify';

/** Milliseconds. */
const retryDelay = 30_000;

interface Work {
  readonly begin: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins with a queue once the app is ready, and again until it opens; closes it with the app. */
export function beginQueue(app: FastifyInstance, name: string, { begin, close }: Work): void {
  let again: NodeJS.Timeout | undefined;
  async function tryBegin(): Promise<void> {
    try {
      await begin();
    } catch (error) {
      app.log.error({ err: error }, `${name} did not open; it is tried again`);
      again = setTimeout(() => void tryBegin(), retryDelay).unref();
    }
  }
  // A database that is away now must not keep the rest from answering.
  app.addHook('onReady', tryBegin);
  app.addHook('onClose', async () => {
    clearTimeout(again);
    await close();
  });
}
