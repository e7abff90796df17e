import { createHash } from 'node:crypto';
import { closed, FeedQuery, FollowPlace, Slug, type FeedFormat } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { networkOf } from '../../plugins/rate-limits.ts';
import { makeAllowance } from '../../throttle.ts';
import { readReleaseFeed } from './releases.ts';
import { readFeed } from './service.ts';

const types = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;

/** Seconds for which a copy is good, and how often one reader may ask for one feed meanwhile. */
const fresh = 300;
const asked = { times: 20, seconds: 60 } as const;

const text = { schema: Type.String() };
const tags = ['following'];
const response = {
  200: { content: { 'application/atom+xml': text, 'application/feed+json': text } },
};

const answerWith = (
  answer: FastifyReply,
  feed: string,
  format: FeedFormat,
  ifNoneMatch: string | undefined,
): FastifyReply => {
  const tag = `"${createHash('sha256').update(feed).digest('base64url')}"`;
  answer.header('cache-control', `public, max-age=${String(fresh)}`).header('etag', tag);
  if (hasAlready(ifNoneMatch, tag)) return answer.code(304).send('');
  return answer.type(types[format]).send(feed);
};

export const feedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts, settings } = app;
  const deps = { db, texts, origin: settings.origin };
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
        tags,
        params: FollowPlace,
        querystring: FeedQuery,
        response,
      },
    },
    async ({ params, query: { format = 'atom' }, headers, ip }, answer) => {
      allow(`${networkOf(ip)} ${params.kind} ${params.target} ${format}`);
      const feed = await readFeed(deps, { ...params, format });
      return answerWith(answer, feed, format, headers['if-none-match']);
    },
  );

  app.get(
    '/feeds/releases',
    {
      schema: {
        operationId: 'readReleaseFeed',
        summary: 'What was last published of commentaries, for feed readers',
        tags,
        querystring: FeedQuery,
        response,
      },
    },
    async ({ query: { format = 'atom' }, headers, ip }, answer) => {
      allow(`${networkOf(ip)} releases ${format}`);
      const feed = await readReleaseFeed(deps, { slug: null, format });
      return answerWith(answer, feed, format, headers['if-none-match']);
    },
  );

  app.get(
    '/feeds/releases/:slug',
    {
      schema: {
        operationId: 'readReleaseFeedOfWork',
        summary: 'What was last published of the commentaries on a work, for feed readers',
        tags,
        params: Type.Object({ slug: Slug }, closed),
        querystring: FeedQuery,
        response,
      },
    },
    async ({ params, query: { format = 'atom' }, headers, ip }, answer) => {
      allow(`${networkOf(ip)} releases ${params.slug} ${format}`);
      const feed = await readReleaseFeed(deps, { ...params, format });
      return answerWith(answer, feed, format, headers['if-none-match']);
    },
  );
};
