import { Readable } from 'node:stream';
import { TransparencyQuery, TransparencyReport } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { streamed } from '../../streamed.ts';
import { reportFile } from './csv.ts';
import { readReport } from './service.ts';

/** How public notes were kept in order, in figures; no answer depends on who asks. */
export const transparencyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db } = app;

  app.get(
    '/transparency',
    {
      config: { budget: 'search' },
      schema: {
        operationId: 'readTransparencyReport',
        summary: 'What came in and what was decided in some months, in figures',
        tags: ['ledger'],
        querystring: TransparencyQuery,
        response: { 200: TransparencyReport },
      },
    },
    ({ query }) => readReport(db, query),
  );

  app.get(
    '/transparency/file',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'exportTransparencyReport',
        summary: 'The same report as a CSV file',
        tags: ['ledger'],
        querystring: TransparencyQuery,
        response: { 200: { content: { 'text/csv': { schema: streamed } } } },
      },
    },
    async ({ query }, answer) => {
      const report = await readReport(db, query);
      return answer
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="transparency.csv"')
        .send(Readable.from([reportFile(report)]));
    },
  );
};
