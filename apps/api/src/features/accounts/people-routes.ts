import {
  closed,
  Done,
  InvitationView,
  PersonAdminPage,
  RegistrationPage,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { invite, listPeople, listRegistrations } from './people.ts';
import { confirmFor } from './register.ts';

export const peopleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { accounts, db, settings } = app;
  const tags = ['administration'];

  app.get(
    '/people',
    {
      schema: {
        operationId: 'listPeople',
        summary: 'People with an account, newest first',
        tags,
        querystring: PageQuery,
        response: { 200: PersonAdminPage },
      },
    },
    ({ query, viewer }) => listPeople(db, viewer.actor, query.cursor, query.limit),
  );

  app.get(
    '/registrations',
    {
      schema: {
        operationId: 'listRegistrations',
        summary: 'Registrations that wait to be confirmed, oldest first',
        tags,
        querystring: PageQuery,
        response: { 200: RegistrationPage },
      },
    },
    ({ query, viewer }) => listRegistrations(db, viewer.actor, query.cursor, query.limit),
  );

  app.post(
    '/registrations/:id/confirmation',
    {
      config: writing,
      schema: {
        operationId: 'confirmRegistration',
        summary: 'Confirm a waiting person in place of the mail',
        tags,
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await confirmFor(accounts, viewer.actor, params.id);
      return { done: true as const };
    },
  );

  app.post(
    '/invitations',
    {
      config: writing,
      schema: {
        operationId: 'invite',
        summary: 'A link for one new account, good for seven days and shown once',
        tags,
        response: { 201: InvitationView },
      },
    },
    async ({ viewer }, reply) => {
      reply.code(201);
      return invite(db, viewer.actor, settings.origin);
    },
  );
};
