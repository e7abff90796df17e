import { closed, ReleaseQuery, Slug, ThreadPage, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { listPartThreads } from './list.ts';

const ofEntry = Type.Object(
  { slug: Slug, label: Type.String({ minLength: 1, maxLength: 12 }) },
  closed,
);
const ThreadsQuery = Type.Object(
  {
    ...ReleaseQuery.properties,
    ...PageQuery.properties,
    /** In this assignment, and one's own notebook; else what is of no class. */
    assignment: Type.Optional(Uuid),
  },
  closed,
);

export const partThreadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, texts: app.texts };

  app.get(
    '/releases/:slug/entries/:label/threads',
    {
      schema: {
        operationId: 'listPartThreads',
        summary: 'What readers say about an entry, on this release of it or an earlier one',
        tags: ['commentaries'],
        params: ofEntry,
        querystring: ThreadsQuery,
        response: { 200: ThreadPage },
      },
    },
    ({ params, query, viewer }) => listPartThreads(deps, viewer, params, query),
  );
};
