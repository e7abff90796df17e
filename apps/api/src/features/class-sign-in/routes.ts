import {
  ClassSignedIn,
  ClassSignInForm,
  ClassSignInLink,
  ClassSignInView,
  closed,
  GuestRegistration,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { guessing, writing } from '../../plugins/rate-limits.ts';
import { joinUnconfirmed } from '../accounts/join-unconfirmed.ts';
import { answerOpened, originOf } from '../accounts/opened.ts';
import { makeLink, readLink, signInByLink } from './service.ts';

const tags = ['classes'];

/** Ways into one class for whoever cannot sign in: their session is for it alone. */
export const classSignInRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { accounts } = app;

  app.post(
    '/classes/:id/members/:person/sign-in-link',
    {
      config: writing,
      schema: {
        operationId: 'makeClassSignInLink',
        summary: 'A link that signs a student in to this class alone, once, shown once',
        tags,
        params: Type.Object({ id: Uuid, person: Uuid }, closed),
        response: { 201: ClassSignInLink },
      },
    },
    async ({ params, viewer }, reply) => {
      reply.code(201);
      return makeLink(accounts, viewer.actor, params.id, params.person);
    },
  );

  app.get(
    '/class-sign-in',
    {
      config: guessing,
      schema: {
        operationId: 'readClassSignInLink',
        summary: 'Whom a link signs in, and to which class; it stays good',
        tags,
        querystring: ClassSignInForm,
        response: { 200: ClassSignInView },
      },
    },
    ({ query }) => readLink(accounts, query.token),
  );

  app.post(
    '/class-sign-in',
    {
      config: guessing,
      schema: {
        operationId: 'signInToClass',
        summary: 'Sign in by a link of the staff, to its class alone',
        tags,
        body: ClassSignInForm,
        response: { 201: ClassSignedIn },
      },
    },
    async (request, reply) => {
      const { token } = request.body;
      const { opened, classId } = await signInByLink(accounts, originOf(request), token);
      answerOpened(reply, opened);
      return { id: classId };
    },
  );

  app.post(
    '/class-guests',
    {
      config: guessing,
      schema: {
        operationId: 'joinUnconfirmed',
        summary:
          'Register by the code of a class, and come into it before the address is confirmed',
        tags,
        body: GuestRegistration,
        response: { 201: ClassSignedIn },
      },
    },
    async (request, reply) => {
      const { opened, classId } = await joinUnconfirmed(accounts, originOf(request), request.body);
      answerOpened(reply, opened);
      return { id: classId };
    },
  );
};
