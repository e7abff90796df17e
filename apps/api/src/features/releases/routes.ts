import {
  AddressText,
  closed,
  Cursor,
  DifferenceQuery,
  EntryAtPage,
  limits,
  PublishedCommentary,
  ReleaseDifference,
  PublishedCommentaryPage,
  ReleasedEntry,
  ReleasedPartPage,
  ReleaseQuery,
  ReleaseView,
  Slug,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { readDifference } from './difference.ts';
import { entriesAt, readEntry, readParts, readRelease } from './parts.ts';
import { findDocument, listCommentariesOn, listPublished } from './releases.ts';

const tags = ['commentaries'];
const ofSlug = Type.Object({ slug: Slug }, closed);
const ofEntry = Type.Object(
  { slug: Slug, label: Type.String({ minLength: 1, maxLength: 12 }) },
  closed,
);
const PartNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const ofPart = Type.Object({ slug: Slug, n: PartNumber }, closed);
const paged = {
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.pageSizeMax })),
};
const ComparedQuery = Type.Object({ ...DifferenceQuery.properties, ...paged }, closed);
/** `from` is the number of the first part; a cursor goes before it. */
const PartsQuery = Type.Object(
  { ...ReleaseQuery.properties, from: Type.Optional(PartNumber), ...paged },
  closed,
);
const AtQuery = Type.Object({ at: AddressText, ...paged }, closed);

export const releaseRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, texts: app.texts };

  app.get(
    '/works/:slug/commentaries',
    {
      schema: {
        operationId: 'listCommentariesOn',
        summary: 'The commentaries of which something is published on a work',
        tags,
        params: ofSlug,
        response: { 200: Type.Object({ items: Type.Array(PublishedCommentary) }, closed) },
      },
    },
    async ({ params, viewer }) => ({ items: await listCommentariesOn(deps, viewer, params.slug) }),
  );

  app.get(
    '/works/:slug/entries',
    {
      schema: {
        operationId: 'listEntriesAt',
        summary: 'What commentaries say on a clause, a section or a range',
        tags,
        params: ofSlug,
        querystring: AtQuery,
        response: { 200: EntryAtPage },
      },
    },
    ({ params, query, viewer }) =>
      entriesAt(deps, viewer, params.slug, query.at, query.cursor, query.limit),
  );

  app.get(
    '/releases',
    {
      schema: {
        operationId: 'listPublishedCommentaries',
        summary: 'All commentaries of which something is published',
        tags,
        querystring: Type.Object(paged, closed),
        response: { 200: PublishedCommentaryPage },
      },
    },
    ({ query }) => listPublished(deps, query.cursor, query.limit),
  );

  app.get(
    '/releases/:slug',
    {
      schema: {
        operationId: 'readRelease',
        summary: 'A release of a commentary, the newest where no number is named',
        tags,
        params: ofSlug,
        querystring: ReleaseQuery,
        response: { 200: ReleaseView },
      },
    },
    async ({ params, query, viewer }) => ({
      ...(await readRelease(deps, viewer, params.slug, query.number)),
      formats: [...app.releaseExports.formats],
    }),
  );

  app.get(
    '/releases/:slug/document',
    {
      schema: {
        operationId: 'readReleaseDocument',
        summary: 'The document of a release, byte for byte as it was hashed',
        tags,
        params: ofSlug,
        querystring: ReleaseQuery,
        response: {
          200: { content: { 'application/json; charset=utf-8': { schema: Type.Unknown() } } },
        },
      },
    },
    async ({ params, query, headers }, reply) => {
      const { sha256, read } = await findDocument(deps, params.slug, query.number);
      const tag = `"${sha256}"`;
      reply.header('etag', tag);
      if (hasAlready(headers['if-none-match'], tag))
        return reply.code(304 as 200).send(Buffer.alloc(0));
      // A buffer, that no serialiser writes it anew.
      return reply.type('application/json; charset=utf-8').send(Buffer.from(await read()));
    },
  );

  app.get(
    '/releases/:slug/difference',
    {
      schema: {
        operationId: 'readReleaseDifference',
        summary: 'What became of one release in another, by its parts',
        tags,
        params: ofSlug,
        querystring: ComparedQuery,
        response: { 200: ReleaseDifference },
      },
    },
    ({ params, query }) => readDifference(deps, params.slug, query, query.cursor, query.limit),
  );

  app.get(
    '/releases/:slug/parts',
    {
      schema: {
        operationId: 'readReleasedParts',
        summary: 'The parts of a release in their order, with their words',
        tags,
        params: ofSlug,
        querystring: PartsQuery,
        response: { 200: ReleasedPartPage },
      },
    },
    ({ params, query: { number, ...asked }, viewer }) =>
      readParts(deps, viewer, params.slug, number, asked),
  );

  app.get(
    '/releases/:slug/entries/:label',
    {
      schema: {
        operationId: 'readReleasedEntry',
        summary: 'An entry of a release by its label',
        tags,
        params: ofEntry,
        querystring: ReleaseQuery,
        response: { 200: ReleasedEntry },
      },
    },
    ({ params, query, viewer }) => readEntry(deps, viewer, params.slug, query.number, params.label),
  );

  app.get(
    '/releases/:slug/parts/:n',
    {
      schema: {
        operationId: 'readReleasedPart',
        summary: 'A part of a release by its number in the order, for parts without a label',
        tags,
        params: ofPart,
        querystring: ReleaseQuery,
        response: { 200: ReleasedEntry },
      },
    },
    ({ params, query, viewer }) => readEntry(deps, viewer, params.slug, query.number, params.n),
  );
};
