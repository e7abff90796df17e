import {
  Done,
  FollowForm,
  FollowMark,
  FollowPage,
  FollowPlace,
  FollowSettings,
  FollowSettingsChange,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { listFollows, startFollowing, stopFollowing } from './service.ts';
import { changeFollowSettings, readFollowSettings } from './settings.ts';

export const followRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, texts } = app;
  const deps = { db, texts };
  const tags = ['following'];

  app.get(
    '/follows',
    {
      schema: {
        operationId: 'listFollows',
        summary: 'What one follows oneself, newest first; nobody else learns of it',
        tags,
        querystring: PageQuery,
        response: { 200: FollowPage },
      },
    },
    ({ query, viewer }) => listFollows(deps, viewer, query.cursor, query.limit),
  );

  app.put(
    '/follows/:kind/:target',
    {
      config: writing,
      schema: {
        operationId: 'follow',
        summary:
          'Follow a clause, thread, person, layer or work, or mute a thread; with mail or without',
        tags,
        params: FollowPlace,
        body: FollowForm,
        response: { 200: FollowMark },
      },
    },
    ({ params, body, viewer }) => startFollowing(deps, viewer, params, body),
  );

  app.delete(
    '/follows/:kind/:target',
    {
      config: writing,
      schema: {
        operationId: 'unfollow',
        summary: 'Follow it no more',
        tags,
        params: FollowPlace,
        response: { 200: Done },
      },
    },
    async ({ params, viewer }) => {
      await stopFollowing(deps, viewer, params);
      return { done: true as const };
    },
  );

  app.get(
    '/following/settings',
    {
      schema: {
        operationId: 'readFollowSettings',
        summary: 'How one wishes to be told',
        tags,
        response: { 200: FollowSettings },
      },
    },
    ({ viewer }) => readFollowSettings(db, viewer.actor),
  );

  app.patch(
    '/following/settings',
    {
      config: writing,
      schema: {
        operationId: 'changeFollowSettings',
        summary: 'Say how one wishes to be told',
        tags,
        body: FollowSettingsChange,
        response: { 200: FollowSettings },
      },
    },
    ({ body, viewer }) => changeFollowSettings({ db, transact }, viewer.actor, body),
  );
};
