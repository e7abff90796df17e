import { closed, MarksView, Slug, Uuid, WorkFilter } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readerIn } from '../gate/reader.ts';
import { pack } from './pack.ts';
import { readMarks } from './service.ts';

// Made as bytes, piece by piece; the schema says what stands in them.
const Answer = Type.Unsafe<Buffer>(MarksView);

/** The notes of an assignment and one's own notebook, or those of no class. */
const MarksQuery = Type.Object(
  { ...WorkFilter.properties, assignment: Type.Optional(Uuid) },
  closed,
);

export const markRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;

  app.get(
    '/works/:slug/marks',
    {
      config: { budget: 'search' },
      schema: {
        operationId: 'listMarks',
        summary:
          'All threads of a work that the reader sees, where they stand, without their words',
        tags: ['annotations'],
        params: Type.Object({ slug: Slug }, closed),
        querystring: MarksQuery,
        response: { 200: Answer },
      },
    },
    async ({ params, query: { assignment, ...filter }, viewer, headers }, answer) => {
      const lister = await readerIn(db, viewer, assignment);
      const { json, tag, isPublic } = await readMarks({ db, texts }, lister, params.slug, filter);
      // Kept by the browser alone, and asked after each time: rights change.
      answer
        .header('cache-control', isPublic ? 'private, no-cache' : 'private, no-store')
        .header('etag', tag);
      if (headers['if-none-match'] === tag) return answer.code(304 as 200).send(Buffer.alloc(0));
      const { bytes, encoding } = await pack(json, headers['accept-encoding']);
      if (encoding !== null) answer.header('content-encoding', encoding);
      return answer.type('application/json; charset=utf-8').send(bytes);
    },
  );
};
