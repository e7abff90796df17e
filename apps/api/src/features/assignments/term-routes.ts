import { closed, TermForm, TermView, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { readTerm, saveTerm } from './term.ts';

const tags = ['assignments'];
const byId = Type.Object({ id: Uuid }, closed);

export const termRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/classes/:id/term',
    {
      schema: {
        operationId: 'readTerm',
        summary: 'All assignments of a class in the order in which they open, for its staff',
        tags,
        params: byId,
        response: { 200: TermView },
      },
    },
    ({ params, viewer }) => readTerm(deps, viewer.actor, params.id),
  );

  app.put(
    '/classes/:id/term',
    {
      config: writing,
      schema: {
        operationId: 'saveTerm',
        summary: 'Change several assignments, make drafts and publish: all of it or nothing',
        description:
          'A refusal has the code of a row: `version-stale` where one was changed or deleted meanwhile, else that of the first that is wrong. `current.rows` tells of each.',
        tags,
        params: byId,
        body: TermForm,
        response: { 200: TermView },
      },
    },
    ({ params, body, viewer }) => saveTerm(deps, viewer.actor, params.id, body),
  );
};
