import { createHash } from 'node:crypto';
import { FeedQuery, FollowPlace } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { networkOf } from '../../plugins/rate-limits.ts';
import { makeAllowance } from '../../throttle.ts';
import { readFeed } from './service.ts';

const types = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;

/** Seconds for which a copy is good, and how often one reader may ask for one feed meanwhile. */
const fresh = 300;
const asked = { times: 20, seconds: 60 } as const;

const text = { schema: Type.String() };

export const feedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts, settings } = app;
  const allow = makeAllowance(
    asked.times,
    asked.seconds,
    `This feed is asked for too often; a copy is good for ${String(fresh)} seconds.`,
  );

  app.get(
    '/feeds/:kind/:target',
    {
      schema: {
        operationId: 'readFeed',
        summary: 'The newest public notes of something, for feed readers; the same for everybody',
        tags: ['following'],
        params: FollowPlace,
        querystring: FeedQuery,
        response: {
          200: { content: { 'application/atom+xml': text, 'application/feed+json': text } },
        },
      },
    },
    async ({ params, query: { format = 'atom' }, headers, ip }, answer) => {
      allow(`${networkOf(ip)} ${params.kind} ${params.target} ${format}`);
      const feed = await readFeed({ db, texts, origin: settings.origin }, { ...params, format });
      const tag = `"${createHash('sha256').update(feed).digest('base64url')}"`;
      answer.header('cache-control', `public, max-age=${String(fresh)}`).header('etag', tag);
      if (hasAlready(headers['if-none-match'], tag)) return answer.code(304 as 200).send('');
      return answer.type(types[format]).send(feed);
    },
  );
};
