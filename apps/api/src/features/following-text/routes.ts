import { Done, TextChangeAnswer, TextChangePage } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { answerChange, listChanges } from './own-changes.ts';

export const followingTextRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact } = app;
  const tags = ['annotations'];

  app.get(
    '/account/text-changes',
    {
      schema: {
        operationId: 'listTextChanges',
        summary:
          'Notes of one’s own under which the text changed, that want an answer, newest first',
        tags,
        querystring: PageQuery,
        response: { 200: TextChangePage },
      },
    },
    ({ query, viewer }) => listChanges(db, viewer, query.cursor, query.limit),
  );

  app.post(
    '/account/text-changes',
    {
      config: writing,
      schema: {
        operationId: 'answerTextChange',
        summary:
          'Say of a note of one’s own that it is still true, that it stands at the place proposed, or that it stays with the old text',
        tags,
        body: TextChangeAnswer,
        response: { 200: Done },
      },
    },
    async ({ body, viewer }) => {
      await answerChange(transact, viewer, body);
      return { done: true } as const;
    },
  );
};
