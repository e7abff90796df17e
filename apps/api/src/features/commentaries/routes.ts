import {
  AuthorForm,
  AuthorInvitation,
  closed,
  CommentaryAuthor,
  CommentaryMade,
  CommentaryPage,
  CommentaryRemoval,
  CommentaryView,
  Done,
  FrontMatterForm,
  NewCommentary,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { acceptAuthorship, appointAuthor, endAuthorship, inviteAuthor } from './authors.ts';
import {
  changeFrontMatter,
  foundCommentary,
  listCommentaries,
  readCommentary,
  removeCommentary,
} from './commentaries.ts';

const tags = ['commentaries'];
const ofCommentary = Type.Object({ id: Uuid }, closed);
const ofAuthor = Type.Object({ id: Uuid, person: Uuid }, closed);
const Authors = Type.Object({ items: Type.Array(CommentaryAuthor) }, closed);
const done = { done: true } as const;

export const commentaryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, texts: app.texts };

  app.get(
    '/commentaries',
    {
      schema: {
        operationId: 'listCommentaries',
        summary: 'The commentaries that one writes or is invited to write, the newest first',
        tags,
        querystring: PageQuery,
        response: { 200: CommentaryPage },
      },
    },
    ({ query, viewer }) => listCommentaries(deps, viewer.actor, query.cursor, query.limit),
  );

  app.post(
    '/commentaries',
    {
      config: writing,
      schema: {
        operationId: 'foundCommentary',
        summary: 'Begin a commentary on a work; whoever does leads it',
        tags,
        body: NewCommentary,
        response: { 201: CommentaryMade },
      },
    },
    async ({ body, viewer }, reply) => {
      reply.code(201);
      return foundCommentary(deps, viewer, body);
    },
  );

  app.get(
    '/commentaries/:id',
    {
      schema: {
        operationId: 'readCommentary',
        summary: 'A commentary at work, with the outline of its parts',
        tags,
        params: ofCommentary,
        response: { 200: CommentaryView },
      },
    },
    ({ params, viewer }) => readCommentary(deps, viewer, params.id),
  );

  app.put(
    '/commentaries/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeFrontMatter',
        summary: 'Set its front matter and its byline anew',
        tags,
        params: ofCommentary,
        body: FrontMatterForm,
        response: { 200: CommentaryView },
      },
    },
    ({ params, body, viewer }) => changeFrontMatter(deps, viewer, params.id, body),
  );

  app.put(
    '/commentaries/:id/removal',
    {
      config: writing,
      schema: {
        operationId: 'removeCommentary',
        summary: 'Put a commentary away, or bring it back',
        tags,
        params: ofCommentary,
        body: CommentaryRemoval,
        response: { 200: CommentaryView },
      },
    },
    ({ params, body, viewer }) => removeCommentary(deps, viewer, params.id, body.removed),
  );

  app.post(
    '/commentaries/:id/authors',
    {
      config: writing,
      schema: {
        operationId: 'inviteAuthor',
        summary: 'Ask somebody to write a commentary with one',
        tags,
        params: ofCommentary,
        body: AuthorInvitation,
        response: { 200: Authors },
      },
    },
    async ({ params, body, viewer }) => ({
      items: await inviteAuthor(deps, viewer.actor, params.id, body.handle),
    }),
  );

  app.put(
    '/commentaries/:id/authors/:person',
    {
      config: writing,
      schema: {
        operationId: 'appointAuthor',
        summary: 'Make one of its authors a lead, or no longer one',
        tags,
        params: ofAuthor,
        body: AuthorForm,
        response: { 200: Authors },
      },
    },
    async ({ params, body, viewer }) => ({
      items: await appointAuthor(deps, viewer.actor, params.id, params.person, body.role),
    }),
  );

  app.delete(
    '/commentaries/:id/authors/:person',
    {
      config: writing,
      schema: {
        operationId: 'endAuthorship',
        summary: 'Remove an author, take an invitation back, decline one, or leave',
        tags,
        params: ofAuthor,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await endAuthorship(deps, viewer.actor, params.id, params.person);
      return done;
    },
  );

  app.post(
    '/commentaries/:id/acceptance',
    {
      config: writing,
      schema: {
        operationId: 'acceptAuthorship',
        summary: 'Accept the invitation to write a commentary',
        tags,
        params: ofCommentary,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await acceptAuthorship(deps, viewer.actor, params.id);
      return done;
    },
  );
};
