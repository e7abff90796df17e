import {
  closed,
  Done,
  NewObjection,
  ObjectionByLink,
  ObjectionLink,
  SanctionPage,
  SanctionView,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { guessing, writing } from '../../plugins/rate-limits.ts';
import { objectByLink, objectTo, readByLink } from './objections.ts';
import { listOwnSanctions, readWarning } from './service.ts';

const ById = Type.Object({ id: Uuid }, closed);
const done = { done: true } as const;

/** What a person is told of what was given to them, and their say. */
export const sanctionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, outbox, texts, settings } = app;
  const deps = { db, transact, outbox, texts, settings };
  const tags = ['accounts'];

  app.get(
    '/sanctions',
    {
      schema: {
        operationId: 'listOwnSanctions',
        summary: 'Warnings, mutes and bans one was given, newest first',
        tags,
        querystring: PageQuery,
        response: { 200: SanctionPage },
      },
    },
    ({ query, viewer }) => listOwnSanctions(deps, viewer.actor, query.cursor, query.limit),
  );

  app.post(
    '/sanctions/:id/reading',
    {
      config: writing,
      schema: {
        operationId: 'readWarning',
        summary: 'One has read a warning, and can write publicly again',
        tags,
        params: ById,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await readWarning(deps, viewer.actor, params.id);
      return done;
    },
  );

  app.post(
    '/sanctions/:id/objection',
    {
      config: writing,
      schema: {
        operationId: 'objectToSanction',
        summary: 'Object, once, to what one was given',
        tags,
        params: ById,
        body: NewObjection,
        response: { 200: Done },
      },
    },
    async ({ params, body, viewer }) => {
      await objectTo(deps, viewer.actor, params.id, body.words);
      return done;
    },
  );

  app.get(
    '/objection',
    {
      // No wider budget than for any other link: it is a secret that could be guessed at.
      config: { budget: 'credentials' },
      schema: {
        operationId: 'readObjectionLink',
        summary: 'What the link of a mail objects to; reading it uses nothing up',
        tags,
        querystring: ObjectionLink,
        response: { 200: SanctionView },
      },
    },
    ({ query }) => readByLink(deps, query.token),
  );

  app.post(
    '/objection',
    {
      config: guessing,
      schema: {
        operationId: 'objectByLink',
        summary: 'Object by the link of the mail, also without being able to sign in',
        tags,
        body: ObjectionByLink,
        response: { 200: Done },
      },
    },
    async ({ body }) => {
      await objectByLink(deps, body);
      return done;
    },
  );
};
