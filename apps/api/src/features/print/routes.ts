import { AddressText, closed, printedNotes, PrintView, Slug } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readPrint } from './service.ts';

export const printRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;

  app.get(
    '/works/:slug/print',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'print',
        summary: 'A work or a part of it with notes that the reader sees, for paper',
        tags: ['texts'],
        params: Type.Object({ slug: Slug }, closed),
        querystring: Type.Object(
          {
            at: Type.Optional(AddressText),
            pins: Type.Optional(Type.String({ maxLength: 600 })),
            notes: Type.Optional(Type.Array(Type.Enum([...printedNotes]), { maxItems: 3 })),
          },
          closed,
        ),
        response: { 200: PrintView },
      },
    },
    ({ params, query, viewer }) =>
      readPrint({ db, texts }, viewer, { slug: params.slug, ...query }),
  );
};
