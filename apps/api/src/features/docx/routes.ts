import {
  closed,
  CurrentDocx,
  DocxChoices,
  DocxChosen,
  DocxConfirmation,
  DocxDone,
  DocxForm,
  DocxView,
  Done,
  limits,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { requireInCommentary } from '../commentaries/access.ts';
import { chooseInDocx } from './choose.ts';
import { confirmDocx } from './confirm.ts';
import { currentDocx, dropDocx, openDocx } from './service.ts';

const tags = ['commentaries'];
const params = Type.Object({ id: Uuid }, closed);

export const docxRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.post(
    '/commentaries/:id/docx',
    {
      // Before the body is read: nobody's file is taken from a stranger.
      onRequest: async ({ viewer, params: asked }) => {
        const { id } = asked;
        if (uuid.test(id)) await requireInCommentary(app.db, viewer.actor, id, 'write');
      },
      // In base64, with what stands around it.
      bodyLimit: Math.ceil(limits.docxBytes / 3) * 4 + 4_096,
      config: writing,
      schema: {
        operationId: 'openDocx',
        summary: 'Read a docx into passages; nothing is written before it is confirmed',
        tags,
        params,
        body: DocxForm,
        response: { 201: DocxView },
      },
    },
    async ({ params: { id }, body, viewer }, reply) => {
      reply.code(201);
      return openDocx(deps, viewer, id, body);
    },
  );

  app.get(
    '/commentaries/:id/docx',
    {
      schema: {
        operationId: 'readDocx',
        summary: 'One’s own file that waits, and what would become of its passages',
        tags,
        params,
        querystring: PageQuery,
        response: { 200: CurrentDocx },
      },
    },
    ({ params: { id }, query, viewer }) => currentDocx(deps, viewer, id, query),
  );

  app.put(
    '/commentaries/:id/docx/choices',
    {
      config: writing,
      schema: {
        operationId: 'chooseInDocx',
        summary: 'What becomes of passages, and where they go',
        tags,
        params,
        body: DocxChoices,
        response: { 200: DocxChosen },
      },
    },
    ({ params: { id }, body, viewer }) => chooseInDocx(deps, viewer, id, body),
  );

  app.post(
    '/commentaries/:id/docx/confirmation',
    {
      config: writing,
      schema: {
        operationId: 'confirmDocx',
        summary: 'Write the parts that were shown; where anything has changed since, nothing',
        tags,
        params,
        body: DocxConfirmation,
        response: { 200: DocxDone },
      },
    },
    ({ params: { id }, body, viewer }) => confirmDocx(deps, viewer, id, body),
  );

  app.delete(
    '/commentaries/:id/docx',
    {
      config: writing,
      schema: {
        operationId: 'dropDocx',
        summary: 'Throw a file away that was not taken in',
        tags,
        params,
        response: { 200: Done },
      },
    },
    ({ params: { id }, viewer }) => dropDocx(deps, viewer, id),
  );
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
