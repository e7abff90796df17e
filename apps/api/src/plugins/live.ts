import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { makeFeed, type Feed } from '../features/live/feed.ts';
import { makeHub, type Hub, type Writing } from '../features/live/hub.ts';
import { listen } from '../features/live/listener.ts';
import { makeSeal, type Seal } from '../features/live/place.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly live: {
      readonly hub: Hub;
      readonly seal: Seal;
      /** Where a page that is read now takes up the stream. */
      cursor(): Promise<string>;
    };
  }
}

/** Milliseconds. */
const beat = 20_000;

/** One reader of the log in each process, and the streams it tells. */
export const live = fp(
  (app: FastifyInstance, _options, done) => {
    const report = (error: unknown): void => {
      app.log.error({ err: error }, 'live updates are behind; they are tried again');
    };
    const feed: Feed = makeFeed(
      app.db,
      (rows) => {
        hub.tell(rows);
      },
      report,
    );
    const seal = makeSeal(app.settings.keys);
    const hub: Hub = makeHub({
      db: app.db,
      feed,
      seal,
      renewViewer: (viewer) => app.renewViewer(viewer),
    });
    app.decorate('live', {
      hub,
      seal,
      cursor: async () => seal.write(await feed.begin()),
    });

    let listener: ReturnType<typeof listen> | undefined;
    let timer: NodeJS.Timeout | undefined;
    app.addHook('onReady', (ready) => {
      feed.wake();
      listener = listen(
        app.settings.databaseUrl,
        (channel, words) => {
          if (channel === 'glossator_change') feed.wake();
          else if (channel === 'glossator_rights') void hub.renew(words).catch(report);
          else if (channel === 'glossator_notices') hub.notices(words);
          else if (channel === 'glossator_cases') hub.cases(Number(words));
          else hub.writing(JSON.parse(words) as Writing);
        },
        () => {
          feed.wake();
          void hub.renew(null).catch(report);
        },
        report,
      );
      timer = setInterval(hub.beat, beat).unref();
      ready();
    });
    // Streams never end by themselves: without this, closing would wait for them.
    app.addHook('preClose', (closing) => {
      hub.close();
      closing();
    });
    app.addHook('onClose', async () => {
      clearInterval(timer);
      await listener?.close();
      await feed.close();
    });
    done();
  },
  { name: 'live', dependencies: ['services', 'session'] },
);
