import { createHash } from 'node:crypto';
import { closed, Slug } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { readSitemap, readSitemapIndex, sitemapKinds } from './service.ts';

const tags = ['texts'];
const response = { 200: { content: { 'application/xml': { schema: Type.String() } } } };

/** Seconds for which a copy is good. */
const fresh = 3_600;

const answerWith = (answer: FastifyReply, xml: string, known: string | undefined): FastifyReply => {
  const tag = `"${createHash('sha256').update(xml).digest('base64url')}"`;
  answer.headers({ etag: tag, 'cache-control': `public, max-age=${String(fresh)}` });
  if (hasAlready(known, tag)) return answer.code(304).send('');
  return answer.type('application/xml; charset=utf-8').send(xml);
};

export const sitemapRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts, settings } = app;
  const deps = { db, texts, origin: settings.origin.origin };

  app.get(
    '/sitemap',
    {
      schema: {
        operationId: 'readSitemapIndex',
        summary: 'The sitemaps of all that is published (sitemaps.org)',
        tags,
        response,
      },
    },
    async ({ headers }, answer) =>
      answerWith(answer, await readSitemapIndex(deps), headers['if-none-match']),
  );

  app.get(
    '/sitemap/:kind/:slug',
    {
      schema: {
        operationId: 'readSitemap',
        summary: 'The addresses of a text, or of a commentary and its entries',
        tags,
        params: Type.Object({ kind: Type.Enum([...sitemapKinds]), slug: Slug }, closed),
        response,
      },
    },
    async ({ params: { kind, slug }, headers }, answer) =>
      answerWith(answer, await readSitemap(deps, kind, slug), headers['if-none-match']),
  );
};
