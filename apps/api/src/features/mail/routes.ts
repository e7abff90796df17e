import { MailPage } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PageQuery } from '../../page-query.ts';
import { listMail } from './service.ts';

export const mailRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/outbox',
    {
      schema: {
        operationId: 'listMail',
        summary: 'Mail sent and waiting, newest first; the words only where no mail can be sent',
        tags: ['administration'],
        querystring: PageQuery,
        response: { 200: MailPage },
      },
    },
    ({ query, viewer }) => listMail(app.db, viewer.actor, app.outbox, query.cursor, query.limit),
  );
};
