import { AddressText, closed, Slug, TermLedgerView, LedgerTermPage } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readLedger, readTerm } from './service.ts';

export const termLedgerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;
  const deps = { db, texts };

  app.get(
    '/works/:slug/terms',
    {
      schema: {
        operationId: 'readTermLedger',
        summary:
          'What each term of a text is rendered by, at every place; of all terms, or of a clause',
        tags: ['texts'],
        params: Type.Object({ slug: Slug }, closed),
        querystring: Type.Object({ at: Type.Optional(AddressText) }, closed),
        response: { 200: TermLedgerView },
      },
    },
    ({ params, query, viewer }) => readLedger(deps, viewer, params.slug, query.at),
  );

  app.get(
    '/works/:slug/terms/:term',
    {
      schema: {
        operationId: 'readTermOfText',
        summary: 'One term with every place where it stands, in both languages',
        tags: ['texts'],
        params: Type.Object(
          { slug: Slug, term: Type.String({ minLength: 1, maxLength: 64 }) },
          closed,
        ),
        response: { 200: LedgerTermPage },
      },
    },
    ({ params, viewer }) => readTerm(deps, viewer, params.slug, params.term),
  );
};
