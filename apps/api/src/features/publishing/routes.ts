import {
  closed,
  PublicationView,
  ReleaseForm,
  ReleaseMade,
  ScheduleForm,
  TakingDown,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { publishRelease } from './publish.ts';
import { readPublication } from './read-publication.ts';
import { scheduleRelease } from './schedule.ts';
import { takeDown } from './take-down.ts';

const tags = ['commentaries'];
const ofCommentary = Type.Object({ id: Uuid }, closed);

export const publishingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts, outbox, settings } = app;
  const deps = { db, transact, texts, outbox, settings };

  app.get(
    '/commentaries/:id/checks',
    {
      schema: {
        operationId: 'readPublication',
        summary: 'What stands before the publication of a commentary, and what keeps it from it',
        tags,
        params: ofCommentary,
        response: { 200: PublicationView },
      },
    },
    ({ params, viewer }) => readPublication(deps, viewer, params.id),
  );

  app.post(
    '/commentaries/:id/releases',
    {
      config: writing,
      schema: {
        operationId: 'publishRelease',
        summary: 'Publish what was accepted, under the number that comes next',
        tags,
        params: ofCommentary,
        body: ReleaseForm,
        response: { 201: ReleaseMade },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return publishRelease(deps, viewer, params.id, body);
    },
  );

  app.put(
    '/commentaries/:id/schedule',
    {
      config: writing,
      schema: {
        operationId: 'scheduleRelease',
        summary: 'Have it published at a time, if nothing is against it then',
        tags,
        params: ofCommentary,
        body: ScheduleForm,
        response: { 200: PublicationView },
      },
    },
    async ({ params, body, viewer }) => {
      await scheduleRelease(deps, viewer, params.id, body);
      return readPublication(deps, viewer, params.id);
    },
  );

  app.post(
    '/commentaries/:id/retraction',
    {
      config: writing,
      schema: {
        operationId: 'retractCommentary',
        summary: 'Retract all that was published of it: the pages stay, below a notice',
        tags,
        params: ofCommentary,
        body: TakingDown,
        response: { 200: PublicationView },
      },
    },
    async ({ params, body, viewer }) => {
      await takeDown(deps, viewer, params.id, 'retract', body);
      return readPublication(deps, viewer, params.id);
    },
  );

  app.post(
    '/commentaries/:id/withdrawal',
    {
      config: writing,
      schema: {
        operationId: 'withdrawCommentary',
        summary: 'Withdraw all that was published of it, where the law wants it',
        tags,
        params: ofCommentary,
        body: TakingDown,
        response: { 200: PublicationView },
      },
    },
    async ({ params, body, viewer }) => {
      await takeDown(deps, viewer, params.id, 'withdraw', body);
      return readPublication(deps, viewer, params.id);
    },
  );
};
