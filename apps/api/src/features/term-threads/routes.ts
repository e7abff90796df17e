import { closed, Slug, ThreadPage, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { listTermThreads } from './list.ts';

const ofTerm = Type.Object(
  { slug: Slug, term: Type.String({ minLength: 1, maxLength: 64 }) },
  closed,
);
const ThreadsQuery = Type.Object(
  {
    ...PageQuery.properties,
    /** In this assignment, and one's own notebook; else what is of no class. */
    assignment: Type.Optional(Uuid),
  },
  closed,
);

export const termThreadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, texts: app.texts };

  app.get(
    '/works/:slug/terms/:term/threads',
    {
      schema: {
        operationId: 'listTermThreads',
        summary: 'What readers say about a term of the ledger, wherever it stands',
        tags: ['texts'],
        params: ofTerm,
        querystring: ThreadsQuery,
        response: { 200: ThreadPage },
      },
    },
    ({ params, query, viewer }) => listTermThreads(deps, viewer, params, query),
  );
};
