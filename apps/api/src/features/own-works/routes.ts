import {
  ClassTexts,
  closed,
  Cursor,
  Done,
  EditedWorkPage,
  editedStandings,
  limits,
  OwnWorkPage,
  Slug,
  Uuid,
  WorkLetter,
  WorkStandingView,
  WorkStepForm,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { deleteWork, giveToClass, listClassTexts, takeFromClass } from './give.ts';
import { listEdited, listOwn } from './lists.ts';
import { readStanding } from './standing.ts';
import { previewStep, takeStep } from './steps.ts';

const tags = ['own texts'];
const ofWork = Type.Object({ slug: Slug }, closed);
const ofGift = Type.Object({ slug: Slug, class: Uuid }, closed);

export const ownWorkRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, outbox, settings } = app;
  const deps = { db, transact, outbox, settings };

  app.get(
    '/account/works',
    {
      schema: {
        operationId: 'listOwnWorks',
        summary: 'One’s own texts, the newest first',
        tags,
        querystring: PageQuery,
        response: { 200: OwnWorkPage },
      },
    },
    ({ query, viewer }) => listOwn(deps, viewer.actor, query.cursor, query.limit),
  );

  app.get(
    '/editing/works',
    {
      schema: {
        operationId: 'listEditedWorks',
        summary:
          'Texts that people offer for publication, that are public by assent, or were withdrawn',
        tags,
        querystring: Type.Object(
          {
            standing: Type.Enum([...editedStandings]),
            cursor: Type.Optional(Cursor),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.pageSizeMax })),
          },
          closed,
        ),
        response: { 200: EditedWorkPage },
      },
    },
    ({ query, viewer }) =>
      listEdited(deps, viewer.actor, query.standing, query.cursor, query.limit),
  );

  app.get(
    '/works/:slug/standing',
    {
      schema: {
        operationId: 'readWorkStanding',
        summary:
          'Where a text stands, and what may be done about it: for its owner and text editors',
        tags,
        params: ofWork,
        response: { 200: WorkStandingView },
      },
    },
    ({ params, viewer }) => readStanding(deps, viewer.actor, params.slug),
  );

  app.post(
    '/works/:slug/standing',
    {
      config: writing,
      schema: {
        operationId: 'changeWorkStanding',
        summary: 'Offer a text, assent to it, refuse it, withdraw it, or take one of these back',
        tags,
        params: ofWork,
        body: WorkStepForm,
        response: {
          200: Type.Object({ work: Type.Union([WorkStandingView, Type.Null()]) }, closed),
        },
      },
    },
    async ({ params, body, viewer }) => ({
      work: await takeStep(deps, viewer.actor, params.slug, body),
    }),
  );

  app.post(
    '/works/:slug/standing/letter',
    {
      config: writing,
      schema: {
        operationId: 'previewWorkLetter',
        summary: 'The mail that the same step would send to the owner; nothing is done',
        tags,
        params: ofWork,
        body: WorkStepForm,
        response: { 200: WorkLetter },
      },
    },
    ({ params, body, viewer }) => previewStep(deps, viewer.actor, params.slug, body),
  );

  app.put(
    '/works/:slug/classes/:class',
    {
      config: writing,
      schema: {
        operationId: 'giveWork',
        summary: 'Let a class read one’s text, in which one teaches',
        tags,
        params: ofGift,
        response: { 200: WorkStandingView },
      },
    },
    ({ params, viewer }) => giveToClass(deps, viewer.actor, params.slug, params.class),
  );

  app.delete(
    '/works/:slug/classes/:class',
    {
      config: writing,
      schema: {
        operationId: 'takeWorkBack',
        summary: 'Take one’s text back from a class that is set nothing of it',
        tags,
        params: ofGift,
        response: { 200: WorkStandingView },
      },
    },
    ({ params, viewer }) => takeFromClass(deps, viewer.actor, params.slug, params.class),
  );

  app.delete(
    '/works/:slug',
    {
      config: writing,
      schema: {
        operationId: 'deleteWork',
        summary: 'Delete a private text of one’s own in which nobody else has written',
        tags,
        params: ofWork,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => deleteWork(deps, viewer.actor, params.slug),
  );

  app.get(
    '/classes/:id/texts',
    {
      schema: {
        operationId: 'listClassTexts',
        summary: 'The texts that a class was given by their owners',
        tags,
        params: Type.Object({ id: Uuid }, closed),
        response: { 200: ClassTexts },
      },
    },
    ({ params, viewer }) => listClassTexts(deps, viewer.actor, params.id),
  );
};
