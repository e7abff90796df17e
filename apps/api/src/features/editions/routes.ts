import {
  closed,
  EditionAccessChange,
  EditionAdminView,
  EditionList,
  Slug,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { changeAccess, listEditions } from './service.ts';

export const editionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/editions',
    {
      schema: {
        operationId: 'listEditions',
        summary: 'Every edition, who may see it, and releases that were not loaded',
        tags: ['administration'],
        response: { 200: EditionList },
      },
    },
    ({ viewer }) => listEditions(app.db, viewer.actor),
  );

  app.patch(
    '/editions/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeEditionAccess',
        summary: 'Show an edition to everybody, to people signed in, or to nobody',
        tags: ['administration'],
        params: Type.Object({ id: Slug }, closed),
        body: EditionAccessChange,
        response: { 200: EditionAdminView },
      },
    },
    ({ params, body, viewer }) => changeAccess(app.db, viewer.actor, params.id, body.access),
  );
};
