import {
  closed,
  Done,
  Hidden,
  NewPersonNote,
  NewSanction,
  ObjectionDecision,
  ObjectionPage,
  PersonDecisions,
  PersonNotePage,
  PersonRecord,
  SanctionRecord,
  SanctionRecordPage,
  SanctionWords,
  Uuid,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PageQuery } from '../../page-query.ts';
import { writing } from '../../plugins/rate-limits.ts';
import { hideNotes, showNotes } from './hide-notes.ts';
import { decideObjection, listObjections } from './objections.ts';
import {
  listPersonNotes,
  listRecords,
  readDecided,
  readRecord,
  writePersonNote,
} from './record.ts';
import { giveSanction, liftSanction } from './service.ts';

const ById = Type.Object({ id: Uuid }, closed);
const done = { done: true } as const;

/** What moderators know of a person, and do about them. */
export const recordRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, transact, outbox, texts, settings } = app;
  const deps = { db, transact, outbox, texts, settings };
  const tags = ['moderation'];

  app.get(
    '/moderation/people/:id',
    {
      schema: {
        operationId: 'readPersonRecord',
        summary: 'A person’s public notes counted, what holds of them, and what one may give them',
        tags,
        params: ById,
        response: { 200: PersonRecord },
      },
    },
    ({ params, viewer }) => readRecord(db, viewer.actor, params.id),
  );

  app.get(
    '/moderation/people/:id/decisions',
    {
      schema: {
        operationId: 'countDecisionsAbout',
        summary: 'How what a person wrote was decided on, in the works one moderates',
        tags,
        params: ById,
        response: { 200: PersonDecisions },
      },
    },
    ({ params, viewer }) => readDecided(db, viewer.actor, params.id),
  );

  app.get(
    '/moderation/people/:id/sanctions',
    {
      schema: {
        operationId: 'listSanctions',
        summary: 'What a person was given, newest first',
        tags,
        params: ById,
        querystring: PageQuery,
        response: { 200: SanctionRecordPage },
      },
    },
    ({ params, query, viewer }) =>
      listRecords(db, viewer.actor, params.id, query.cursor, query.limit),
  );

  app.post(
    '/moderation/people/:id/sanctions',
    {
      config: writing,
      schema: {
        operationId: 'giveSanction',
        summary: 'Warn, mute or ban; the same key again gives nothing more',
        tags,
        params: ById,
        body: NewSanction,
        response: { 200: SanctionRecord, 201: SanctionRecord },
      },
    },
    async ({ params, body, viewer }, reply) => {
      const { view, isNew } = await giveSanction(deps, viewer.actor, params.id, body);
      return reply.code(isNew ? 201 : 200).send(view);
    },
  );

  app.get(
    '/moderation/people/:id/notes',
    {
      schema: {
        operationId: 'listPersonNotes',
        summary: 'What moderators wrote down of a person for one another, newest first',
        tags,
        params: ById,
        querystring: PageQuery,
        response: { 200: PersonNotePage },
      },
    },
    ({ params, query, viewer }) =>
      listPersonNotes(db, viewer.actor, params.id, query.cursor, query.limit),
  );

  app.post(
    '/moderation/people/:id/notes',
    {
      config: writing,
      schema: {
        operationId: 'writePersonNote',
        summary: 'Write something down of a person for the other moderators',
        tags,
        params: ById,
        body: NewPersonNote,
        response: { 200: Done },
      },
    },
    async ({ params, body, viewer }) => {
      await writePersonNote(db, viewer.actor, params.id, body);
      return done;
    },
  );

  app.post(
    '/moderation/sanctions/:id/lifting',
    {
      config: writing,
      schema: {
        operationId: 'liftSanction',
        summary: 'End a warning, mute or ban before its time, and say why',
        tags,
        params: ById,
        body: SanctionWords,
        response: { 200: SanctionRecord },
      },
    },
    ({ params, body, viewer }) => liftSanction(deps, viewer.actor, params.id, body.words),
  );

  for (const [act, operationId, summary] of [
    ['hidden-notes', 'hideNotesOfBanned', 'Hide the public notes of a banned person'],
    ['shown-notes', 'showNotesOfBanned', 'Show again what was hidden with a ban'],
  ] as const)
    app.post(
      `/moderation/sanctions/:id/${act}`,
      {
        config: writing,
        schema: {
          operationId,
          summary,
          tags,
          params: ById,
          body: SanctionWords,
          response: { 200: Hidden },
        },
      },
      ({ params, body, viewer }) =>
        (act === 'hidden-notes' ? hideNotes : showNotes)(deps, viewer.actor, params.id, body.words),
    );

  app.get(
    '/moderation/objections',
    {
      schema: {
        operationId: 'listObjections',
        summary: 'Objections that wait, oldest first',
        tags,
        querystring: PageQuery,
        response: { 200: ObjectionPage },
      },
    },
    ({ query, viewer }) => listObjections(deps, viewer.actor, query.cursor, query.limit),
  );

  app.post(
    '/moderation/objections/:id/decision',
    {
      config: writing,
      schema: {
        operationId: 'decideObjection',
        summary: 'Let a sanction stand, or lift it; never by whoever gave it',
        tags,
        params: ById,
        body: ObjectionDecision,
        response: { 200: Done },
      },
    },
    async ({ params, body, viewer }) => {
      await decideObjection(deps, viewer.actor, params.id, body);
      return done;
    },
  );
};
