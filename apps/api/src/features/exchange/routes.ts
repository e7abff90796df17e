import {
  closed,
  CurrentImport,
  Done,
  exchangeLimits,
  ImportRowPage,
  importOutcomes,
  ImportView,
  NewImport,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requireMember } from '../../permission.ts';
import { PageQuery } from '../../page-query.ts';
import { streamed } from '../../streamed.ts';
import { takeEnvelopes } from './envelope.ts';
import { leftOutCsv } from './left-out.ts';
import {
  cancelImport,
  confirmImport,
  currentImport,
  listRows,
  openImport,
  readImport,
} from './service.ts';

const ById = Type.Object({ id: Uuid }, closed);

export const importRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = app.imports;
  takeEnvelopes(app);

  app.post(
    '/imports',
    {
      // Before the body is read: nobody's file is taken from a stranger.
      onRequest: (request, _reply, done) => {
        requireMember(request.viewer.actor);
        done();
      },
      bodyLimit: exchangeLimits.requestBytes,
      config: { budget: 'exchange' },
      schema: {
        operationId: 'openImport',
        summary: 'Read a file of notes and say what it would become; nothing is written yet',
        tags: ['exchange'],
        body: NewImport,
        response: { 201: ImportView },
      },
    },
    async ({ body, viewer }, answer) => answer.code(201).send(await openImport(deps, viewer, body)),
  );

  app.get(
    '/imports/current',
    {
      schema: {
        operationId: 'currentImport',
        summary: 'One’s newest import, if any is kept',
        tags: ['exchange'],
        response: { 200: CurrentImport },
      },
    },
    ({ viewer }) => currentImport(deps, viewer),
  );

  app.get(
    '/imports/:id',
    {
      schema: {
        operationId: 'readImport',
        summary: 'How far an import is',
        tags: ['exchange'],
        params: ById,
        response: { 200: ImportView },
      },
    },
    ({ params, viewer }) => readImport(deps, viewer, params.id),
  );

  app.get(
    '/imports/:id/rows',
    {
      schema: {
        operationId: 'listImportRows',
        summary: 'What becomes of each note of a file',
        tags: ['exchange'],
        params: ById,
        querystring: Type.Object(
          { ...PageQuery.properties, outcome: Type.Optional(Type.Enum([...importOutcomes])) },
          closed,
        ),
        response: { 200: ImportRowPage },
      },
    },
    ({ params, query, viewer }) => listRows(deps, viewer, params.id, query),
  );

  app.get(
    '/imports/:id/left-out',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'leftOutOfImport',
        summary: 'The notes of a file that were left out, with the reasons, as CSV',
        tags: ['exchange'],
        params: ById,
        response: { 200: { content: { 'text/csv; charset=utf-8': { schema: streamed } } } },
      },
    },
    async ({ params, viewer }, answer) => {
      const { name, stream } = await leftOutCsv(deps, viewer, params.id);
      return answer
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(stream);
    },
  );

  app.post(
    '/imports/:id/confirmation',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'confirmImport',
        summary: 'Write into the notebook what the import has found a place for',
        tags: ['exchange'],
        params: ById,
        response: { 200: ImportView },
      },
    },
    ({ params, viewer }) => confirmImport(deps, viewer, params.id),
  );

  app.delete(
    '/imports/:id',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'cancelImport',
        summary: 'Stop an import; what was written stays',
        tags: ['exchange'],
        params: ById,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await cancelImport(deps, viewer, params.id);
      return { done: true as const };
    },
  );
};
