import { AnnotationView, closed, Hiding, Reason, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { hideByHand, showByHand } from './by-hand.ts';

const ById = Type.Object({ id: Uuid }, closed);

/** What moderators decide where they read, without the queue. */
export const byHandRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.post(
    '/annotations/:id/hide',
    {
      config: writing,
      schema: {
        operationId: 'hideAnnotation',
        summary: 'Withhold a note; readers are told the class of the reason, its author the words',
        tags: ['annotations'],
        params: ById,
        body: Hiding,
        response: { 200: AnnotationView },
      },
    },
    ({ params, body, viewer }) => hideByHand(deps, viewer, params.id, body),
  );

  app.post(
    '/annotations/:id/unhide',
    {
      config: writing,
      schema: {
        operationId: 'unhideAnnotation',
        summary: 'Show a withheld note again',
        tags: ['annotations'],
        params: ById,
        body: Reason,
        response: { 200: AnnotationView },
      },
    },
    ({ params, body, viewer }) => showByHand(deps, viewer, params.id, body.reason),
  );
};
