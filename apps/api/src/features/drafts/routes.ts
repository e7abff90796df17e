import {
  closed,
  Done,
  DraftChoice,
  DraftContent,
  DraftPage,
  DraftPlace,
  DraftSaved,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { discardDraft, listDrafts, putDraft } from './service.ts';

const ByPlace = Type.Object({ place: DraftPlace }, closed);

export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact } = app;

  app.get(
    '/drafts',
    {
      schema: {
        operationId: 'listDrafts',
        summary: 'One’s own drafts',
        tags: ['drafts'],
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
        summary:
          'Keep what one writer has; the newest version stands, those of other writers are offered beside it',
        tags: ['drafts'],
        params: ByPlace,
        body: DraftContent,
        response: { 200: DraftSaved },
      },
    },
    ({ params, body, viewer, headers }) =>
      putDraft(transact, viewer.actor, params.place, {
        ...body,
        device: headers['user-agent'] ?? '',
      }),
  );

  app.delete(
    '/drafts/:place',
    {
      config: { budget: 'drafts' },
      schema: {
        operationId: 'discardDraft',
        summary: 'Throw a draft away, or one version of it',
        tags: ['drafts'],
        params: ByPlace,
        querystring: DraftChoice,
        response: { 200: Done },
      },
    },
    async ({ params, query, viewer }) => {
      await discardDraft(db, viewer.actor, params.place, query);
      return { done: true as const };
    },
  );
};
