import {
  closed,
  Done,
  MemberCompletionQuery,
  ModeratorForm,
  ModeratorPage,
  ModeratorQuery,
  PersonCompletions,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { appoint, completeMembers, dismiss, listModerators } from './service.ts';

export const moderatorRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, outbox } = app;
  const deps = { db, transact, outbox };
  const tags = ['administration'];

  app.get(
    '/moderators',
    {
      schema: {
        operationId: 'listModerators',
        summary: 'Who keeps the public notes in order, and of which works',
        tags,
        querystring: PageQuery,
        response: { 200: ModeratorPage },
      },
    },
    ({ query, viewer }) => listModerators(deps, viewer.actor, query.cursor, query.limit),
  );

  app.post(
    '/moderators',
    {
      config: writing,
      schema: {
        operationId: 'appointModerator',
        summary: 'Appoint a moderator of a work or of all; the person is told by mail',
        tags,
        body: ModeratorForm,
        response: { 201: Done },
      },
    },
    async ({ body, viewer }, reply) => {
      reply.code(201);
      return appoint(deps, viewer.actor, body);
    },
  );

  app.delete(
    '/moderators/:id',
    {
      config: writing,
      schema: {
        operationId: 'dismissModerator',
        summary: 'End one appointment; it counts with the next request, and the person is told',
        tags,
        params: Type.Object({ id: Uuid }, closed),
        querystring: ModeratorQuery,
        response: { 200: Done },
      },
    },
    ({ params, query, viewer }) => dismiss(deps, viewer.actor, params.id, query.work ?? null),
  );

  app.get(
    '/completions/members',
    {
      config: { budget: 'search' } as const,
      schema: {
        operationId: 'completeMember',
        summary: 'People with an account by the beginning of their handle',
        tags,
        querystring: MemberCompletionQuery,
        response: { 200: PersonCompletions },
      },
    },
    ({ query, viewer }) => completeMembers(deps, viewer.actor, query.q),
  );
};
