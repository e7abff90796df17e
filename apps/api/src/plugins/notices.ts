import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { tellDecisions } from '../features/moderation/tell.ts';
import { accountForLate } from '../features/following-text/account-late.ts';
import { mailTextNews } from '../features/following-text/news.ts';
import { mailReleaseNews } from '../features/following-text/release-news.ts';
import { fanOut } from '../features/notices/fan-out.ts';
import { mailNews } from '../features/class-news/mail.ts';
import { mailResults } from '../features/grading/tell.ts';
import { mailFlaggers, tellFlaggers } from '../features/flags/tell.ts';
import { gatherMail } from '../features/notices/gather.ts';
import { repeat } from './repeat.ts';

/** Milliseconds between two looks at what is due, and after a failure. */
const pause = {
  notices: 1_000,
  mail: 5_000,
  decisions: 5_000,
  receipts: 5_000,
  results: 5_000,
  news: 5_000,
  late: 1_000,
};
const retryDelay = 30_000;

/**
 * Tells people of new notes and of what was decided on their own, and gathers what is told by mail. The rows that wait are the queue:
 * every process may work them off.
 */
export const notices = fp(
  (app: FastifyInstance, _options, done) => {
    const every = (bit: () => Promise<boolean>, delay: number, failed: string) =>
      repeat({
        bit,
        delay,
        retryDelay,
        failed: (err) => {
          app.log.error({ err }, failed);
        },
      });
    const ends: (() => Promise<void>)[] = [];
    app.addHook('onReady', (ready) => {
      ends.push(
        every(
          () => fanOut(app.transact),
          pause.notices,
          'notices were not written; it is tried again',
        ),
      );
      ends.push(
        every(
          () => accountForLate(app.transact),
          pause.late,
          'notes on a former text were not accounted for; it is tried again',
        ),
      );
      ends.push(
        every(
          () => tellDecisions(app, app.outbox),
          pause.decisions,
          'authors were not told of decisions; it is tried again',
        ),
      );
      ends.push(
        every(
          () => tellFlaggers(app.transact),
          pause.receipts,
          'reports were not answered; it is tried again',
        ),
      );
      // Whoever could read mail that is never sent would learn what others follow.
      if (app.outbox.sends)
        ends.push(
          every(
            () => gatherMail(app, app.outbox),
            pause.mail,
            'mail of notices was not gathered; it is tried again',
          ),
          every(
            () => mailFlaggers(app, app.outbox),
            pause.receipts,
            'mail of reports was not written; it is tried again',
          ),
          every(
            () => mailResults(app, app.outbox),
            pause.results,
            'mail of results was not written; it is tried again',
          ),
          every(
            () => mailNews(app, app.outbox),
            pause.news,
            'mail of classes was not written; it is tried again',
          ),
          every(
            () => mailTextNews(app, app.outbox),
            pause.news,
            'mail of releases to authors was not written; it is tried again',
          ),
          every(
            () => mailReleaseNews(app, app.outbox),
            pause.news,
            'mail of releases was not written; it is tried again',
          ),
        );
      ready();
    });
    app.addHook('onClose', async () => {
      await Promise.all(ends.map((end) => end()));
    });
    done();
  },
  { name: 'notices', dependencies: ['services', 'mail'] },
);
