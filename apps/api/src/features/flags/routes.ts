import {
  closed,
  Done,
  FlagForm,
  FlagPage,
  FlagView,
  NoticesRead,
  OwnFlag,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { flagNote, listOwnFlags, markFlagsRead, readOwnFlag } from './service.ts';

const ById = Type.Object({ id: Uuid }, closed);
const tags = ['moderation'];

/** What readers report to moderators, and are told of it. */
export const flagRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.get(
    '/annotations/:id/flag',
    {
      schema: {
        operationId: 'readOwnFlag',
        summary: 'One’s own report of a note',
        tags,
        params: ById,
        response: { 200: OwnFlag },
      },
    },
    ({ params, viewer }) => readOwnFlag(deps, viewer, params.id),
  );

  app.put(
    '/annotations/:id/flag',
    {
      config: writing,
      schema: {
        operationId: 'flagNote',
        summary: 'Report another’s public note to moderators, or change what one reported',
        tags,
        params: ById,
        body: FlagForm,
        response: { 200: FlagView },
      },
    },
    ({ params, body, viewer }) => flagNote(deps, viewer, params.id, body),
  );

  app.get(
    '/flags',
    {
      schema: {
        operationId: 'listOwnFlags',
        summary: 'What one has reported, and what came of it',
        tags,
        querystring: PageQuery,
        response: { 200: FlagPage },
      },
    },
    ({ query, viewer }) => listOwnFlags(deps, viewer, query.cursor, query.limit),
  );

  app.post(
    '/flags/read',
    {
      config: writing,
      schema: {
        operationId: 'readFlags',
        summary: 'Every outcome one was told until then has been looked at',
        tags,
        body: NoticesRead,
        response: { 200: Done },
      },
    },
    async ({ body, viewer }) => {
      await markFlagsRead(deps, viewer, body.until);
      return { done: true } as const;
    },
  );
};
