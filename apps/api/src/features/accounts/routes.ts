import {
  AccountDeletion,
  Claim,
  Confirmation,
  Done,
  PasswordChange,
  ProfileChange,
  Registration,
  Reset,
  ResetRequest,
  StoredView,
  ViewerView,
} from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { guessing, proving, writing } from '../../plugins/rate-limits.ts';
import { claim } from './claim.ts';
import { deleteAccount } from './delete-account.ts';
import { answerOpened, originOf } from './opened.ts';
import { changePassword, requestReset, reset } from './password-change.ts';
import { changeProfile, readStored } from './profile.ts';
import { confirm, register } from './register.ts';

const done = { done: true } as const;

export const accountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { accounts } = app;
  const tags = ['accounts'];

  app.post(
    '/accounts',
    {
      config: guessing,
      schema: {
        operationId: 'register',
        summary: 'Ask for an account; the answer is the same where the address has one',
        tags,
        body: Registration,
        response: { 202: Done },
      },
    },
    async ({ body }, reply) => {
      await register(accounts, body);
      reply.code(202);
      return done;
    },
  );

  app.post(
    '/accounts/confirmation',
    {
      config: guessing,
      schema: {
        operationId: 'confirmAccount',
        summary: 'Open the account with the link from the mail and the password chosen before',
        tags,
        body: Confirmation,
        response: { 201: ViewerView },
      },
    },
    async (request, reply) =>
      answerOpened(reply, await confirm(accounts, originOf(request), request.body)),
  );

  app.post(
    '/accounts/reset-request',
    {
      config: guessing,
      schema: {
        operationId: 'requestReset',
        summary: 'Ask for a link that sets a new password; the answer is the same for any address',
        tags,
        body: ResetRequest,
        response: { 202: Done },
      },
    },
    async ({ body }, reply) => {
      await requestReset(accounts, body.email);
      reply.code(202);
      return done;
    },
  );

  app.post(
    '/accounts/reset',
    {
      config: guessing,
      schema: {
        operationId: 'reset',
        summary: 'Set a new password with a link; every other session ends',
        tags,
        body: Reset,
        response: { 201: ViewerView },
      },
    },
    async (request, reply) =>
      answerOpened(reply, await reset(accounts, originOf(request), request.body)),
  );

  app.post(
    '/claim',
    {
      config: guessing,
      schema: {
        operationId: 'claim',
        summary: 'Make the first administrator with the link the terminal prints',
        tags: ['administration'],
        body: Claim,
        response: { 201: ViewerView },
      },
    },
    async (request, reply) =>
      answerOpened(reply, await claim(accounts, originOf(request), request.body)),
  );

  app.get(
    '/account/stored',
    {
      schema: {
        operationId: 'storedAboutMe',
        summary: 'What is stored about the person who asks, counted',
        tags,
        response: { 200: StoredView },
      },
    },
    ({ viewer }) => readStored(accounts, viewer),
  );

  app.patch(
    '/account',
    {
      config: writing,
      schema: {
        operationId: 'changeProfile',
        summary: 'Change name or language',
        tags,
        body: ProfileChange,
        response: { 200: ViewerView },
      },
    },
    ({ body, viewer }) => changeProfile(accounts, viewer, body),
  );

  app.post(
    '/account/password',
    {
      config: proving,
      schema: {
        operationId: 'changePassword',
        summary: 'Change the password; every other session ends and this one gets a new cookie',
        tags,
        body: PasswordChange,
        response: { 200: ViewerView },
      },
    },
    async (request, reply) => {
      const { body, viewer } = request;
      const opened = await changePassword(accounts, originOf(request), viewer.actor, body);
      return answerOpened(reply, opened, 200);
    },
  );

  app.delete(
    '/account',
    {
      config: proving,
      schema: {
        operationId: 'deleteAccount',
        summary: 'Delete the account; public notes stay without a name, or go, as asked',
        tags,
        body: AccountDeletion,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      await deleteAccount(accounts, originOf(request), request.viewer.actor, request.body);
      app.endSession(reply);
      return done;
    },
  );
};
