import { UnsubscribeToken, UnsubscribeView } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { describeEnding, makeUnsubscribeSeal, unsubscribe } from './unsubscribe.ts';

/** A mail program sends a few words, and they decide nothing: the link does. */
const mostBytes = 2_000;

export const unsubscribeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { transact, settings } = app;
  const seal = makeUnsubscribeSeal(settings.keys, settings.origin);
  const tags = ['following'];

  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: mostBytes },
    (_request, _body, done) => {
      done(null, undefined);
    },
  );

  app.get(
    '/unsubscribe',
    {
      schema: {
        operationId: 'openUnsubscribe',
        summary:
          'What a mail program opens in a browser: leads to the page that asks, changes nothing',
        tags,
        querystring: UnsubscribeToken,
        response: { 303: Type.Null() },
      },
    },
    async ({ query }, reply) => {
      await reply.redirect(`/unsubscribe?token=${encodeURIComponent(query.token)}`, 303);
    },
  );

  app.get(
    '/unsubscribe/scope',
    {
      schema: {
        operationId: 'describeUnsubscribe',
        summary: 'What a link in a mail would end; changes nothing and looks nobody up',
        tags,
        querystring: UnsubscribeToken,
        response: { 200: UnsubscribeView },
      },
    },
    ({ query }) => ({ scope: describeEnding(seal, query.token) }),
  );

  app.post(
    '/unsubscribe',
    {
      // A dead cookie must not keep anybody from ending mail.
      config: { signsIn: true },
      schema: {
        operationId: 'unsubscribe',
        summary: 'End notices by mail with the link of a mail (RFC 8058); without signing in',
        tags,
        querystring: UnsubscribeToken,
        response: { 200: UnsubscribeView },
      },
    },
    async ({ query }) => ({ scope: await unsubscribe(transact, seal, query.token) }),
  );
};
