import {
  ClassInvitedList,
  ClassJoined,
  closed,
  Done,
  InvitationForm,
  LetterInvitation,
  limits,
  RosterConfirmation,
  RosterDone,
  RosterForm,
  RosterMade,
  RosterView,
  Uuid,
} from '@glossator/contract';
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requireMember } from '../../permission.ts';
import { guessing, proving, writing } from '../../plugins/rate-limits.ts';
import { streamed } from '../../streamed.ts';
import { confirmRoster } from './carry-out.ts';
import { rosterFile } from './export.ts';
import {
  acceptLetter,
  declineLetter,
  dropInvitation,
  listInvited,
  readLetter,
} from './invitations.ts';
import { dropRoster, openRoster, readPlan } from './service.ts';

const tags = ['classes'];
const ofClass = Type.Object({ id: Uuid }, closed);
const ofRoster = Type.Object({ id: Uuid, roster: Uuid }, closed);
const ofInvitation = Type.Object({ id: Uuid, invitation: Uuid }, closed);

export const rosterRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, transact: app.transact, outbox: app.outbox };

  app.post(
    '/classes/:id/rosters',
    {
      // Before the body is read: nobody's file is taken from a stranger.
      onRequest: (request, _reply, done) => {
        requireMember(request.viewer.actor);
        done();
      },
      bodyLimit: 2 * limits.rosterBytes,
      config: writing,
      schema: {
        operationId: 'openRoster',
        summary: 'Read a table of people; nothing is done before it is confirmed',
        tags,
        params: ofClass,
        body: RosterForm,
        response: { 201: RosterMade },
      },
    },
    async ({ params, body, viewer }, reply) => {
      reply.code(201);
      return openRoster(deps, viewer.actor, params.id, body.file);
    },
  );

  app.get(
    '/classes/:id/rosters/:roster',
    {
      schema: {
        operationId: 'readRoster',
        summary: 'What a roster would do, line by line, to the class as it stands',
        tags,
        params: ofRoster,
        response: { 200: RosterView },
      },
    },
    ({ params, viewer }) => readPlan(deps, viewer.actor, params.id, params.roster),
  );

  app.post(
    '/classes/:id/rosters/:roster/confirmation',
    {
      config: writing,
      schema: {
        operationId: 'confirmRoster',
        summary: 'Do what was shown; where the class has changed since, nothing',
        tags,
        params: ofRoster,
        body: RosterConfirmation,
        response: { 200: RosterDone },
      },
    },
    ({ params, body, viewer }) =>
      confirmRoster(
        deps,
        { actor: viewer.actor, locale: viewer.person?.locale ?? 'en' },
        params.id,
        params.roster,
        body.plan,
      ),
  );

  app.delete(
    '/classes/:id/rosters/:roster',
    {
      config: writing,
      schema: {
        operationId: 'dropRoster',
        summary: 'Throw a roster away that was not confirmed',
        tags,
        params: ofRoster,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => dropRoster(deps, viewer.actor, params.id, params.roster),
  );

  app.get(
    '/classes/:id/roster.csv',
    {
      schema: {
        operationId: 'exportRoster',
        summary: 'The people of a class as CSV, for those who teach it',
        tags,
        params: ofClass,
        response: { 200: { content: { 'text/csv; charset=utf-8': { schema: streamed } } } },
      },
    },
    async ({ params, viewer }, reply) => {
      const file = await rosterFile(deps, viewer.actor, params.id);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="roster.csv"')
        .send(Readable.from([file]));
    },
  );

  app.get(
    '/classes/:id/invitations',
    {
      schema: {
        operationId: 'listClassInvitations',
        summary: 'Who was asked in by their address and has not come',
        tags,
        params: ofClass,
        response: { 200: ClassInvitedList },
      },
    },
    ({ params, viewer }) => listInvited(deps, viewer.actor, params.id),
  );

  app.delete(
    '/classes/:id/invitations/:invitation',
    {
      config: writing,
      schema: {
        operationId: 'dropClassInvitation',
        summary: 'Withdraw an invitation; its letter brings nobody in any more',
        tags,
        params: ofInvitation,
        response: { 200: Done },
      },
    },
    ({ params, viewer }) => dropInvitation(deps, viewer.actor, params.id, params.invitation),
  );

  app.get(
    '/class-invitation',
    {
      config: guessing,
      schema: {
        operationId: 'readClassInvitation',
        summary: 'Which class a letter of invitation leads to',
        tags,
        querystring: InvitationForm,
        response: { 200: LetterInvitation },
      },
    },
    ({ query, viewer }) => readLetter(deps, viewer.actor, query.token),
  );

  app.post(
    '/class-invitation/acceptance',
    {
      config: proving,
      schema: {
        operationId: 'acceptClassInvitation',
        summary: 'Come into a class by a letter of invitation',
        tags,
        body: InvitationForm,
        response: { 200: ClassJoined },
      },
    },
    ({ body, viewer }) => acceptLetter(deps, viewer.actor, body.token),
  );

  app.post(
    '/class-invitation/refusal',
    {
      config: guessing,
      schema: {
        operationId: 'declineClassInvitation',
        summary: 'Say no to a letter of invitation; needs no account',
        tags,
        body: InvitationForm,
        response: { 200: Done },
      },
    },
    ({ body }) => declineLetter(deps, body.token),
  );
};
