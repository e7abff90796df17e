import {
  AssignmentMine,
  AssignmentStudents,
  ClassMine,
  closed,
  Done,
  ExtensionForm,
  Extensions,
  OpeningForm,
  Openings,
  OpeningsMade,
  OwnNotes,
  OwnNotesQuery,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { giveExtension, listExtensions, takeExtension } from './extensions.ts';
import { readClassMine, readMine } from './mine.ts';
import { listOpenings, openByHand } from './openings.ts';
import { listOwnNotes } from './own-notes.ts';
import { listStudents } from './students.ts';

const tags = ['assignments'];
const byId = Type.Object({ id: Uuid }, closed);
const byPerson = Type.Object({ id: Uuid, person: Uuid }, closed);

export const assignmentStudentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/classes/:id/mine',
    {
      schema: {
        operationId: 'readClassMine',
        summary: 'What the one who asks has to do in a class as a student, and how far they are',
        tags,
        params: byId,
        response: { 200: ClassMine },
      },
    },
    ({ params, viewer }) => readClassMine(deps, viewer.actor, params.id),
  );

  app.get(
    '/classes/:id/mine/notes',
    {
      schema: {
        operationId: 'listOwnClassNotes',
        summary: 'What the one who asks wrote in a class as a student, and who answered',
        tags,
        params: byId,
        querystring: OwnNotesQuery,
        response: { 200: OwnNotes },
      },
    },
    ({ params, query, viewer }) => listOwnNotes(deps, viewer.actor, params.id, query),
  );

  app.get(
    '/assignments/:id/mine',
    {
      schema: {
        operationId: 'readAssignmentMine',
        summary: 'How far the one who asks is with an assignment, clause by clause',
        tags,
        params: byId,
        response: { 200: AssignmentMine },
      },
    },
    ({ params, viewer }) => readMine(deps, viewer.actor, params.id),
  );

  app.get(
    '/assignments/:id/students',
    {
      schema: {
        operationId: 'listAssignmentStudents',
        summary:
          'Students as the staff is told of them; without their names where these are hidden',
        tags,
        params: byId,
        response: { 200: AssignmentStudents },
      },
    },
    ({ params, viewer }) => listStudents(deps, viewer.actor, params.id),
  );

  app.get(
    '/assignments/:id/extensions',
    {
      schema: {
        operationId: 'listExtensions',
        summary: 'Who was given more time',
        tags,
        params: byId,
        response: { 200: Extensions },
      },
    },
    ({ params, viewer }) => listExtensions(deps, viewer.actor, params.id),
  );

  app.put(
    '/assignments/:id/extensions/:person',
    {
      config: writing,
      schema: {
        operationId: 'giveExtension',
        summary: 'Give one student more time, in place of what they were given before',
        tags,
        params: byPerson,
        body: ExtensionForm,
        response: { 200: Done },
      },
    },
    ({ params, body, viewer }) => giveExtension(deps, viewer.actor, params.id, params.person, body),
  );

  app.delete(
    '/assignments/:id/extensions/:person',
    {
      config: writing,
      schema: {
        operationId: 'takeExtension',
        summary: 'Take it back: what holds for all holds for them again',
        tags,
        params: byPerson,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => takeExtension(deps, viewer.actor, params.id, params.person),
  );

  app.get(
    '/assignments/:id/openings',
    {
      schema: {
        operationId: 'listOpenings',
        summary: 'To how many students each clause stands open',
        tags,
        params: byId,
        response: { 200: Openings },
      },
    },
    ({ params, viewer }) => listOpenings(deps, viewer.actor, params.id),
  );

  app.post(
    '/assignments/:id/openings',
    {
      config: writing,
      schema: {
        operationId: 'openByHand',
        summary: 'Open clauses to students before their gate does; never taken back',
        tags,
        params: byId,
        body: OpeningForm,
        response: { 200: OpeningsMade },
      },
    },
    ({ params, body, viewer }) => openByHand(deps, viewer.actor, params.id, body),
  );
};
