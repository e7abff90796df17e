import {
  ClassGroups,
  closed,
  DivisionForm,
  Done,
  GroupForm,
  GroupMade,
  GroupOfForm,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { divideStudents } from './divide.ts';
import { endGroup, listGroups, makeGroup, moveToGroup, nameGroup } from './groups.ts';

const tags = ['classes'];
const ofClass = Type.Object({ id: Uuid }, closed);
const ofGroup = Type.Object({ id: Uuid, group: Uuid }, closed);
const ofMember = Type.Object({ id: Uuid, person: Uuid }, closed);

export const classGroupRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact };

  app.get(
    '/classes/:id/groups',
    {
      schema: {
        operationId: 'listClassGroups',
        summary: 'The groups of a class, for those who teach it',
        tags,
        params: ofClass,
        response: { 200: ClassGroups },
      },
    },
    ({ params, viewer }) => listGroups(deps, viewer.actor, params.id),
  );

  app.post(
    '/classes/:id/groups',
    {
      config: writing,
      schema: {
        operationId: 'makeClassGroup',
        summary: 'Make a group',
        tags,
        params: ofClass,
        body: GroupForm,
        response: { 201: GroupMade },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return makeGroup(deps, viewer.actor, params.id, body);
    },
  );

  app.put(
    '/classes/:id/groups/:group',
    {
      config: writing,
      schema: {
        operationId: 'nameClassGroup',
        summary: 'Give a group another name',
        tags,
        params: ofGroup,
        body: GroupForm,
        response: { 200: Done },
      },
    },
    ({ params, body, viewer }) => nameGroup(deps, viewer.actor, params.id, params.group, body),
  );

  app.delete(
    '/classes/:id/groups/:group',
    {
      config: writing,
      schema: {
        operationId: 'endClassGroup',
        summary: 'End a group; its students are in none then',
        tags,
        params: ofGroup,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => endGroup(deps, viewer.actor, params.id, params.group),
  );

  app.put(
    '/classes/:id/members/:person/group',
    {
      config: writing,
      schema: {
        operationId: 'moveToClassGroup',
        summary: 'Put a student into a group, out of the one they were in, or into none',
        tags,
        params: ofMember,
        body: GroupOfForm,
        response: { 200: Done },
      },
    },
    ({ params, body, viewer }) =>
      moveToGroup(deps, viewer.actor, params.id, params.person, body.group),
  );

  app.post(
    '/classes/:id/groups/division',
    {
      config: writing,
      schema: {
        operationId: 'divideClass',
        summary:
          'Deal the students of a class into groups, at random or by how much they have written',
        tags,
        params: ofClass,
        body: DivisionForm,
        response: { 200: ClassGroups },
      },
    },
    ({ params, body, viewer }) => divideStudents(deps, viewer.actor, params.id, body),
  );
};
