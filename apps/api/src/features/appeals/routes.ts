import { AnnotationView, AppealForm, closed, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { appeal } from './service.ts';

export const appealRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts, outbox, settings } = app;
  const deps = { db, transact, texts, outbox, settings };

  app.post(
    '/annotations/:id/appeal',
    {
      config: writing,
      schema: {
        operationId: 'appealDecision',
        summary: 'Appeal, once, a decision that keeps one’s words from readers',
        tags: ['moderation'],
        params: Type.Object({ id: Uuid }, closed),
        body: AppealForm,
        response: { 200: AnnotationView },
      },
    },
    ({ params, body, viewer }) => appeal(deps, viewer, params.id, body),
  );
};
