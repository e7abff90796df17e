import {
  closed,
  EditionAccessChange,
  EditionAdminView,
  EditionList,
  SignatureForm,
  Slug,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { changeAccess, listEditions, signVersion, takeBackSignature } from './service.ts';

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

  app.post(
    '/editions/:id/signature',
    {
      config: writing,
      schema: {
        operationId: 'signEdition',
        summary:
          'Answer by name for the newest version of a supplement, which says so from then on',
        tags: ['administration'],
        params: Type.Object({ id: Slug }, closed),
        body: SignatureForm,
        response: { 201: EditionAdminView },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return signVersion(app.db, viewer.actor, params.id, body);
    },
  );

  app.delete(
    '/editions/:id/signature',
    {
      config: writing,
      schema: {
        operationId: 'unsignEdition',
        summary: 'Take a signature back: the supplement is unreviewed again',
        tags: ['administration'],
        params: Type.Object({ id: Slug }, closed),
        response: { 200: EditionAdminView },
      },
    },
    ({ params, viewer }) => takeBackSignature(app.db, viewer.actor, params.id),
  );
};
