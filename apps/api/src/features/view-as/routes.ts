import { closed, Done, Uuid, ViewAsForm } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requireMember } from '../../permission.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { notFound } from '../../refusal.ts';
import { requireInClass } from '../classes/access.ts';
import { findViewAs } from './find.ts';

const tags = ['classes'];

/** What is looked at stands in the cookie of the session, signed: it ends with it and is of it alone. */
export const viewAsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/classes/:id/view-as',
    {
      config: { ...writing, viewsAs: true },
      schema: {
        operationId: 'viewAs',
        summary: 'Look at a class that one teaches as one of its students, until one leaves',
        tags,
        params: Type.Object({ id: Uuid }, closed),
        body: ViewAsForm,
        response: { 200: Done },
      },
    },
    async ({ params, body, viewer }, reply) => {
      await requireInClass(app.db, viewer.actor, params.id, 'view-as');
      const { sessionId } = viewer;
      const claim = [params.id, body.student] as const;
      if (sessionId === null || (await findViewAs(app.db, viewer, claim)) === null)
        throw notFound();
      app.startSession(reply, sessionId, claim);
      return { done: true as const };
    },
  );

  app.delete(
    '/session/view-as',
    {
      config: { ...writing, viewsAs: true },
      schema: {
        operationId: 'leaveViewAs',
        summary: 'See everything as oneself again',
        tags,
        response: { 200: Done },
      },
    },
    ({ viewer }, reply) => {
      requireMember(viewer.actor);
      if (viewer.sessionId !== null) app.startSession(reply, viewer.sessionId);
      return Promise.resolve({ done: true as const });
    },
  );
};
