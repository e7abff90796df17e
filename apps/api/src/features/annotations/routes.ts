import {
  AddressText,
  AnnotationLocation,
  AnnotationPage,
  AnnotationView,
  closed,
  Copy,
  Edit,
  limits,
  Move,
  NewReply,
  NewThread,
  OrderName,
  ResolutionChange,
  Slug,
  ThreadPage,
  ThreadView,
  Uuid,
  partFilter,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { readerIn } from '../gate/reader.ts';
import { focusOn } from '../works/address.ts';
import { inWork } from '../works/text-store.ts';
import { reply, startThread } from './create.ts';
import { copy, move } from './carry.ts';
import { edit } from './edit.ts';
import * as service from './service.ts';
import { listThreads, namedThreads } from './threads.ts';

const ById = Type.Object({ id: Uuid }, closed);
const ThreadQuery = Type.Object(
  {
    ...PageQuery.properties,
    ...partFilter,
    at: Type.Optional(AddressText),
    wider: Type.Optional(Type.Boolean()),
    order: Type.Optional(OrderName),
    /** In this assignment, and one's own notebook; else what is of no class. */
    assignment: Type.Optional(Uuid),
    /** These threads instead, with the beginning of each. */
    ids: Type.Optional(Type.Array(Uuid, { maxItems: limits.pageSize })),
  },
  closed,
);

export const annotationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.get(
    '/works/:slug/threads',
    {
      config: { filters: true },
      schema: {
        operationId: 'listThreads',
        summary:
          'Threads on a clause, range or section: on each clause most useful, most answered or newest first',
        tags: ['annotations'],
        params: Type.Object({ slug: Slug }, closed),
        querystring: ThreadQuery,
        response: { 200: ThreadPage },
      },
    },
    async ({ params, query, viewer }) => {
      const { at, wider = false, order, assignment, ids, cursor, limit, ...filter } = query;
      const { work, focus } = await inWork(texts, params.slug, viewer, (known) => ({
        work: known,
        focus: focusOn(known.structure, at),
      }));
      if (ids !== undefined) return namedThreads(db, viewer, work, ids);
      const reader = await readerIn(db, viewer, assignment);
      return listThreads(db, reader, work, { focus, wider, order, cursor, limit, filter });
    },
  );

  app.post(
    '/threads',
    {
      config: writing,
      schema: {
        operationId: 'startThread',
        summary: 'Open a thread; the same key again answers with the thread it made',
        tags: ['annotations'],
        body: NewThread,
        response: { 200: ThreadView, 201: ThreadView },
      },
    },
    async ({ body, viewer }, answer) => {
      const { view, isNew } = await startThread(deps, viewer, body);
      return answer.code(isNew ? 201 : 200).send(view);
    },
  );

  app.get(
    '/threads/:id',
    {
      schema: {
        operationId: 'readThread',
        summary: 'One thread with its first notes',
        tags: ['annotations'],
        params: ById,
        response: { 200: ThreadView },
      },
    },
    ({ params, viewer }) => service.readThread(deps, viewer, params.id),
  );

  app.post(
    '/threads/:id/move',
    {
      config: writing,
      schema: {
        operationId: 'moveThread',
        summary: 'Take one’s own thread, with nobody else’s words in it, into another layer',
        tags: ['annotations'],
        params: ById,
        body: Move,
        response: { 200: ThreadView },
      },
    },
    ({ params, body, viewer }) => move(deps, viewer, params.id, body.layer),
  );

  app.post(
    '/annotations/:id/copies',
    {
      config: writing,
      schema: {
        operationId: 'copyAnnotation',
        summary: 'Write one’s own note again in another layer, leaving the original',
        tags: ['annotations'],
        params: ById,
        body: Copy,
        response: { 200: ThreadView, 201: ThreadView },
      },
    },
    async ({ params, body, viewer }, answer) => {
      const { view, isNew } = await copy(deps, viewer, params.id, body);
      return answer.code(isNew ? 201 : 200).send(view);
    },
  );

  app.get(
    '/threads/:id/annotations',
    {
      schema: {
        operationId: 'listAnnotations',
        summary: 'The notes of a thread, oldest first',
        tags: ['annotations'],
        params: ById,
        querystring: PageQuery,
        response: { 200: AnnotationPage },
      },
    },
    ({ params, query, viewer }) =>
      service.listNotes(deps, viewer, params.id, query.cursor, query.limit),
  );

  app.post(
    '/threads/:id/resolution',
    {
      config: writing,
      schema: {
        operationId: 'settleThread',
        summary: 'Resolve or reopen a thread',
        tags: ['annotations'],
        params: ById,
        body: ResolutionChange,
        response: { 200: ThreadView },
      },
    },
    ({ params, body, viewer }) => service.settle(deps, viewer, params.id, body.action),
  );

  app.post(
    '/annotations/:id/replies',
    {
      config: writing,
      schema: {
        operationId: 'reply',
        summary: 'Answer a note; the same key again answers with the note it made',
        tags: ['annotations'],
        params: ById,
        body: NewReply,
        response: { 200: AnnotationView, 201: AnnotationView },
      },
    },
    async ({ params, body, viewer }, answer) => {
      const { view, isNew } = await reply(deps, viewer, params.id, body);
      return answer.code(isNew ? 201 : 200).send(view);
    },
  );

  app.get(
    '/annotations/:id',
    {
      schema: {
        operationId: 'readAnnotation',
        summary: 'One note',
        tags: ['annotations'],
        params: ById,
        response: { 200: AnnotationView },
      },
    },
    ({ params, viewer }) => service.readAnnotation(deps, viewer, params.id),
  );

  app.get(
    '/annotations/:id/location',
    {
      schema: {
        operationId: 'locateAnnotation',
        summary: 'The work and address where a note stands',
        tags: ['annotations'],
        params: ById,
        response: { 200: AnnotationLocation },
      },
    },
    ({ params, viewer }) => service.locate(deps, viewer, params.id),
  );

  app.put(
    '/annotations/:id',
    {
      config: writing,
      schema: {
        operationId: 'editAnnotation',
        summary:
          'A new revision of one’s own note; a stale version is refused with the stored note',
        tags: ['annotations'],
        params: ById,
        body: Edit,
        response: { 200: AnnotationView },
      },
    },
    ({ params, body, viewer }) => edit(deps, viewer, params.id, body),
  );

  app.delete(
    '/annotations/:id',
    {
      config: writing,
      schema: {
        operationId: 'deleteAnnotation',
        summary: 'Take one’s own note away; its place stays and it can be restored for ten minutes',
        tags: ['annotations'],
        params: ById,
        response: { 200: AnnotationView },
      },
    },
    ({ params, viewer }) => service.act(deps, viewer, params.id, 'delete'),
  );

  app.post(
    '/annotations/:id/restore',
    {
      config: writing,
      schema: {
        operationId: 'restoreAnnotation',
        summary: 'Take back one’s own deletion',
        tags: ['annotations'],
        params: ById,
        response: { 200: AnnotationView },
      },
    },
    ({ params, viewer }) => service.act(deps, viewer, params.id, 'restore'),
  );
};
