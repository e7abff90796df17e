import { closed, Slug } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Viewer } from '../../plugins/session.ts';
import { send } from './answer.ts';
import { readContainer, readMember, readPage } from './container.ts';
import { describeAddress, offerAbroad, offerContainer, offerMember, offerPage } from './offered.ts';
import { preferred } from './prefer.ts';
import { addWriting } from './write-routes.ts';
import { answers, ByName } from './schemas.ts';

/** Whose program asks; a browser's page is told what a visitor is told. */
const askerOf = (viewer: Viewer): Viewer | null => (viewer.scope === undefined ? null : viewer);

export const w3cRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = {
    db: app.db,
    transact: app.transact,
    texts: app.texts,
    origin: app.settings.origin.origin,
  };

  // Open to pages of every site, which are told nothing that is not told to everybody.
  app.addHook('onSend', async ({ routeOptions }, reply) => {
    describeAddress(reply, routeOptions.url?.endsWith('/') === true);
    reply
      .header('vary', 'Accept, Authorization, Prefer')
      .header('access-control-allow-origin', '*')
      .header(
        'access-control-expose-headers',
        'Accept-Post, Allow, Content-Location, ETag, Link, Location, Preference-Applied, Retry-After, Vary, WWW-Authenticate',
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
        response: { 200: answers[200], 304: answers[304] },
      },
    },
    async (request, reply) => {
      const { iris, page } = request.query;
      const asked = preferred([request.headers['prefer']].flat().join(', '));
      const told =
        iris === undefined ? (asked ?? 'descriptions') : iris === '1' ? 'iris' : 'descriptions';
      const { work } = request.params;
      if (page !== undefined) {
        const value = await readPage(deps, work, told === 'iris' ? 'iris' : 'descriptions', page);
        offerPage(reply);
        return send(request, reply, value);
      }
      const value = await readContainer(deps, work, told);
      offerContainer(reply, request.viewer);
      reply.header('content-location', String(value['id']));
      if (iris === undefined && asked !== null)
        reply.header('preference-applied', 'return=representation');
      return send(request, reply, value);
    },
  );

  app.get(
    '/w3c/:work/:name',
    {
      schema: {
        operationId: 'readContained',
        summary: 'One public note in the W3C model',
        tags: ['w3c'],
        params: ByName,
        response: { 200: answers[200], 304: answers[304] },
      },
    },
    async (request, reply) => {
      const { work, name } = request.params;
      const { row, value } = await readMember(deps, work, name, askerOf(request.viewer));
      offerMember(reply, request.viewer, row);
      if (row.state !== 'published') reply.header('cache-control', 'private, no-cache');
      return send(request, reply, value);
    },
  );

  app.options(
    '/w3c/:work/',
    { schema: { hide: true, tags: ['w3c'] } },
    async ({ viewer }, reply) => {
      offerContainer(reply, viewer);
      offerAbroad(reply, true);
      return reply.code(204).send();
    },
  );
  app.options(
    '/w3c/:work/:name',
    { schema: { hide: true, tags: ['w3c'], params: ByName } },
    async ({ viewer, params: { work, name } }, reply) => {
      // Whatever is there or not, the answer is the same for whoever may not change it.
      const asker = viewer.scope === 'write' ? viewer : null;
      const member = asker && (await readMember(deps, work, name, asker).catch(() => null));
      offerMember(reply, viewer, member === null ? null : member.row);
      offerAbroad(reply, false);
      return reply.code(204).send();
    },
  );

  // The address of a container ends in a slash.
  app.get('/w3c/:work', { config: { public: true }, schema: { hide: true } }, (request, reply) =>
    reply.redirect(
      `/api/w3c/${encodeURIComponent((request.params as { work: string }).work)}/`,
      301,
    ),
  );

  addWriting(app, deps);
};
