import {
  closed,
  CommentaryReview,
  Done,
  RecommendationForm,
  ReviewAnswer,
  ReviewerInvitation,
  RoundForm,
  RoundPartPage,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { readRoundProof } from './round-proof.ts';
import {
  answerInvitation,
  endReview,
  inviteReviewer,
  openRound,
  sendRecommendation,
} from './rounds.ts';
import { readReview } from './view.ts';

const tags = ['review'];
const ofCommentary = Type.Object({ id: Uuid }, closed);
const round = Type.Integer({ minimum: 1, maximum: 100_000 });
const ofRound = Type.Object({ id: Uuid, round }, closed);
const ofReviewer = Type.Object({ id: Uuid, round, reviewer: Uuid }, closed);
const response = { 200: CommentaryReview };
const done = { done: true } as const;

export const roundRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts, outbox, settings } = app;
  const deps = { db, transact, texts, outbox, settings };

  app.post(
    '/commentaries/:id/rounds',
    {
      config: writing,
      schema: {
        operationId: 'openRound',
        summary: 'Open a round of review on what was handed in last',
        tags,
        params: ofCommentary,
        body: RoundForm,
        response,
      },
    },
    async ({ params, body, viewer }) => {
      await openRound(deps, viewer.actor, params.id, body);
      return readReview(deps, viewer.actor, params.id);
    },
  );

  app.get(
    '/commentaries/:id/rounds/:round/proof',
    {
      schema: {
        operationId: 'readRoundProof',
        summary: 'What a round is about, part by part, as it was handed in',
        tags,
        params: ofRound,
        querystring: PageQuery,
        response: { 200: RoundPartPage },
      },
    },
    ({ params, query, viewer }) =>
      readRoundProof(deps, viewer, params.id, params.round, query.cursor, query.limit),
  );

  app.post(
    '/commentaries/:id/rounds/:round/reviewers',
    {
      config: writing,
      schema: {
        operationId: 'inviteReviewer',
        summary: 'Ask a member to review; they are told by mail',
        tags,
        params: ofRound,
        body: ReviewerInvitation,
        response,
      },
    },
    async ({ params, body, viewer }) => {
      await inviteReviewer(deps, viewer.actor, params.id, params.round, body);
      return readReview(deps, viewer.actor, params.id);
    },
  );

  app.delete(
    '/commentaries/:id/rounds/:round/reviewers/:reviewer',
    {
      config: writing,
      schema: {
        operationId: 'endReview',
        summary: 'Take an invitation back, or end a review; the reviewer is told',
        tags,
        params: ofReviewer,
        response,
      },
    },
    async ({ params, viewer }) => {
      await endReview(deps, viewer.actor, params.id, params.round, params.reviewer);
      return readReview(deps, viewer.actor, params.id);
    },
  );

  app.put(
    '/commentaries/:id/rounds/:round/answer',
    {
      config: writing,
      schema: {
        operationId: 'answerReviewInvitation',
        summary: 'Say whether one reviews; who declines, or stops, sees it no more',
        tags,
        params: ofRound,
        body: ReviewAnswer,
        response: { 200: Done },
      },
    },
    async ({ params, body, viewer }) => {
      await answerInvitation(deps, viewer.actor, params.id, params.round, body.accepts);
      return done;
    },
  );

  app.put(
    '/commentaries/:id/rounds/:round/recommendation',
    {
      config: writing,
      schema: {
        operationId: 'sendRecommendation',
        summary: 'Say what one advises, until an editor has decided',
        tags,
        params: ofRound,
        body: RecommendationForm,
        response,
      },
    },
    async ({ params, body, viewer }) => {
      await sendRecommendation(deps, viewer.actor, params.id, params.round, body);
      return readReview(deps, viewer.actor, params.id);
    },
  );
};
