import { closed, Done, EditorForm, EditorOfficeName, EditorPage, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { appoint, dismiss, listEditors } from './service.ts';

const tags = ['administration'];
const office = { office: Type.Optional(EditorOfficeName) };

export const editorRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, outbox } = app;
  const deps = { db, transact, outbox };

  app.get(
    '/editors',
    {
      schema: {
        operationId: 'listEditors',
        summary: 'Who decides on the commentaries of the site, or releases its texts',
        tags,
        querystring: Type.Object({ ...PageQuery.properties, ...office }, closed),
        response: { 200: EditorPage },
      },
    },
    ({ query, viewer }) => listEditors(deps, viewer.actor, query),
  );

  app.post(
    '/editors',
    {
      config: writing,
      schema: {
        operationId: 'appointEditor',
        summary: 'Appoint an editor; the person is told by mail',
        tags,
        body: EditorForm,
        response: { 201: Done },
      },
    },
    async ({ body, viewer }, reply) => {
      reply.code(201);
      return appoint(deps, viewer.actor, body);
    },
  );

  app.delete(
    '/editors/:id',
    {
      config: writing,
      schema: {
        operationId: 'dismissEditor',
        summary: 'End an appointment; it counts with the next request, and the person is told',
        tags,
        params: Type.Object({ id: Uuid }, closed),
        querystring: Type.Object(office, closed),
        response: { 200: Done },
      },
    },
    ({ params, query, viewer }) => dismiss(deps, viewer.actor, params.id, query.office),
  );
};
