import {
  BatchForm,
  BatchRecord,
  BatchView,
  ChoiceQuery,
  ChoiceView,
  closed,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { decideTogether, undoTogether } from './batch.ts';
import { readBatch, readChoice } from './choice.ts';

const ById = Type.Object({ id: Uuid }, closed);
const tags = ['moderation'];

/** What is decided on many cases together. */
export const batchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts, outbox } = app;
  const deps = { db, transact, texts, outbox };

  app.get(
    '/moderation/choice',
    {
      schema: {
        operationId: 'readChoice',
        summary:
          'Cases to be decided on together: those named, and all that is open of some groups',
        tags,
        querystring: ChoiceQuery,
        response: { 200: ChoiceView },
      },
    },
    ({ query, viewer }) => readChoice(deps, viewer.actor, query),
  );

  app.post(
    '/moderation/batches/preview',
    {
      config: writing,
      schema: {
        operationId: 'tryBatch',
        summary: 'What one decision on many cases would change, and who would be told',
        tags,
        body: BatchForm,
        response: { 200: BatchView },
      },
    },
    ({ body, viewer }) => decideTogether(deps, viewer.actor, body, true),
  );

  app.post(
    '/moderation/batches',
    {
      config: writing,
      schema: {
        operationId: 'decideBatch',
        summary: 'One decision on many cases',
        tags,
        body: BatchForm,
        response: { 200: BatchView },
      },
    },
    ({ body, viewer }) => decideTogether(deps, viewer.actor, body, false),
  );

  app.get(
    '/moderation/batches/:id',
    {
      schema: {
        operationId: 'readBatch',
        summary: 'What was decided together, as it stands now, and whether it can be taken back',
        tags,
        params: ById,
        response: { 200: BatchRecord },
      },
    },
    ({ params, viewer }) => readBatch(deps, viewer.actor, params.id),
  );

  app.post(
    '/moderation/batches/:id/undo',
    {
      config: writing,
      schema: {
        operationId: 'undoBatch',
        summary: 'Take back what was decided together, before anybody is told',
        tags,
        params: ById,
        response: { 200: BatchView },
      },
    },
    ({ params, viewer }) => undoTogether(deps, viewer.actor, params.id),
  );
};
