import { closed, Done, DraftContent, DraftPage, DraftPlace, DraftView } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { discardDraft, listDrafts, putDraft } from './service.ts';

const ByPlace = Type.Object({ place: DraftPlace }, closed);

export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db } = app;

  app.get(
    '/drafts',
    {
      schema: {
        operationId: 'listDrafts',
        summary: 'One’s own drafts',
        tags: ['annotations'],
        querystring: PageQuery,
        response: { 200: DraftPage },
      },
    },
    ({ query, viewer }) => listDrafts(db, viewer.actor, query.cursor, query.limit),
  );

  app.put(
    '/drafts/:place',
    {
      // Saved while typing: many small writes are expected.
      config: { budget: 'drafts' },
      schema: {
        operationId: 'saveDraft',
        summary: 'Keep what is being written; the newest save stands',
        tags: ['annotations'],
        params: ByPlace,
        body: DraftContent,
        response: { 200: DraftView },
      },
    },
    ({ params, body, viewer }) => putDraft(db, viewer.actor, params.place, body),
  );

  app.delete(
    '/drafts/:place',
    {
      config: { budget: 'drafts' },
      schema: {
        operationId: 'discardDraft',
        summary: 'Throw a draft away',
        tags: ['annotations'],
        params: ByPlace,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await discardDraft(db, viewer.actor, params.place);
      return { done: true as const };
    },
  );
};
