import {
  AddressText,
  closed,
  Cursor,
  OrderName,
  ReadingView,
  Slug,
  Uuid,
  partFilter,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { read } from './service.ts';

export const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts, live } = app;

  app.get(
    '/works/:slug/reading',
    {
      config: { filters: true },
      schema: {
        operationId: 'read',
        summary: 'A page of the reader in one answer: text, focus, threads, drafts',
        tags: ['texts'],
        params: Type.Object({ slug: Slug }, closed),
        querystring: Type.Object(
          {
            at: Type.Optional(AddressText),
            pins: Type.Optional(Type.String({ maxLength: 600 })),
            text: Type.Optional(Type.String({ maxLength: 40 })),
            note: Type.Optional(Uuid),
            thread: Type.Optional(Type.Array(Uuid, { maxItems: 20 })),
            cursor: Type.Optional(Cursor),
            order: Type.Optional(OrderName),
            assignment: Type.Optional(Uuid),
            ...partFilter,
          },
          closed,
        ),
        response: { 200: ReadingView },
      },
    },
    ({
      params,
      query: { at, pins, text, note, thread, cursor, order, assignment, ...filter },
      viewer,
    }) =>
      read({ db, texts, live }, viewer, {
        slug: params.slug,
        at,
        pins,
        text,
        note,
        thread,
        cursor,
        order,
        assignment,
        filter,
      }),
  );
};
