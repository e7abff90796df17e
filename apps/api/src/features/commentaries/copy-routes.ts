import {
  closed,
  CommentaryMade,
  CopyOffer,
  NewCopy,
  ReleaseQuery,
  Slug,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { copyRelease, offerCopy } from './copy.ts';

const tags = ['commentaries'];
const ofSlug = Type.Object({ slug: Slug }, closed);

export const commentaryCopyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/releases/:slug/copies',
    {
      schema: {
        operationId: 'offerCopy',
        summary: 'Whether one may begin a commentary from a release, and under which licences',
        tags,
        params: ofSlug,
        querystring: ReleaseQuery,
        response: { 200: CopyOffer },
      },
    },
    ({ params, query, viewer }) => offerCopy(deps, viewer.actor, params.slug, query.number),
  );

  app.post(
    '/releases/:slug/copies',
    {
      config: writing,
      schema: {
        operationId: 'copyRelease',
        summary: 'Begin a commentary from a release; whoever does leads it',
        tags,
        params: ofSlug,
        body: NewCopy,
        response: { 200: CommentaryMade, 201: CommentaryMade },
      },
    },
    async ({ params, body, viewer }, reply) => {
      const { made, isNew } = await copyRelease(deps, viewer.actor, params.slug, body);
      reply.code(isNew ? 201 : 200);
      return made;
    },
  );
};
