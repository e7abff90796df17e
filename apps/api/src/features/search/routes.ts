import { SearchQuerystring, SearchView } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { search } from './service.ts';

export const searchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;

  app.get(
    '/search',
    {
      config: { budget: 'search' },
      schema: {
        operationId: 'search',
        summary:
          'Texts and notes in every script: words, "phrases", -left out, by: tag: in: kind: layer: work: since: until: is:',
        tags: ['search'],
        querystring: SearchQuerystring,
        response: { 200: SearchView },
      },
    },
    ({ query, viewer }) => search({ db, texts }, viewer, query),
  );
};
