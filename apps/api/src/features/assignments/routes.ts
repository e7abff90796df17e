import {
  AssignmentChange,
  AssignmentForm,
  AssignmentMade,
  AssignmentPage,
  AssignmentView,
  closed,
  Done,
  PublicationForm,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import {
  deleteAssignment,
  listAssignments,
  makeAssignment,
  readAssignment,
} from './assignments.ts';
import { changeAssignment, publishAssignment } from './change.ts';

const tags = ['assignments'];
const byId = Type.Object({ id: Uuid }, closed);

export const assignmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/classes/:id/assignments',
    {
      schema: {
        operationId: 'listAssignments',
        summary: 'What a class is set, in the order in which it opens; drafts for its staff alone',
        tags,
        params: byId,
        querystring: PageQuery,
        response: { 200: AssignmentPage },
      },
    },
    ({ params, query, viewer }) =>
      listAssignments(deps, viewer.actor, params.id, query.cursor, query.limit),
  );

  app.post(
    '/classes/:id/assignments',
    {
      config: writing,
      schema: {
        operationId: 'makeAssignment',
        summary: 'Make a draft of an assignment',
        tags,
        params: byId,
        body: AssignmentForm,
        response: { 201: AssignmentMade },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return makeAssignment(deps, viewer.actor, params.id, body);
    },
  );

  app.get(
    '/assignments/:id',
    {
      schema: {
        operationId: 'readAssignment',
        summary: 'An assignment, with the times that hold for the reader',
        tags,
        params: byId,
        response: { 200: AssignmentView },
      },
    },
    ({ params, viewer }) => readAssignment(deps, viewer.actor, params.id),
  );

  app.put(
    '/assignments/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeAssignment',
        summary: 'Change it; once it is published, nothing that students were promised',
        tags,
        params: byId,
        body: AssignmentChange,
        response: { 200: AssignmentView },
      },
    },
    ({ params, body, viewer }) => changeAssignment(deps, viewer.actor, params.id, body),
  );

  app.put(
    '/assignments/:id/publication',
    {
      config: writing,
      schema: {
        operationId: 'publishAssignment',
        summary: 'Show it to students, or take it back to a draft while nobody has written',
        tags,
        params: byId,
        body: PublicationForm,
        response: { 200: AssignmentView },
      },
    },
    ({ params, body, viewer }) => publishAssignment(deps, viewer.actor, params.id, body),
  );

  app.delete(
    '/assignments/:id',
    {
      config: writing,
      schema: {
        operationId: 'deleteAssignment',
        summary: 'Delete a draft',
        tags,
        params: byId,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => deleteAssignment(deps, viewer.actor, params.id),
  );
};
