import {
  closed,
  Done,
  NoticePage,
  NoticesRead,
  ReleaseNews,
  ReleaseNewsRead,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { listNotices, markAllRead, markRead, markReleaseRead } from './service.ts';

const done = { done: true } as const;

export const noticeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, texts } = app;
  const tags = ['following'];

  app.get(
    '/notices',
    {
      schema: {
        operationId: 'listNotices',
        summary: 'New notes that concern one, newest first, as far as one may see them now',
        tags,
        querystring: PageQuery,
        response: { 200: NoticePage },
      },
    },
    ({ query, viewer }) => listNotices({ db, texts }, viewer, query.cursor, query.limit),
  );

  app.post(
    '/notices/read',
    {
      config: writing,
      schema: {
        operationId: 'readNotices',
        summary: 'Mark everything as read that was told until a moment',
        tags,
        body: NoticesRead,
        response: { 200: Done },
      },
    },
    async ({ body, viewer }) => {
      await markAllRead(db, viewer, body.until);
      return done;
    },
  );

  app.post(
    '/notices/releases/read',
    {
      config: writing,
      schema: {
        operationId: 'readReleaseNotice',
        summary: 'Mark the notice of one release as read, and say what it is about',
        tags,
        body: ReleaseNewsRead,
        response: { 200: ReleaseNews },
      },
    },
    ({ body, viewer }) => markReleaseRead(db, viewer, body),
  );

  app.post(
    '/notices/:id/read',
    {
      config: writing,
      schema: {
        operationId: 'readNotice',
        summary: 'Mark the notice of one note as read',
        tags,
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await markRead(db, viewer, params.id);
      return done;
    },
  );
};
