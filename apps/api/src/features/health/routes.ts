import { Type } from 'typebox';
import { closed } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

const Health = Type.Object({ status: Type.Literal('ok') }, closed);

export const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/health/live',
    {
      config: { public: true },
      logLevel: 'silent',
      schema: {
        operationId: 'live',
        summary: 'The process answers',
        tags: ['health'],
        response: { 200: Health },
      },
    },
    () => ({ status: 'ok' as const }),
  );

  app.get(
    '/health/ready',
    {
      config: { public: true },
      logLevel: 'silent',
      schema: {
        operationId: 'ready',
        summary: 'The database answers and holds the schema',
        tags: ['health'],
        response: { 200: Health },
      },
    },
    async () => {
      await app.db.rows({ name: 'ready', text: 'select 1 from site' }, []);
      return { status: 'ok' as const };
    },
  );
};
