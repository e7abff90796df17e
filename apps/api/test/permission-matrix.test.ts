import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  replyForm,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

const actors = ['visitor', 'stranger', 'author', 'administrator'] as const;
type ActorName = (typeof actors)[number];

/** Statuses in the order of `actors`. */
type Statuses = readonly [visitor: number, stranger: number, author: number, administrator: number];

interface Cell {
  readonly url: string;
  readonly payload?: Record<string, unknown>;
}
interface World {
  readonly site: TestApp;
  /** A public thread the author has just opened, for this one request. */
  readonly thread: string;
  readonly note: string;
  readonly author: Person;
  readonly who: Person | null;
}
interface Rule {
  /** The sentence of policy that the row proves. */
  readonly policy: string;
  readonly request: (world: World) => Cell | Promise<Cell>;
  readonly statuses: Statuses;
  /** What must hold before the request, where a fresh public note is not enough. */
  readonly before?: (world: World) => Promise<void>;
}

const open = (url: string, policy = 'Everyone reads what is public.'): Rule => ({
  policy,
  request: () => ({ url }),
  statuses: [200, 200, 200, 200],
});
const administered = (url: string): Rule => ({
  policy: 'Only an administrator sees or sets how the site is run; others learn nothing of it.',
  request: () => ({ url }),
  statuses: [401, 403, 403, 200],
});
const onNote = (
  suffix: string,
  policy: string,
  statuses: Statuses,
  payload?: () => Record<string, unknown>,
): Rule => ({
  policy,
  statuses,
  request: ({ note }) => ({
    url: `/api/annotations/${note}${suffix}`,
    ...(payload === undefined ? {} : { payload: payload() }),
  }),
});

const asAuthor = (method: 'DELETE' | 'POST', suffix: string) => async (world: World) => {
  const url = `/api/annotations/${world.note}${suffix}`;
  expect((await world.site.as(world.author, method, url)).statusCode).toBe(200);
};

const credentials = { email: 'nobody@example.org', password: 'a password of nobody' };
const token = 'x'.repeat(43);

const matrix: Readonly<Record<string, Rule>> = {
  'GET /api/health/live': open('/api/health/live', 'Anyone asks whether it runs.'),
  'GET /api/health/ready': open('/api/health/ready', 'Anyone asks whether it is ready.'),
  'GET /api/home': open('/api/home'),
  'GET /api/works': open('/api/works'),
  'GET /api/works/{slug}/reading': open('/api/works/ncss-2016/reading?at=4.3'),
  'GET /api/works/{slug}/threads': open('/api/works/ncss-2016/threads?at=4.3'),
  'GET /api/works/{slug}/editions/{edition}/text': open(
    '/api/works/ncss-2016/editions/zh-cac/text',
  ),
  'GET /api/works/{slug}/address': open('/api/works/ncss-2016/address?cite=4.3.1.2'),
  'GET /api/units/{uid}': open('/api/units/s-ck0wd8v6'),
  'GET /api/site': open('/api/site', 'Everyone reads imprint, contact and how to register.'),
  'GET /api/session': open('/api/session', 'Everyone may ask who they are.'),

  'POST /api/threads': {
    policy: 'Any member opens a thread.',
    request: () => ({ url: '/api/threads', payload: threadForm('4.3.1.2') }),
    statuses: [401, 201, 201, 201],
  },
  'GET /api/threads/{id}/annotations': {
    policy: 'Everyone reads a public thread.',
    request: ({ thread }) => ({ url: `/api/threads/${thread}/annotations` }),
    statuses: [200, 200, 200, 200],
  },
  'POST /api/threads/{id}/resolution': {
    policy: 'The one who opened a thread and the staff settle it.',
    request: ({ thread }) => ({
      url: `/api/threads/${thread}/resolution`,
      payload: { action: 'resolve' },
    }),
    statuses: [401, 403, 200, 200],
  },
  'GET /api/annotations/{id}': onNote('', 'Everyone reads a public note.', [200, 200, 200, 200]),
  'GET /api/annotations/{id}/location': onNote(
    '/location',
    'Everyone finds a public note.',
    [200, 200, 200, 200],
  ),
  'GET /api/annotations/{id}/revisions': onNote(
    '/revisions',
    'Earlier revisions are read by whoever reads the note.',
    [200, 200, 200, 200],
  ),
  'POST /api/annotations/{id}/replies': onNote(
    '/replies',
    'Any member answers a public note.',
    [401, 201, 201, 201],
    () => replyForm('An answer'),
  ),
  'PUT /api/annotations/{id}': onNote(
    '',
    'Only the author changes the words, not even an administrator.',
    [401, 403, 200, 403],
    () => ({ body: 'Other words', version: 1, seen }),
  ),
  'DELETE /api/annotations/{id}': onNote(
    '',
    'Only the author takes a note away; staff withholds, with a reason.',
    [401, 403, 200, 403],
  ),
  'POST /api/annotations/{id}/restore': {
    ...onNote('/restore', 'Only the author takes a deletion back.', [401, 403, 200, 403]),
    before: asAuthor('DELETE', ''),
  },
  'POST /api/annotations/{id}/hide': onNote(
    '/hide',
    'The staff withholds.',
    [401, 403, 403, 200],
    () => ({ reason: 'Names a private person.' }),
  ),
  'POST /api/annotations/{id}/unhide': {
    ...onNote('/unhide', 'The staff shows again.', [401, 403, 403, 200], () => ({
      reason: 'A mistake.',
    })),
    before: async ({ site, note }) => {
      const staff = await site.addPerson({ administrator: true });
      await site.as(staff, 'POST', `/api/annotations/${note}/hide`, { reason: 'x' });
    },
  },

  'GET /api/drafts': {
    policy: 'A member lists their own drafts.',
    request: () => ({ url: '/api/drafts' }),
    statuses: [401, 200, 200, 200],
  },
  'PUT /api/drafts/{place}': {
    policy: 'A member keeps drafts.',
    request: () => ({
      url: '/api/drafts/new:ncss-2016:4.3',
      payload: { body: 'Half a thought', layer: 'public' },
    }),
    statuses: [401, 200, 200, 200],
  },
  'DELETE /api/drafts/{place}': {
    policy: 'A member throws their own drafts away.',
    request: () => ({ url: '/api/drafts/new:ncss-2016:4.3' }),
    statuses: [401, 200, 200, 200],
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
  },
  'POST /api/accounts/confirmation': {
    policy: 'A link that was never made confirms nobody.',
    request: () => ({
      url: '/api/accounts/confirmation',
      payload: { token, password: 'a long enough password' },
    }),
    statuses: [400, 400, 400, 400],
  },
  'POST /api/accounts/reset-request': {
    policy: 'Anyone asks for a new password; the answer says nothing of who is known.',
    request: () => ({
      url: '/api/accounts/reset-request',
      payload: { email: 'nobody@example.org' },
    }),
    statuses: [202, 202, 202, 202],
  },
  'POST /api/accounts/reset': {
    policy: 'A link that was never made resets nothing.',
    request: () => ({
      url: '/api/accounts/reset',
      payload: { token, password: 'a long enough password' },
    }),
    statuses: [400, 400, 400, 400],
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
  },
  'POST /api/session': {
    policy: 'Nobody signs in with what is not theirs.',
    request: () => ({ url: '/api/session', payload: credentials }),
    statuses: [401, 401, 401, 401],
  },
  'DELETE /api/session': {
    policy: 'Signing out always succeeds.',
    request: () => ({ url: '/api/session' }),
    statuses: [200, 200, 200, 200],
  },
  'GET /api/sessions': {
    policy: 'A member lists their own sessions.',
    request: () => ({ url: '/api/sessions' }),
    statuses: [401, 200, 200, 200],
  },
  'DELETE /api/sessions/{id}': {
    policy: 'A member ends their own sessions and no other; another’s is not there.',
    request: ({ author }) => ({ url: `/api/sessions/${author.sessionId}` }),
    statuses: [401, 404, 200, 404],
  },
  'GET /api/account/stored': {
    policy: 'A member reads what is stored about them.',
    request: () => ({ url: '/api/account/stored' }),
    statuses: [401, 200, 200, 200],
  },
  'PATCH /api/account': {
    policy: 'A member changes their own name and language.',
    request: () => ({ url: '/api/account', payload: { name: 'Another name' } }),
    statuses: [401, 200, 200, 200],
  },
  'POST /api/account/password': {
    policy: 'A session alone does not change a password.',
    request: () => ({
      url: '/api/account/password',
      payload: { current: 'not the one', password: 'a long enough password' },
    }),
    statuses: [401, 422, 422, 422],
  },
  'DELETE /api/account': {
    policy: 'A session alone does not delete an account.',
    request: () => ({
      url: '/api/account',
      payload: { password: 'not the one', writing: 'remove' },
    }),
    statuses: [401, 422, 422, 422],
  },

  'GET /api/site/settings': administered('/api/site/settings'),
  'PUT /api/site/settings': {
    ...administered(''),
    request: () => ({
      url: '/api/site/settings',
      payload: { registration: 'automatic', imprint: '', contact: '' },
    }),
  },
  'GET /api/editions': administered('/api/editions'),
  'PATCH /api/editions/{id}': {
    ...administered(''),
    request: () => ({ url: '/api/editions/zh-cac', payload: { access: 'public' } }),
  },
  'GET /api/people': administered('/api/people'),
  'GET /api/registrations': administered('/api/registrations'),
  'POST /api/registrations/{id}/confirmation': {
    ...administered(''),
    request: () => ({ url: `/api/registrations/${randomUUID()}/confirmation` }),
    statuses: [401, 403, 403, 404],
  },
  'POST /api/invitations': {
    ...administered(''),
    request: () => ({ url: '/api/invitations' }),
    statuses: [401, 403, 403, 201],
  },
  'GET /api/outbox': administered('/api/outbox'),
};

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

function routesOf({ app }: TestApp): string[] {
  const { paths } = app.swagger() as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([url, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
  );
}

test('every route is in the matrix, and the matrix names no other', () => {
  expect(Object.keys(matrix).sort()).toEqual(routesOf(site).sort());
});

async function worldFor(name: ActorName): Promise<World> {
  const author = await site.addPerson({ name: 'Author' });
  const thread = await startThread(site, author, '4.3.1.2');
  const people: Record<ActorName, () => Promise<Person | null>> = {
    visitor: () => Promise.resolve(null),
    stranger: () => site.addPerson({ name: 'Stranger' }),
    author: () => Promise.resolve(author),
    administrator: () => site.addPerson({ name: 'Keeper', administrator: true }),
  };
  return { site, thread: thread.id, note: rootOf(thread).id, author, who: await people[name]() };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

describe.each(Object.entries(matrix))('%s', (route, rule) => {
  test(rule.policy, async () => {
    const found: number[] = [];
    for (const name of actors) {
      const world = await worldFor(name);
      await rule.before?.(world);
      const { url, payload } = await rule.request(world);
      const method = route.split(' ')[0] as Method;
      found.push((await site.as(world.who, method, url, payload)).statusCode);
    }
    expect(Object.fromEntries(actors.map((name, n) => [name, found[n]]))).toEqual(
      Object.fromEntries(actors.map((name, n) => [name, rule.statuses[n]])),
    );
  });
});
