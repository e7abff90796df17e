import {
  closed,
  SecondLookForm,
  SecondLookShareForm,
  SecondLooksView,
  SecondLookView,
  Slug,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { give, listLooks, readLook, setShare } from './service.ts';

const ById = Type.Object({ id: Uuid }, closed);
const ByWork = Type.Object({ work: Slug }, closed);
const tags = ['moderation'];

/** What somebody else would have decided, who is not told what was. */
export const secondLookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;
  const deps = { db, texts };

  app.get(
    '/moderation/second-looks',
    {
      schema: {
        operationId: 'listSecondLooks',
        summary: 'Decisions of others that one is asked about, and what one has said',
        tags,
        response: { 200: SecondLooksView },
      },
    },
    ({ viewer }) => listLooks(deps, viewer.actor),
  );

  app.get(
    '/moderation/second-looks/:id',
    {
      schema: {
        operationId: 'readSecondLook',
        summary: 'A case as it was when somebody else decided on it, without what they decided',
        tags,
        params: ById,
        response: { 200: SecondLookView },
      },
    },
    ({ params, viewer }) => readLook(deps, viewer, params.id),
  );

  app.post(
    '/moderation/second-looks/:id',
    {
      config: writing,
      schema: {
        operationId: 'giveSecondLook',
        summary: 'Say what one would have decided, and read what was; the note stays as it is',
        tags,
        params: ById,
        body: SecondLookForm,
        response: { 200: SecondLookView },
      },
    },
    ({ params, body, viewer }) => give(deps, viewer, params.id, body),
  );

  app.put(
    '/moderation/second-looks/shares/:work',
    {
      config: writing,
      schema: {
        operationId: 'setSecondLookShare',
        summary: 'Of a hundred decisions on a work, how many are looked at a second time',
        tags,
        params: ByWork,
        body: SecondLookShareForm,
        response: { 200: SecondLooksView },
      },
    },
    ({ params, body, viewer }) => setShare(deps, viewer.actor, params.work, body),
  );
};
