import { AnnotationView, closed, UsefulMarkPage, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { markUseful } from './useful.ts';
import { listMarks } from './useful-marks.ts';

const ById = Type.Object({ id: Uuid }, closed);

export const usefulRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.put(
    '/annotations/:id/useful',
    {
      config: writing,
      schema: {
        operationId: 'markUseful',
        summary: 'Say that another’s public note was useful; only how many did is told',
        tags: ['annotations'],
        params: ById,
        response: { 200: AnnotationView },
      },
    },
    ({ params, viewer }) => markUseful(deps, viewer, params.id, true),
  );

  app.delete(
    '/annotations/:id/useful',
    {
      config: writing,
      schema: {
        operationId: 'unmarkUseful',
        summary: 'Take that back',
        tags: ['annotations'],
        params: ById,
        response: { 200: AnnotationView },
      },
    },
    ({ params, viewer }) => markUseful(deps, viewer, params.id, false),
  );

  app.get(
    '/account/useful-marks',
    {
      schema: {
        operationId: 'listUsefulMarks',
        summary: 'The notes that were useful to oneself, newest first',
        tags: ['accounts'],
        querystring: PageQuery,
        response: { 200: UsefulMarkPage },
      },
    },
    ({ query, viewer }) => listMarks({ db, texts }, viewer, query.cursor, query.limit),
  );
};
