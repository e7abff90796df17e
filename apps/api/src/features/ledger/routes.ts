import { LedgerFilter, LedgerHead, LedgerPage, LedgerQuery } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { streamed } from '../../streamed.ts';
import { ledgerFile } from './csv.ts';
import { readHead, readLedger } from './service.ts';

/** What was decided, for everybody alike: no answer depends on who asks. */
export const ledgerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db } = app;

  app.get(
    '/ledger',
    {
      schema: {
        operationId: 'readLedger',
        summary: 'What was decided, by role and without names, newest first',
        tags: ['ledger'],
        querystring: LedgerQuery,
        response: { 200: LedgerPage },
      },
    },
    ({ query }) => readLedger(db, query),
  );

  app.get(
    '/ledger/head',
    {
      schema: {
        operationId: 'readLedgerHead',
        summary: 'How long the log of decisions is, and the digest of its last row',
        tags: ['ledger'],
        response: { 200: LedgerHead },
      },
    },
    () => readHead(db),
  );

  app.get(
    '/ledger/file',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'exportLedger',
        summary: 'The same list as a CSV file, all of it',
        tags: ['ledger'],
        querystring: LedgerFilter,
        response: { 200: { content: { 'text/csv': { schema: streamed } } } },
      },
    },
    async ({ query }, answer) =>
      answer
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="decisions.csv"')
        .send(ledgerFile(db, query)),
  );
};
