import { closed, RevisionPage, RevisionView, Uuid, Withdrawing } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { listRevisions, readRevision, withdrawRevision } from './revisions.ts';

const ById = Type.Object({ id: Uuid }, closed);
const ByNumber = Type.Object(
  { id: Uuid, number: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
  closed,
);

/** How notes were edited. */
export const revisionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.get(
    '/annotations/:id/revisions',
    {
      schema: {
        operationId: 'listRevisions',
        summary: 'The revisions of a note, newest first',
        tags: ['annotations'],
        params: ById,
        querystring: PageQuery,
        response: { 200: RevisionPage },
      },
    },
    ({ params, query, viewer }) =>
      listRevisions(deps, viewer, params.id, query.cursor, query.limit),
  );

  app.get(
    '/annotations/:id/revisions/:number',
    {
      schema: {
        operationId: 'readRevision',
        summary: 'One revision of a note',
        tags: ['annotations'],
        params: ByNumber,
        response: { 200: RevisionView },
      },
    },
    ({ params, viewer }) => readRevision(deps, viewer, params.id, params.number),
  );

  app.post(
    '/annotations/:id/revisions/:number/withdrawal',
    {
      config: writing,
      schema: {
        operationId: 'withdrawRevision',
        summary:
          'Take the words of an earlier revision away for good; its mark stays. Staff say why',
        tags: ['annotations'],
        params: ByNumber,
        body: Withdrawing,
        response: { 200: RevisionView },
      },
    },
    ({ params, body, viewer }) =>
      withdrawRevision(deps, viewer, params.id, params.number, body.reason),
  );
};
