import { AnnotationView, closed, Uuid, WaitingPage } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { listWaiting, takeEditBack } from './waiting.ts';

export const waitingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.get(
    '/waiting',
    {
      schema: {
        operationId: 'listWaiting',
        summary: 'One’s own notes and edits that wait for a moderator or were handed back',
        tags: ['annotations'],
        querystring: PageQuery,
        response: { 200: WaitingPage },
      },
    },
    ({ query, viewer }) => listWaiting(deps, viewer, query.cursor, query.limit),
  );

  app.delete(
    '/annotations/:id/proposal',
    {
      config: writing,
      schema: {
        operationId: 'takeEditBack',
        summary: 'Take back an edit of one’s own note that waits or was handed back',
        tags: ['annotations'],
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: AnnotationView },
      },
    },
    ({ params, viewer }) => takeEditBack(deps, viewer, params.id),
  );
};
