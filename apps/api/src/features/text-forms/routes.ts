import { createHash } from 'node:crypto';
import { closed, Slug, TextFormQuery, TextFormsView, TextPins } from '@glossator/contract';
import { textForm, textForms } from '@glossator/document/export';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { listForms, makeArchive, makeForm, type MadeForm } from './service.ts';

const tags = ['texts'];
const bytes = { schema: Type.Unknown() };

function send(reply: FastifyReply, made: MadeForm, ifNoneMatch: string | undefined) {
  const tag = `"${createHash('sha256').update(made.body).digest('base64url')}"`;
  reply.headers({
    etag: tag,
    // Who may read an edition can change at any time.
    'cache-control': made.isPublic ? 'public, no-cache' : 'private, no-cache',
  });
  if (hasAlready(ifNoneMatch, tag)) return reply.code(304).send(Buffer.alloc(0));
  // What is JSON is UTF-8 by itself, and XML says so in its first line.
  const type = made.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : made.mediaType;
  return reply
    .header('content-disposition', `attachment; filename="${made.name}"`)
    .type(type)
    .send(Buffer.from(made.body));
}

export const textFormRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, texts: app.texts, origin: app.settings.origin.origin };

  app.get(
    '/works/:slug/forms',
    {
      schema: {
        operationId: 'listTextForms',
        summary: 'What a text can be taken away as, edition by edition',
        tags,
        params: Type.Object({ slug: Slug }, closed),
        querystring: TextPins,
        response: { 200: TextFormsView },
      },
    },
    ({ params, query, viewer }) => listForms(deps, viewer, { slug: params.slug, pins: query.pins }),
  );

  app.get(
    '/works/:slug/forms/:form',
    {
      schema: {
        operationId: 'readTextForm',
        summary:
          'A text, a clause or a range as plain text, JSON, TEI, Akoma Ntoso, TMX or schema.org',
        tags,
        params: Type.Object({ slug: Slug, form: Type.Enum([...textForms]) }, closed),
        querystring: TextFormQuery,
        response: {
          200: {
            content: Object.fromEntries(textForms.map((form) => [textForm[form].mediaType, bytes])),
          },
        },
      },
    },
    async ({ params: { slug, form }, query, viewer, headers }, reply) => {
      const asked = { slug, pins: query.pins, at: query.at, edition: query.edition };
      const made = await makeForm(deps, viewer, asked, form);
      return send(reply, made, headers['if-none-match']);
    },
  );

  app.get(
    '/works/:slug/archive',
    {
      config: { budget: 'exchange' },
      schema: {
        operationId: 'readTextArchive',
        summary: 'All forms of a text in one ZIP, with the digest of each',
        tags,
        params: Type.Object({ slug: Slug }, closed),
        querystring: TextPins,
        response: { 200: { content: { 'application/zip': bytes } } },
      },
    },
    async ({ params: { slug }, query, viewer, headers }, reply) =>
      send(
        reply,
        await makeArchive(deps, viewer, { slug, pins: query.pins }),
        headers['if-none-match'],
      ),
  );
};
