import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { deliver, type Delivery } from '../features/mail/deliver.ts';
import { makeMailQueue } from '../features/mail/queue.ts';
import { makeOutbox, resumeMail, type Outbox } from '../features/mail/service.ts';
import { noticeWriter } from '../features/notices/letter.ts';
import { decisionWriter } from '../features/moderation/decision-letter.ts';
import { alarmWriter, summaryWriter } from '../features/rota/letters.ts';
import { senderOf, smtpTransport, type MailTransport } from '../features/mail/transport.ts';
import { beginQueue } from './begin-queue.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly outbox: Outbox;
  }
}

export interface MailOptions {
  /** In place of the one SMTP_URL names. */
  readonly transport: MailTransport | null;
}

/** The outbox, and where mail is configured the worker that empties it. */
export const mail = fp<MailOptions>(
  (app: FastifyInstance, options, done) => {
    const { smtpUrl, origin, keys } = app.settings;
    const transport = options.transport ?? (smtpUrl === null ? null : smtpTransport(smtpUrl));
    const queue = makeMailQueue(app.db, (error) => {
      app.log.error({ err: error }, 'the job queue reports an error');
    });
    app.decorate('outbox', makeOutbox(queue, origin, transport !== null));

    async function begin(): Promise<void> {
      await queue.open();
      if (transport === null) return;
      const delivery: Delivery = {
        db: app.db,
        transport,
        from: senderOf(smtpUrl, origin),
        host: origin.hostname,
        late: {
          notices: noticeWriter(app.texts, origin, keys),
          decision: decisionWriter(app.texts, origin),
          'moderation-summary': summaryWriter(origin, keys),
          'moderation-alarm': alarmWriter(origin),
        },
      };
      await resumeMail(app.db, queue);
      await queue.work((id, isLast) => deliver(delivery, id, isLast));
    }
    beginQueue(app, 'the job queue', { begin, close: () => queue.close() });
    done();
  },
  { name: 'mail', dependencies: ['services'] },
);
