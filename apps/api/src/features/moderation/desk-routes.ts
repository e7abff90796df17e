import {
  CaseContext,
  closed,
  DeskView,
  Done,
  NewFilter,
  NewReadyReply,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { readContext } from './context.ts';
import { forgetFilter, forgetReply, readDesk, saveFilter, saveReply } from './desk.ts';

const ById = Type.Object({ id: Uuid }, closed);
const tags = ['moderation'];
const done = { done: true } as const;

/** What a moderator has at hand beside the cases themselves. */
export const deskRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, transact, texts };

  app.get(
    '/moderation/cases/:id/context',
    {
      schema: {
        operationId: 'readCaseContext',
        summary: 'A case with its clause, the talk around it, what was before, and its author',
        tags,
        params: ById,
        response: { 200: CaseContext },
      },
    },
    ({ params, viewer }) => readContext(deps, viewer, params.id),
  );

  app.get(
    '/moderation/desk',
    {
      schema: {
        operationId: 'readDesk',
        summary:
          'Works one moderates, one’s saved filters and replies, decisions one can take back',
        tags,
        response: { 200: DeskView },
      },
    },
    ({ viewer }) => readDesk(deps, viewer.actor),
  );

  app.post(
    '/moderation/filters',
    {
      config: writing,
      schema: {
        operationId: 'saveFilter',
        summary: 'Keep a list of cases under a name; the same name takes it over',
        tags,
        body: NewFilter,
        response: { 200: Done },
      },
    },
    async ({ body, viewer }) => {
      await saveFilter(deps, viewer.actor, body);
      return done;
    },
  );

  app.delete(
    '/moderation/filters/:id',
    {
      config: writing,
      schema: {
        operationId: 'forgetFilter',
        summary: 'Delete one’s saved filter',
        tags,
        params: ById,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await forgetFilter(deps, viewer.actor, params.id);
      return done;
    },
  );

  app.post(
    '/moderation/replies',
    {
      config: writing,
      schema: {
        operationId: 'saveReply',
        summary: 'Keep words for authors under a name; the same name takes it over',
        tags,
        body: NewReadyReply,
        response: { 200: Done },
      },
    },
    async ({ body, viewer }) => {
      await saveReply(deps, viewer.actor, body);
      return done;
    },
  );

  app.delete(
    '/moderation/replies/:id',
    {
      config: writing,
      schema: {
        operationId: 'forgetReply',
        summary: 'Delete one’s saved reply',
        tags,
        params: ById,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await forgetReply(deps, viewer.actor, params.id);
      return done;
    },
  );
};
