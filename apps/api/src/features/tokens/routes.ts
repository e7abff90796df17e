import {
  AccessTokenPage,
  closed,
  Done,
  MadeAccessToken,
  NewAccessToken,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { endAccessToken, listAccessTokens, makeAccessToken } from './service.ts';

export const tokenRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db } = app;

  app.get(
    '/tokens',
    {
      schema: {
        operationId: 'listAccessTokens',
        summary: 'One’s own access tokens, newest first, without the tokens themselves',
        tags: ['accounts'],
        querystring: PageQuery,
        response: { 200: AccessTokenPage },
      },
    },
    ({ query, viewer }) => listAccessTokens(db, viewer.actor, query.cursor, query.limit),
  );

  app.post(
    '/tokens',
    {
      config: writing,
      schema: {
        operationId: 'makeAccessToken',
        summary: 'A token for one’s own programs, told once',
        tags: ['accounts'],
        body: NewAccessToken,
        response: { 201: MadeAccessToken },
      },
    },
    async ({ body, viewer }, reply) =>
      reply.code(201).send(await makeAccessToken(db, viewer.actor, body)),
  );

  app.delete(
    '/tokens/:id',
    {
      config: writing,
      schema: {
        operationId: 'endAccessToken',
        summary: 'End one of one’s own tokens',
        tags: ['accounts'],
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await endAccessToken(db, viewer.actor, params.id);
      return { done: true as const };
    },
  );
};
