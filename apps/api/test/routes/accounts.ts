import { randomUUID } from 'node:crypto';
import { open, reads, silent, type Rule } from './rule.ts';

const credentials = { email: 'nobody@example.org', password: 'a password of nobody' };
const token = 'x'.repeat(43);
const ownAccount = silent('it is about an account and who holds it');

export const accountsRules = {
  'GET /api/session': {
    ...open('/api/session', 'Everyone may ask who they are.'),
    tells: reads(['notice'], () => ['/api/session']),
  },
  'POST /api/accounts': {
    policy: 'Anyone registers while registration is open.',
    request: () => ({
      url: '/api/accounts',
      payload: {
        name: 'New',
        email: `${randomUUID()}@example.org`,
        password: 'a long enough password',
        locale: 'en',
      },
    }),
    statuses: [202, 202, 202, 202],
    tells: ownAccount,
  },
  'POST /api/accounts/confirmation': {
    policy: 'A link that was never made confirms nobody.',
    request: () => ({
      url: '/api/accounts/confirmation',
      payload: { token, password: 'a long enough password' },
    }),
    statuses: [400, 400, 400, 400],
    tells: ownAccount,
  },
  'POST /api/accounts/reset-request': {
    policy: 'Anyone asks for a new password; the answer says nothing of who is known.',
    request: () => ({
      url: '/api/accounts/reset-request',
      payload: { email: 'nobody@example.org' },
    }),
    statuses: [202, 202, 202, 202],
    tells: ownAccount,
  },
  'POST /api/accounts/reset': {
    policy: 'A link that was never made resets nothing.',
    request: () => ({
      url: '/api/accounts/reset',
      payload: { token, password: 'a long enough password' },
    }),
    statuses: [400, 400, 400, 400],
    tells: ownAccount,
  },
  'POST /api/claim': {
    policy: 'Nobody becomes administrator without the link of the terminal.',
    request: () => ({
      url: '/api/claim',
      payload: {
        token,
        name: 'Mallory',
        email: 'm@example.org',
        password: 'a long enough password',
        locale: 'en',
      },
    }),
    statuses: [400, 400, 400, 400],
    tells: ownAccount,
  },
  'POST /api/session': {
    policy: 'Nobody signs in with what is not theirs.',
    request: () => ({ url: '/api/session', payload: credentials }),
    statuses: [401, 401, 401, 401],
    tells: ownAccount,
  },
  'DELETE /api/session': {
    policy: 'Signing out always succeeds.',
    request: () => ({ url: '/api/session' }),
    statuses: [200, 200, 200, 200],
    tells: ownAccount,
  },
  'DELETE /api/session/view-as': {
    policy: 'Whoever is signed in sees everything as themselves again when they say so.',
    request: () => ({ url: '/api/session/view-as' }),
    statuses: [401, 200, 200, 200],
    tells: ownAccount,
  },
  'GET /api/tokens': {
    policy: 'A member lists their own access tokens.',
    request: () => ({ url: '/api/tokens' }),
    statuses: [401, 200, 200, 200],
    tells: ownAccount,
  },
  'POST /api/tokens': {
    policy: 'A member makes a token for their own programs.',
    request: () => ({
      url: '/api/tokens',
      payload: { name: 'Matrix', scope: 'read', days: 7 },
    }),
    statuses: [401, 201, 201, 201],
    tells: ownAccount,
  },
  'DELETE /api/tokens/{id}': {
    policy: 'A token is its owner’s alone; for others it is not there.',
    request: async ({ site, author }) => {
      const form = { name: 'Matrix', scope: 'read', days: 7 };
      const made = await site.as(author, 'POST', '/api/tokens', form);
      return { url: `/api/tokens/${made.json<{ view: { id: string } }>().view.id}` };
    },
    statuses: [401, 404, 200, 404],
    tells: ownAccount,
  },
  'GET /api/sessions': {
    policy: 'A member lists their own sessions.',
    request: () => ({ url: '/api/sessions' }),
    statuses: [401, 200, 200, 200],
    tells: ownAccount,
  },
  'DELETE /api/sessions/{id}': {
    policy: 'A member ends their own sessions and no other; another’s is not there.',
    request: ({ author }) => ({ url: `/api/sessions/${author.sessionId}` }),
    statuses: [401, 404, 200, 404],
    tells: ownAccount,
  },
  'GET /api/account/stored': {
    policy: 'A member reads what is stored about them.',
    request: () => ({ url: '/api/account/stored' }),
    statuses: [401, 200, 200, 200],
    tells: ownAccount,
  },
  'GET /api/account/export': {
    policy: 'A member takes everything about themselves along, and nothing about others.',
    request: () => ({ url: '/api/account/export?format=zip' }),
    statuses: [401, 200, 200, 200],
    tells: silent('it holds what the asker wrote, and of other notes ids that they were told'),
  },
  'PATCH /api/account': {
    policy: 'A member changes their own name and language.',
    request: () => ({ url: '/api/account', payload: { name: 'Another name' } }),
    statuses: [401, 200, 200, 200],
    tells: ownAccount,
  },
  'POST /api/account/password': {
    policy: 'A session alone does not change a password.',
    request: () => ({
      url: '/api/account/password',
      payload: { current: 'not the one', password: 'a long enough password' },
    }),
    statuses: [401, 422, 422, 422],
    tells: ownAccount,
  },
  'DELETE /api/account': {
    policy: 'A session alone does not delete an account.',
    request: () => ({
      url: '/api/account',
      payload: { password: 'not the one', writing: 'remove' },
    }),
    statuses: [401, 422, 422, 422],
    tells: ownAccount,
  },
} satisfies Record<string, Rule>;
