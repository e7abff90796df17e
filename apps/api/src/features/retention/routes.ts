import { ClassView, closed, RetentionForm, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { changeRetention } from './service.ts';

export const retentionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact };

  app.put(
    '/classes/:id/retention',
    {
      config: writing,
      schema: {
        operationId: 'setRetention',
        summary: 'Set until which day a class keeps what its students write and get',
        tags: ['classes'],
        params: Type.Object({ id: Uuid }, closed),
        body: RetentionForm,
        response: { 200: ClassView },
      },
    },
    ({ params, body, viewer }) => changeRetention(deps, viewer.actor, params.id, body),
  );
};
