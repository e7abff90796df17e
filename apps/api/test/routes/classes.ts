import { randomUUID } from 'node:crypto';
import { silent, type Rule } from './rule.ts';

const silence = silent('it says who is in a class, and nothing of what they write');
const outsiders = 'To whoever is not in a class there is none, administrators included.';
const id = randomUUID();
const form = { name: 'Reading policy', description: '', zone: 'UTC' };

const unseen = (suffix: string, payload?: Record<string, unknown>): Rule => ({
  policy: outsiders,
  request: () => ({
    url: `/api/classes/${id}${suffix}`,
    ...(payload === undefined ? {} : { payload }),
  }),
  statuses: [401, 404, 404, 404],
  tells: silence,
});

const unset = (suffix: string): Rule => ({
  policy:
    'To whoever does not teach it there is no board of an assignment, administrators included.',
  request: () => ({ url: `/api/assignments/${id}${suffix}` }),
  statuses: [401, 404, 404, 404],
  tells: silent('it tells of notes in assignments that one teaches, and of no others'),
});

export const classesRules = {
  'GET /api/classes': {
    policy: 'Everybody with an account has a list of their own classes.',
    request: () => ({ url: '/api/classes' }),
    statuses: [401, 200, 200, 200],
    tells: silence,
  },
  'POST /api/classes': {
    policy: 'Any member may found a class.',
    request: () => ({ url: '/api/classes', payload: form }),
    statuses: [401, 201, 201, 201],
    tells: silence,
  },
  'GET /api/classes/{id}': unseen(''),
  'PUT /api/classes/{id}': unseen('', form),
  'PUT /api/classes/{id}/archive': unseen('/archive', { archived: true }),
  'PUT /api/classes/{id}/retention': unseen('/retention', { until: null, version: 1 }),
  'PUT /api/classes/{id}/view-as': unseen('/view-as', { student: null }),
  'POST /api/classes/{id}/copies': unseen('/copies', { name: 'Again', days: 0 }),
  'GET /api/classes/{id}/members': unseen('/members'),
  'PUT /api/classes/{id}/members/{person}': unseen(`/members/${randomUUID()}`, { role: 'student' }),
  'DELETE /api/classes/{id}/members/{person}': unseen(`/members/${randomUUID()}`),
  'POST /api/classes/{id}/code': unseen('/code', { days: 1, places: 1 }),
  'DELETE /api/classes/{id}/code': unseen('/code'),
  'GET /api/classes/{id}/groups': unseen('/groups'),
  'POST /api/classes/{id}/groups': unseen('/groups', { name: 'A' }),
  'PUT /api/classes/{id}/groups/{group}': unseen(`/groups/${randomUUID()}`, { name: 'A' }),
  'DELETE /api/classes/{id}/groups/{group}': unseen(`/groups/${randomUUID()}`),
  'PUT /api/classes/{id}/members/{person}/group': unseen(`/members/${randomUUID()}/group`, {
    group: null,
  }),
  'POST /api/classes/{id}/groups/division': unseen('/groups/division', {
    who: 'all',
    how: 'random',
    groups: 2,
    word: 'Group',
  }),
  'POST /api/classes/{id}/rosters': unseen('/rosters', { file: '' }),
  'GET /api/classes/{id}/rosters/{roster}': unseen(`/rosters/${randomUUID()}`),
  'POST /api/classes/{id}/rosters/{roster}/confirmation': unseen(
    `/rosters/${randomUUID()}/confirmation`,
    { plan: '' },
  ),
  'DELETE /api/classes/{id}/rosters/{roster}': unseen(`/rosters/${randomUUID()}`),
  'GET /api/classes/{id}/roster.csv': unseen('/roster.csv'),
  'GET /api/classes/{id}/invitations': unseen('/invitations'),
  'DELETE /api/classes/{id}/invitations/{invitation}': unseen(`/invitations/${randomUUID()}`),
  'GET /api/class-invitation': {
    policy:
      'A letter that leads nowhere is answered alike to all; who has no account may read one.',
    request: () => ({ url: '/api/class-invitation?token=none' }),
    statuses: [400, 400, 400, 400],
    tells: silence,
  },
  'POST /api/class-invitation/acceptance': {
    policy: 'A letter that leads nowhere brings nobody in.',
    request: () => ({ url: '/api/class-invitation/acceptance', payload: { token: 'none' } }),
    statuses: [401, 400, 400, 400],
    tells: silence,
  },
  'POST /api/class-invitation/refusal': {
    policy: 'Whoever has the letter says no to it, with an account or without.',
    request: () => ({ url: '/api/class-invitation/refusal', payload: { token: 'none' } }),
    statuses: [400, 400, 400, 400],
    tells: silence,
  },
  'POST /api/classes/{id}/members/{person}/sign-in-link': unseen(
    `/members/${randomUUID()}/sign-in-link`,
  ),
  'GET /api/class-sign-in': {
    policy: 'A link that was never made leads to nobody.',
    request: () => ({ url: `/api/class-sign-in?token=${'a'.repeat(43)}` }),
    statuses: [400, 400, 400, 400],
    tells: silence,
  },
  'POST /api/class-sign-in': {
    policy: 'A link that was never made signs nobody in.',
    request: () => ({ url: '/api/class-sign-in', payload: { token: 'a'.repeat(43) } }),
    statuses: [400, 400, 400, 400],
    tells: silence,
  },
  'POST /api/class-guests': {
    policy: 'A code that leads nowhere brings nobody in, nor makes a person.',
    request: () => ({
      url: '/api/class-guests',
      payload: {
        ...{ code: '00000000', name: 'Gus', email: 'gus@x.org', locale: 'en' },
        password: 'a long enough password',
      },
    }),
    statuses: [422, 422, 422, 422],
    tells: silence,
  },
  'GET /api/class-codes/{code}': {
    policy: 'A code that leads nowhere is answered alike to all who have an account.',
    request: () => ({ url: '/api/class-codes/00000000' }),
    statuses: [401, 422, 422, 422],
    tells: silence,
  },
  'POST /api/class-codes/{code}/join': {
    policy: 'A code that leads nowhere brings nobody in.',
    request: () => ({ url: '/api/class-codes/00000000/join' }),
    statuses: [401, 422, 422, 422],
    tells: silence,
  },
  'GET /api/assignments/{id}/board': unset('/board'),
  'GET /api/assignments/{id}/board/{list}': unset('/board/questions'),
  'GET /api/assignments/{id}/projected/{address}': unset('/projected/4.3.1.2'),
} satisfies Record<string, Rule>;
