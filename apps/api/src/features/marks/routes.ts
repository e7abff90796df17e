import { closed, MarksView, Slug, WorkFilter } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { pack } from './pack.ts';
import { readMarks } from './service.ts';

// Made as bytes, piece by piece; the schema says what stands in them.
const Answer = Type.Unsafe<Buffer>(MarksView);

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
        querystring: WorkFilter,
        response: { 200: Answer },
      },
    },
    async ({ params, query, viewer, headers }, answer) => {
      const { json, tag } = await readMarks({ db, texts }, viewer, params.slug, query);
      // Kept by the browser alone, and asked after each time: rights change.
      answer.header('cache-control', 'private, no-cache').header('etag', tag);
      if (headers['if-none-match'] === tag) return answer.code(304 as 200).send(Buffer.alloc(0));
      const { bytes, encoding } = await pack(json, headers['accept-encoding']);
      if (encoding !== null) answer.header('content-encoding', encoding);
      return answer.type('application/json; charset=utf-8').send(bytes);
    },
  );
};
