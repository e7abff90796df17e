import { closed, Credentials, Done, SessionPage, Uuid, ViewerView } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { guessing, writing } from '../../plugins/rate-limits.ts';
import { signIn } from '../accounts/sign-in.ts';
import { answerOpened, originOf } from '../accounts/opened.ts';
import { countToDo } from '../moderation/to-do.ts';
import { presentViewer } from './presenter.ts';
import { endSession, listSessions, signOut } from './service.ts';

export const sessionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db } = app;

  app.get(
    '/session',
    {
      schema: {
        operationId: 'viewer',
        summary: 'Who is asking; a visitor, too, gets an answer',
        tags: ['accounts'],
        response: { 200: ViewerView },
      },
    },
    async ({ viewer }) => presentViewer(viewer, await countToDo(db, viewer)),
  );

  app.post(
    '/session',
    {
      config: guessing,
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with address and password; the cookie is a new one each time',
        tags: ['accounts'],
        body: Credentials,
        response: { 201: ViewerView },
      },
    },
    async (request, reply) =>
      answerOpened(reply, await signIn(app.accounts, originOf(request), request.body)),
  );

  app.delete(
    '/session',
    {
      config: { ...writing, signsIn: true },
      schema: {
        operationId: 'signOut',
        summary: 'End this session; also where it has ended already',
        tags: ['accounts'],
        response: { 200: Done },
      },
    },
    async ({ viewer }, reply) => {
      await signOut(db, viewer.sessionId);
      app.endSession(reply);
      return { done: true as const };
    },
  );

  app.get(
    '/sessions',
    {
      schema: {
        operationId: 'listSessions',
        summary: 'One’s own sessions, newest first',
        tags: ['accounts'],
        querystring: PageQuery,
        response: { 200: SessionPage },
      },
    },
    ({ query, viewer }) =>
      listSessions(db, viewer.actor, viewer.sessionId, query.cursor, query.limit),
  );

  app.delete(
    '/sessions/:id',
    {
      config: writing,
      schema: {
        operationId: 'endSession',
        summary: 'End one of one’s own sessions; ending this one signs out',
        tags: ['accounts'],
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: Done },
      },
    },
    async ({ params, viewer }, reply) => {
      await endSession(db, viewer.actor, params.id);
      if (params.id === viewer.sessionId) app.endSession(reply);
      return { done: true as const };
    },
  );
};
