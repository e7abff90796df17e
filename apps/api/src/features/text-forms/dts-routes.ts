import { DtsCollectionQuery, DtsDocumentQuery, DtsNavigationQuery } from '@glossator/contract';
import { dtsEntry } from '@glossator/document/export';
import { linkHeader } from '@glossator/domain/cite';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { readCollection, readDocument, readNavigation } from './dts.ts';

const tags = ['texts'];
const linkedData = {
  200: { content: { 'application/ld+json': { schema: Type.Unknown() } } },
};

// Other sites' programs read what everybody may read.
const opened = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });

// A buffer: what each answer holds is the specification's to say, not a serialiser's.
const send = (reply: FastifyReply, answer: object) =>
  opened(reply)
    .type('application/ld+json')
    .send(Buffer.from(JSON.stringify(answer)));

/** Distributed Text Services 1.0, of what everybody may read. */
export const dtsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { origin } = app.settings.origin;
  const deps = { db: app.db, texts: app.texts, origin };

  app.get(
    '/dts',
    {
      schema: {
        operationId: 'dtsEntry',
        summary: 'Distributed Text Services 1.0: where its endpoints are',
        tags,
        response: linkedData,
      },
    },
    (_, reply) => send(reply, dtsEntry(origin)),
  );

  app.get(
    '/dts/collection',
    {
      schema: {
        operationId: 'dtsCollection',
        summary: 'Works, their editions, and what holds them',
        tags,
        querystring: DtsCollectionQuery,
        response: linkedData,
      },
    },
    async ({ query, viewer }, reply) => send(reply, await readCollection(deps, viewer, query)),
  );

  app.get(
    '/dts/navigation',
    {
      schema: {
        operationId: 'dtsNavigation',
        summary: 'The addresses of an edition, as a tree',
        tags,
        querystring: DtsNavigationQuery,
        response: linkedData,
      },
    },
    async ({ query, viewer, url }, reply) =>
      send(reply, await readNavigation(deps, viewer, query, origin + url)),
  );

  app.get(
    '/dts/document',
    {
      schema: {
        operationId: 'dtsDocument',
        summary: 'An edition or a part of it as TEI',
        tags,
        querystring: DtsDocumentQuery,
        response: {
          200: { content: { 'application/tei+xml': { schema: Type.Unknown() } } },
        },
      },
    },
    async ({ query, viewer }, reply) => {
      const { text, mediaType } = await readDocument(deps, viewer, query);
      const href = `${origin}/api/dts/collection?id=${encodeURIComponent(query.resource)}`;
      return opened(reply)
        .header('link', linkHeader([{ rel: 'collection', href, type: 'application/ld+json' }]))
        .type(mediaType)
        .send(Buffer.from(text));
    },
  );
};
