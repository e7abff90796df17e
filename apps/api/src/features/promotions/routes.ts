import {
  closed,
  Done,
  PromotionAnswer,
  PromotionForm,
  PromotionPage,
  PromotionRequestPage,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { answerRequest, listRequests } from './answer.ts';
import { askForNote, cancelRequest, listPromotions } from './ask.ts';

const tags = ['commentaries'];
const ofCommentary = Type.Object({ id: Uuid }, closed);
const ofPromotion = Type.Object({ id: Uuid, promotion: Uuid }, closed);
const done = { done: true } as const;

export const promotionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts, outbox, settings } = app;
  const deps = { db, transact, texts, outbox, settings };

  app.get(
    '/commentaries/:id/promotions',
    {
      schema: {
        operationId: 'listPromotions',
        summary: 'The notes that a commentary asks for, and what their authors say',
        tags,
        params: ofCommentary,
        querystring: PageQuery,
        response: { 200: PromotionPage },
      },
    },
    ({ params, query, viewer }) =>
      listPromotions(deps, viewer, params.id, query.cursor, query.limit),
  );

  app.post(
    '/commentaries/:id/promotions',
    {
      config: writing,
      schema: {
        operationId: 'askForNote',
        summary: 'Ask who wrote a note whether the commentary may quote it',
        tags,
        params: ofCommentary,
        body: PromotionForm,
        response: { 201: Type.Object({ id: Uuid }, closed) },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return askForNote(deps, viewer, params.id, body);
    },
  );

  app.delete(
    '/commentaries/:id/promotions/:promotion',
    {
      config: writing,
      schema: {
        operationId: 'cancelPromotion',
        summary: 'Ask for a note no more',
        tags,
        params: ofPromotion,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await cancelRequest(deps, viewer, params.id, params.promotion);
      return done;
    },
  );

  app.get(
    '/promotions',
    {
      schema: {
        operationId: 'listPromotionRequests',
        summary: 'What commentaries ask one for, the newest first',
        tags,
        querystring: PageQuery,
        response: { 200: PromotionRequestPage },
      },
    },
    ({ query, viewer }) => listRequests(deps, viewer, query.cursor, query.limit),
  );

  app.put(
    '/promotions/:id/answer',
    {
      config: writing,
      schema: {
        operationId: 'answerPromotion',
        summary: 'Consent to be quoted, and say how one is named, or refuse',
        tags,
        params: ofCommentary,
        body: PromotionAnswer,
        response: { 200: Done },
      },
    },
    async ({ params, body, viewer }) => {
      await answerRequest(deps, viewer, params.id, body);
      return done;
    },
  );
};
