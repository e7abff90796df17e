import {
  closed,
  CommentaryRemoval,
  NewPart,
  PartForm,
  PartMove,
  PartRestoring,
  PartRevisionPage,
  PartSummary,
  PartView,
  ProofPage,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { movePart, removePart, sortEntries } from './outline.ts';
import { readProof } from './proof.ts';
import { addPart, readPart, restoreRevision, savePart } from './parts.ts';
import { listRevisions } from './revisions.ts';

const tags = ['commentaries'];
const ofCommentary = Type.Object({ id: Uuid }, closed);
const ofPart = Type.Object({ id: Uuid, part: Uuid }, closed);
const Outline = Type.Object({ items: Type.Array(PartSummary) }, closed);

export const commentaryPartRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.post(
    '/commentaries/:id/parts',
    {
      config: writing,
      schema: {
        operationId: 'addPart',
        summary: 'Write an introduction, an essay or an entry',
        tags,
        params: ofCommentary,
        body: NewPart,
        response: { 200: PartView, 201: PartView },
      },
    },
    async ({ params, body, viewer }, reply) => {
      const { view, isNew } = await addPart(deps, viewer, params.id, body);
      reply.code(isNew ? 201 : 200);
      return view;
    },
  );

  app.get(
    '/commentaries/:id/proof',
    {
      schema: {
        operationId: 'readProof',
        summary: 'Its parts in their order, as they will be read',
        tags,
        params: ofCommentary,
        querystring: PageQuery,
        response: { 200: ProofPage },
      },
    },
    ({ params, query, viewer }) => readProof(deps, viewer, params.id, query.cursor, query.limit),
  );

  app.get(
    '/commentaries/:id/parts/:part',
    {
      schema: {
        operationId: 'readPart',
        summary: 'A part with its newest words',
        tags,
        params: ofPart,
        response: { 200: PartView },
      },
    },
    ({ params, viewer }) => readPart(deps, viewer, params.id, params.part),
  );

  app.put(
    '/commentaries/:id/parts/:part',
    {
      config: writing,
      schema: {
        operationId: 'savePart',
        summary: 'Save a part over the revision it was written on',
        tags,
        params: ofPart,
        body: PartForm,
        response: { 200: PartView },
      },
    },
    ({ params, body, viewer }) => savePart(deps, viewer, params.id, params.part, body),
  );

  app.put(
    '/commentaries/:id/parts/:part/position',
    {
      config: writing,
      schema: {
        operationId: 'movePart',
        summary: 'Move a part before another, or to the end',
        tags,
        params: ofPart,
        body: PartMove,
        response: { 200: Outline },
      },
    },
    async ({ params, body, viewer }) => ({
      items: await movePart(deps, viewer, params.id, params.part, body),
    }),
  );

  app.post(
    '/commentaries/:id/order',
    {
      config: writing,
      schema: {
        operationId: 'sortEntries',
        summary: 'Put the entries into the order of the text',
        tags,
        params: ofCommentary,
        response: { 200: Outline },
      },
    },
    async ({ params, viewer }) => ({ items: await sortEntries(deps, viewer, params.id) }),
  );

  app.put(
    '/commentaries/:id/parts/:part/removal',
    {
      config: writing,
      schema: {
        operationId: 'removePart',
        summary: 'Take a part out, or bring it back',
        tags,
        params: ofPart,
        body: CommentaryRemoval,
        response: { 200: Outline },
      },
    },
    async ({ params, body, viewer }) => ({
      items: await removePart(deps, viewer, params.id, params.part, body.removed),
    }),
  );

  app.get(
    '/commentaries/:id/parts/:part/revisions',
    {
      schema: {
        operationId: 'listPartRevisions',
        summary: 'All revisions of a part, the newest first',
        tags,
        params: ofPart,
        querystring: PageQuery,
        response: { 200: PartRevisionPage },
      },
    },
    ({ params, query, viewer }) =>
      listRevisions(deps, viewer, params.id, params.part, query.cursor, query.limit),
  );

  app.post(
    '/commentaries/:id/parts/:part/restoration',
    {
      config: writing,
      schema: {
        operationId: 'restorePartRevision',
        summary: 'Bring an earlier revision back as a new one',
        tags,
        params: ofPart,
        body: PartRestoring,
        response: { 200: PartView },
      },
    },
    ({ params, body, viewer }) => restoreRevision(deps, viewer, params.id, params.part, body),
  );
};
