import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { makeGuesses, makeMailAllowance, type AccountDeps } from '../features/accounts/deps.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly accounts: AccountDeps;
  }
}

/** What signing in and registering share, above all the memory of wrong guesses. */
export const accounts = fp(
  (app: FastifyInstance, _options, done) => {
    const { db, transact, outbox, settings } = app;
    app.decorate('accounts', {
      db,
      transact,
      outbox,
      settings,
      guesses: makeGuesses(),
      allowMail: makeMailAllowance(),
    });
    done();
  },
  { name: 'accounts', dependencies: ['services', 'mail'] },
);
