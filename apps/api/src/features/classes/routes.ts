import {
  ArchiveForm,
  ClassCode,
  ClassForm,
  ClassInvitation,
  ClassJoined,
  ClassMembers,
  ClassPage,
  ClassView,
  closed,
  CodeForm,
  CodeText,
  CopyForm,
  Done,
  FoundForm,
  MemberForm,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import {
  archiveClass,
  changeClass,
  copyClass,
  foundClass,
  listClasses,
  readClass,
} from './classes.ts';
import { endCode, joinByCode, makeCode, readInvitation } from './codes.ts';
import { appointMember, endMembership, listMembers } from './members.ts';

const tags = ['classes'];
const ofClass = Type.Object({ id: Uuid }, closed);
const ofMember = Type.Object({ id: Uuid, person: Uuid }, closed);
const ofCode = Type.Object({ code: CodeText }, closed);

export const classRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact };

  app.get(
    '/classes',
    {
      schema: {
        operationId: 'listClasses',
        summary: 'The classes that one is in, the newest first',
        tags,
        querystring: PageQuery,
        response: { 200: ClassPage },
      },
    },
    ({ query, viewer }) => listClasses(deps, viewer.actor, query.cursor, query.limit),
  );

  app.post(
    '/classes',
    {
      config: writing,
      schema: {
        operationId: 'foundClass',
        summary: 'Found a class; whoever does instructs it',
        tags,
        body: FoundForm,
        response: { 201: ClassJoined },
      },
    },
    async ({ body, viewer }, reply) => {
      reply.code(201);
      return foundClass(deps, viewer.actor, body);
    },
  );

  app.get(
    '/classes/:id',
    {
      schema: {
        operationId: 'readClass',
        summary: 'A class, as one of its people sees it',
        tags,
        params: ofClass,
        response: { 200: ClassView },
      },
    },
    ({ params, viewer }) => readClass(deps, viewer.actor, params.id),
  );

  app.put(
    '/classes/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeClass',
        summary: 'Change its name, description and time zone',
        tags,
        params: ofClass,
        body: ClassForm,
        response: { 200: ClassView },
      },
    },
    ({ params, body, viewer }) => changeClass(deps, viewer.actor, params.id, body),
  );

  app.put(
    '/classes/:id/archive',
    {
      config: writing,
      schema: {
        operationId: 'archiveClass',
        summary: 'Put a class into the archive, where it is only read, or take it out',
        tags,
        params: ofClass,
        body: ArchiveForm,
        response: { 200: ClassView },
      },
    },
    ({ params, body, viewer }) => archiveClass(deps, viewer.actor, params.id, body.archived),
  );

  app.post(
    '/classes/:id/copies',
    {
      config: writing,
      schema: {
        operationId: 'copyClass',
        summary: 'Found another class with its assignments as drafts, without its people and notes',
        tags,
        params: ofClass,
        body: CopyForm,
        response: { 201: ClassJoined },
      },
    },
    async ({ params, body, viewer }, answer) => {
      answer.code(201);
      return copyClass(deps, viewer.actor, params.id, body);
    },
  );

  app.get(
    '/classes/:id/members',
    {
      schema: {
        operationId: 'listClassMembers',
        summary: 'The people of a class, for those who teach it',
        tags,
        params: ofClass,
        response: { 200: ClassMembers },
      },
    },
    ({ params, viewer }) => listMembers(deps, viewer.actor, params.id),
  );

  app.put(
    '/classes/:id/members/:person',
    {
      config: writing,
      schema: {
        operationId: 'appointClassMember',
        summary: 'Make one of its people an instructor, assistant or student, or let them in again',
        tags,
        params: ofMember,
        body: MemberForm,
        response: { 200: Done },
      },
    },
    ({ params, body, viewer }) =>
      appointMember(deps, viewer.actor, params.id, params.person, body.role),
  );

  app.delete(
    '/classes/:id/members/:person',
    {
      config: writing,
      schema: {
        operationId: 'endClassMembership',
        summary: 'Remove one of its people, or leave the class',
        tags,
        params: ofMember,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => endMembership(deps, viewer.actor, params.id, params.person),
  );

  app.post(
    '/classes/:id/code',
    {
      config: writing,
      schema: {
        operationId: 'makeClassCode',
        summary: 'Make a new code to join by; the one before it ends',
        tags,
        params: ofClass,
        body: CodeForm,
        response: { 200: ClassCode },
      },
    },
    ({ params, body, viewer }) => makeCode(deps, viewer.actor, params.id, body),
  );

  app.delete(
    '/classes/:id/code',
    {
      config: writing,
      schema: {
        operationId: 'endClassCode',
        summary: 'End the code to join by',
        tags,
        params: ofClass,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => endCode(deps, viewer.actor, params.id),
  );

  // A guess of forty bits: the budget of writing, by person, is narrow enough.
  app.get(
    '/class-codes/:code',
    {
      config: writing,
      schema: {
        operationId: 'readClassCode',
        summary: 'Which class a code leads to',
        tags,
        params: ofCode,
        response: { 200: ClassInvitation },
      },
    },
    ({ params, viewer }) => readInvitation(deps, viewer.actor, params.code),
  );

  app.post(
    '/class-codes/:code/join',
    {
      config: writing,
      schema: {
        operationId: 'joinClass',
        summary: 'Come into a class by its code',
        tags,
        params: ofCode,
        response: { 200: ClassJoined },
      },
    },
    ({ params, viewer }) => joinByCode(deps, viewer.actor, params.code),
  );
};
