import { CasePage, CaseView, caseFilter, closed, DecisionForm, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { moderating, writing } from '../../plugins/rate-limits.ts';
import { claim, unclaim } from './claim.ts';
import { decide } from './decide.ts';
import { listCases, readCase } from './queue.ts';
import { undo } from './undo.ts';

const ById = Type.Object({ id: Uuid }, closed);
const tags = ['moderation'];

export const moderationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.get(
    '/moderation/cases',
    {
      schema: {
        operationId: 'listCases',
        summary: 'Open cases of the works one moderates: by priority, then those that wait longest',
        tags,
        querystring: Type.Object({ ...PageQuery.properties, ...caseFilter }, closed),
        response: { 200: CasePage },
      },
    },
    ({ query, viewer }) => {
      const { cursor, limit, ...filter } = query;
      return listCases(deps, viewer.actor, filter, cursor, limit);
    },
  );

  app.get(
    '/moderation/cases/:id',
    {
      schema: {
        operationId: 'readCase',
        summary: 'One case of a work one moderates',
        tags,
        params: ById,
        response: { 200: CaseView },
      },
    },
    ({ params, viewer }) => readCase(deps, viewer.actor, params.id),
  );

  app.put(
    '/moderation/cases/:id/claim',
    {
      config: moderating,
      schema: {
        operationId: 'claimCase',
        summary: 'Say for ten minutes that one looks at a case',
        tags,
        params: ById,
        response: { 200: CaseView },
      },
    },
    ({ params, viewer }) => claim(deps, viewer.actor, params.id),
  );

  app.delete(
    '/moderation/cases/:id/claim',
    {
      config: moderating,
      schema: {
        operationId: 'releaseCase',
        summary: 'Leave a case to others',
        tags,
        params: ById,
        response: { 200: CaseView },
      },
    },
    ({ params, viewer }) => unclaim(deps, viewer.actor, params.id),
  );

  app.post(
    '/moderation/cases/:id/decision',
    {
      config: moderating,
      schema: {
        operationId: 'decideCase',
        summary: 'Decide on the case and the revision one has seen',
        tags,
        params: ById,
        body: DecisionForm,
        response: { 200: CaseView },
      },
    },
    ({ params, body, viewer }) => decide(deps, viewer.actor, params.id, body),
  );

  app.post(
    '/moderation/decisions/:id/undo',
    {
      config: writing,
      schema: {
        operationId: 'undoDecision',
        summary: 'Take a decision back before its author is told',
        tags,
        params: ById,
        response: { 200: CaseView },
      },
    },
    ({ params, viewer }) => undo(deps, viewer.actor, params.id),
  );
};
