import { ExportQuery } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { networkOf } from '../../plugins/rate-limits.ts';
import { streamed } from '../../streamed.ts';
import { makeExports } from './service.ts';

const text = { schema: streamed };

export const exportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const write = makeExports(app.db, app.texts, app.settings.origin.origin);

  app.get(
    '/export',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'exportNotes',
        summary: 'Notes of a work that the reader sees, as a file, in document order',
        tags: ['exchange'],
        querystring: ExportQuery,
        response: {
          200: {
            content: {
              'text/markdown': text,
              'text/csv': text,
              'application/ld+json': text,
              'application/jsonl': text,
            },
          },
        },
      },
    },
    async ({ query, viewer, ip }, answer) => {
      const locale = query.lang ?? viewer.person?.locale ?? 'en';
      const { type, name, stream } = await write(viewer, networkOf(ip), query, locale);
      return answer
        .type(type)
        .header('content-language', query.format === 'markdown' ? locale : 'en')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(stream);
    },
  );
};
