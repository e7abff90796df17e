import { AnnotationView, closed, Hiding, NoteDecision, Reason, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { hideByHand, showByHand } from './by-hand.ts';
import { listDecisions } from './note-decisions.ts';

const ById = Type.Object({ id: Uuid }, closed);

/** What moderators decide where they read, without the queue; and what was decided on a note. */
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

  app.get(
    '/annotations/:id/decisions',
    {
      schema: {
        operationId: 'listDecisions',
        summary: 'What moderators decided on a note, for its author and those who keep it in order',
        tags: ['moderation'],
        params: ById,
        response: { 200: Type.Object({ items: Type.Array(NoteDecision) }, closed) },
      },
    },
    ({ params, viewer }) => listDecisions(deps, viewer, params.id),
  );
};
