import { closed, Slug, Uuid } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import accepts from 'accepts';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { hasAlready } from '../../entity-tag.ts';
import { Refusal } from '../../refusal.ts';
import { annotationType, type Json } from './annotation.ts';
import { readContainer, readMember, readPage } from './container.ts';
import { preferred } from './prefer.ts';

const allowed = 'GET, HEAD, OPTIONS';
const ldp = 'http://www.w3.org/ns/ldp#';
const containerLinks = [
  `<${ldp}BasicContainer>; rel="type"`,
  `<http://www.w3.org/TR/annotation-protocol/>; rel="${ldp}constrainedBy"`,
].join(', ');
const annotationLinks = `<${ldp}Resource>; rel="type"`;

const JsonText = Type.Unsafe<Buffer>({ type: 'string' });
const answers = {
  200: { content: { 'application/ld+json': { schema: JsonText } } },
  304: Type.Null(),
} as const;

/** Sends JSON-LD to whom it suits, once for each state of it. */
function send(request: FastifyRequest, reply: FastifyReply, value: Json, links: string) {
  const type = accepts(request.raw).type([annotationType, 'application/json']);
  if (type === false)
    throw new Refusal('not-acceptable', 'This is told as application/ld+json or application/json.');
  const body = JSON.stringify(value);
  const kind = type === 'application/json' ? 'application/json' : annotationType;
  const etag = `"${createHash('sha256').update(kind).update(body).digest('base64url').slice(0, 27)}"`;
  reply
    .header('allow', allowed)
    .header('link', links)
    .header('etag', etag)
    .header('cache-control', 'no-cache');
  if (hasAlready(request.headers['if-none-match'], etag)) return reply.code(304).send();
  // As bytes: a character set would be added to a type that has none.
  return reply.type(kind).send(Buffer.from(body));
}

export const w3cRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, texts: app.texts, origin: app.settings.origin.origin };

  // Open to pages of every site, which are told nothing that is not told to everybody.
  app.addHook('onSend', async (_request, reply) => {
    reply
      .header('vary', 'Accept, Prefer')
      .header('access-control-allow-origin', '*')
      .header(
        'access-control-expose-headers',
        'Allow, Content-Location, ETag, Link, Preference-Applied, Retry-After, Vary',
      )
      .header('cross-origin-resource-policy', 'cross-origin');
  });

  app.get(
    '/w3c/:work/',
    {
      schema: {
        operationId: 'readContainer',
        summary: 'The public notes of a work as a container of the Web Annotation Protocol',
        tags: ['w3c'],
        params: Type.Object({ work: Slug }, closed),
        querystring: Type.Object(
          {
            /** 1: the IRIs of notes, 0: the notes themselves; else as Prefer says. */
            iris: Type.Optional(Type.Enum(['0', '1'])),
            page: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
          },
          closed,
        ),
        response: answers,
      },
    },
    async (request, reply) => {
      const { iris, page } = request.query;
      const asked = preferred([request.headers['prefer']].flat().join(', '));
      const told =
        iris === undefined ? (asked ?? 'descriptions') : iris === '1' ? 'iris' : 'descriptions';
      const { work } = request.params;
      if (page !== undefined)
        return send(
          request,
          reply,
          await readPage(deps, work, told === 'iris' ? 'iris' : 'descriptions', page),
          annotationLinks,
        );
      const value = await readContainer(deps, work, told);
      reply.header('content-location', String(value['id']));
      if (iris === undefined && asked !== null)
        reply.header('preference-applied', 'return=representation');
      return send(request, reply, value, containerLinks);
    },
  );

  app.get(
    '/w3c/:work/:id',
    {
      schema: {
        operationId: 'readContained',
        summary: 'One public note in the W3C model',
        tags: ['w3c'],
        params: Type.Object({ work: Slug, id: Uuid }, closed),
        response: answers,
      },
    },
    async (request, reply) =>
      send(
        request,
        reply,
        await readMember(deps, request.params.work, request.params.id),
        annotationLinks,
      ),
  );

  for (const url of ['/w3c/:work/', '/w3c/:work/:id'])
    app.options(url, { config: { public: true }, schema: { hide: true } }, (_request, reply) =>
      reply
        .code(204)
        .header('allow', allowed)
        .header('link', url.endsWith('/') ? containerLinks : annotationLinks)
        .header('access-control-allow-methods', allowed)
        .header('access-control-allow-headers', 'Accept, If-None-Match, Prefer')
        .header('access-control-max-age', '86400')
        .send(),
    );

  // The address of a container ends in a slash.
  app.get('/w3c/:work', { config: { public: true }, schema: { hide: true } }, (request, reply) =>
    reply.redirect(
      `/api/w3c/${encodeURIComponent((request.params as { work: string }).work)}/`,
      301,
    ),
  );
};
