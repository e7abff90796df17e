import {
  closed,
  Done,
  FurnitureAct,
  FurniturePage,
  ImportCorrections,
  ImportStretch,
  ImportUndo,
  limits,
  NewTextImport,
  ReadAgain,
  TextImportDesk,
  TextImportList,
  TextImportView,
  TextPublication,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { requireMember } from '../../permission.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { takeEnvelopes } from '../exchange/envelope.ts';
import { actOnFurniture, correct, takeBack } from './correct.ts';
import { publishImport } from './publish.ts';
import {
  dropImport,
  listImports,
  openImport,
  readAgain,
  readDesk,
  readFurniture,
  readImport,
} from './service.ts';

const tags = ['texts'];
const ById = Type.Object({ id: Uuid }, closed);
/** Corrections come as fast as keys are pressed. */
const correcting = { budget: 'drafts' } as const;
const files = { budget: 'exchange' } as const;

/** In a scope of its own: its bodies may be as large as two files. */
const bringing: FastifyPluginAsyncTypebox = async (app) => {
  takeEnvelopes(app, { depth: 3, marks: 32 });
  app.post(
    '/text-imports',
    {
      // Before the body is read: nobody's file is taken from a stranger.
      onRequest: (request, _reply, done) => {
        requireMember(request.viewer.actor);
        done();
      },
      // Two files in base64, with what stands around them.
      bodyLimit: 2 * Math.ceil(limits.sourceBytes / 3) * 4 + 16_384,
      config: files,
      schema: {
        operationId: 'openTextImport',
        summary: 'Bring a text of one’s own, in one language or two; it is read in the background',
        tags,
        body: NewTextImport,
        response: { 201: TextImportView },
      },
    },
    async ({ body, viewer }, reply) => {
      reply.code(201);
      return openImport(app.textImports, viewer, body);
    },
  );
};

export const textImportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = app.textImports;
  await app.register(bringing);

  app.get(
    '/text-imports',
    {
      schema: {
        operationId: 'listTextImports',
        summary: 'Texts that one brings, as far as they are kept',
        tags,
        response: { 200: TextImportList },
      },
    },
    ({ viewer }) => listImports(deps, viewer),
  );

  app.get(
    '/text-imports/:id',
    {
      schema: {
        operationId: 'readTextImport',
        summary: 'How far a text is that one brings',
        tags,
        params: ById,
        response: { 200: TextImportView },
      },
    },
    ({ params, viewer }) => readImport(deps, viewer, params.id),
  );

  app.get(
    '/text-imports/:id/rows',
    {
      schema: {
        operationId: 'readTextImportRows',
        summary: 'A stretch of what is proposed, with its contents',
        tags,
        params: ById,
        querystring: Type.Object(
          { from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })) },
          closed,
        ),
        response: { 200: TextImportDesk },
      },
    },
    ({ params, query, viewer }) => readDesk(deps, viewer, params.id, query.from ?? 0),
  );

  app.get(
    '/text-imports/:id/furniture',
    {
      schema: {
        operationId: 'readTextImportFurniture',
        summary: 'What was set aside as no part of the text, with the reasons',
        tags,
        params: ById,
        querystring: PageQuery,
        response: { 200: FurniturePage },
      },
    },
    ({ params, query, viewer }) => readFurniture(deps, viewer, params.id, query),
  );

  app.post(
    '/text-imports/:id/furniture',
    {
      config: correcting,
      schema: {
        operationId: 'actOnTextImportFurniture',
        summary: 'Bring back what was set aside, or agree that it is no part of the text',
        tags,
        params: ById,
        body: FurnitureAct,
        response: { 200: ImportStretch },
      },
    },
    ({ params, body, viewer }) => actOnFurniture(deps, viewer, params.id, body),
  );

  app.post(
    '/text-imports/:id/corrections',
    {
      config: correcting,
      schema: {
        operationId: 'correctTextImport',
        summary: 'Correct what is proposed, on the version that was seen; all of it or nothing',
        tags,
        params: ById,
        body: ImportCorrections,
        response: { 200: ImportStretch },
      },
    },
    ({ params, body, viewer }) => correct(deps, viewer, params.id, body),
  );

  app.post(
    '/text-imports/:id/undo',
    {
      config: correcting,
      schema: {
        operationId: 'undoTextImport',
        summary: 'Take back the newest correction that stands',
        tags,
        params: ById,
        body: ImportUndo,
        response: { 200: ImportStretch },
      },
    },
    ({ params, body, viewer }) => takeBack(deps, viewer, params.id, body),
  );

  app.post(
    '/text-imports/:id/reading',
    {
      config: files,
      schema: {
        operationId: 'readTextImportAgain',
        summary: 'Read a file anew in another encoding; what was corrected is gone',
        tags,
        params: ById,
        body: ReadAgain,
        response: { 200: Done },
      },
    },
    ({ params, body, viewer }) => readAgain(deps, viewer, params.id, body),
  );

  app.post(
    '/text-imports/:id/publication',
    {
      config: files,
      schema: {
        operationId: 'publishTextImport',
        summary: 'Have a private work made of it, with addresses of its own, in the background',
        tags,
        params: ById,
        body: TextPublication,
        response: { 202: Done },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(202);
      return publishImport(deps, viewer, params.id, body);
    },
  );

  app.delete(
    '/text-imports/:id',
    {
      config: writing,
      schema: {
        operationId: 'dropTextImport',
        summary: 'Throw away what one brought and did not publish',
        tags,
        params: ById,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => dropImport(deps, viewer, params.id),
  );
};
