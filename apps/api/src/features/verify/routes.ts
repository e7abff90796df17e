import { VerifyForm, VerifyView } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PreparedVersions } from './prepared.ts';
import { verify } from './service.ts';

export const verifyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;
  const deps = { db, texts, prepared: new PreparedVersions() };

  app.post(
    '/verify',
    {
      config: { budget: 'search' },
      schema: {
        operationId: 'verify',
        summary:
          'Whether a quotation is verbatim, where it stands, in which versions, and what was corrected since',
        tags: ['texts'],
        body: VerifyForm,
        response: { 200: VerifyView },
      },
    },
    ({ body, viewer }) => verify(deps, viewer, body),
  );
};
