import { closed } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { streamed } from '../../streamed.ts';
import { makeOwnFiles } from './service.ts';

const file = { schema: streamed };
const Format = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('zip')])) },
  closed,
);

export const ownDataRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const write = makeOwnFiles(app.db, app.settings.origin.origin);

  app.get(
    '/account/export',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'exportAccount',
        summary: 'Everything that is kept about the person who asks, as a file',
        description:
          'JSON, or an archive of it with a table (CSV) for each kind. Holds no secret and nothing about other people; what moderators decided is in it from when its author is told.',
        tags: ['accounts'],
        querystring: Format,
        response: { 200: { content: { 'application/json': file, 'application/zip': file } } },
      },
    },
    async ({ query, viewer }, answer) => {
      const { type, name, stream } = write(viewer, query.format ?? 'json');
      return answer
        .type(type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .send(stream);
    },
  );
};
