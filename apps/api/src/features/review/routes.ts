import {
  AuthorStepForm,
  closed,
  CommentaryDecisionForm,
  CommentaryDecisionPage,
  CommentaryReview,
  DecisionLetters,
  EditingPage,
  EditingQuery,
  LetterQuestion,
  ReviewingPage,
  SubmissionForm,
  UndoingForm,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { decide, listDecisions, previewDecision, undoDecision } from './decisions.ts';
import { listEditing, listReviewing } from './lists.ts';
import { submit, takeAuthorStep } from './submit.ts';
import { readReview } from './view.ts';

const tags = ['review'];
const ofCommentary = Type.Object({ id: Uuid }, closed);
const ofDecision = Type.Object({ id: Uuid, decision: Uuid }, closed);
const response = { 200: CommentaryReview };

export const reviewRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts, outbox, settings } = app;
  const deps = { db, transact, texts, outbox, settings };

  app.get(
    '/editing',
    {
      schema: {
        operationId: 'listEditing',
        summary: 'Commentaries before the editors, what has waited longest first',
        tags,
        querystring: EditingQuery,
        response: { 200: EditingPage },
      },
    },
    ({ query, viewer }) => listEditing(deps, viewer.actor, query),
  );

  app.get(
    '/reviewing',
    {
      schema: {
        operationId: 'listReviewing',
        summary: 'The reviews that one is asked for, the newest first',
        tags,
        querystring: PageQuery,
        response: { 200: ReviewingPage },
      },
    },
    ({ query, viewer }) => listReviewing(deps, viewer.actor, query.cursor, query.limit),
  );

  app.get(
    '/commentaries/:id/review',
    {
      schema: {
        operationId: 'readReview',
        summary: 'Where a commentary stands, and how it is reviewed, as one takes part in it',
        tags,
        params: ofCommentary,
        response,
      },
    },
    ({ params, viewer }) => readReview(deps, viewer.actor, params.id),
  );

  app.get(
    '/commentaries/:id/decisions',
    {
      schema: {
        operationId: 'listCommentaryDecisions',
        summary: 'All that was decided on a commentary, the newest first',
        tags,
        params: ofCommentary,
        querystring: PageQuery,
        response: { 200: CommentaryDecisionPage },
      },
    },
    ({ params, query, viewer }) =>
      listDecisions(deps, viewer.actor, params.id, query.cursor, query.limit),
  );

  app.post(
    '/commentaries/:id/submission',
    {
      config: writing,
      schema: {
        operationId: 'submitCommentary',
        summary: 'Hand a commentary in to the editors, as it stands',
        tags,
        params: ofCommentary,
        body: SubmissionForm,
        response,
      },
    },
    async ({ params, body, viewer }) => {
      await submit(deps, viewer.actor, params.id, body);
      return readReview(deps, viewer.actor, params.id);
    },
  );

  app.post(
    '/commentaries/:id/steps',
    {
      config: writing,
      schema: {
        operationId: 'takeAuthorStep',
        summary: 'Take back what was handed in, or begin the next release, or give it up',
        tags,
        params: ofCommentary,
        body: AuthorStepForm,
        response,
      },
    },
    async ({ params, body, viewer }) => {
      await takeAuthorStep(deps, viewer.actor, params.id, body);
      return readReview(deps, viewer.actor, params.id);
    },
  );

  app.post(
    '/commentaries/:id/letters',
    {
      schema: {
        operationId: 'previewDecisionLetters',
        summary: 'The mails that a decision would send, word for word; nothing is decided by it',
        tags,
        params: ofCommentary,
        body: LetterQuestion,
        response: { 200: DecisionLetters },
      },
    },
    ({ params, body, viewer }) => previewDecision(deps, viewer.actor, params.id, body),
  );

  app.post(
    '/commentaries/:id/decisions',
    {
      config: writing,
      schema: {
        operationId: 'decideOnCommentary',
        summary: 'Ask for changes, decline or accept; the authors are told',
        tags,
        params: ofCommentary,
        body: CommentaryDecisionForm,
        response,
      },
    },
    async ({ params, body, viewer }) => {
      await decide(deps, viewer.actor, params.id, body);
      return readReview(deps, viewer.actor, params.id);
    },
  );

  app.post(
    '/commentaries/:id/decisions/:decision/undoing',
    {
      config: writing,
      schema: {
        operationId: 'undoCommentaryDecision',
        summary: 'Take the last decision that stands back, by a new one',
        tags,
        params: ofDecision,
        body: UndoingForm,
        response,
      },
    },
    async ({ params, body, viewer }) => {
      await undoDecision(deps, viewer.actor, params.id, params.decision, body);
      return readReview(deps, viewer.actor, params.id);
    },
  );
};
