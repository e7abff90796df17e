import { acts, silent, type Rule } from './rule.ts';

const own = silent('it says what the asker reported themselves, of notes that were public then');
const payload = { reason: 'abusive' };

export const flagsRules = {
  'GET /api/annotations/{id}/flag': {
    policy: 'Whoever sees a note reads what they reported of it themselves.',
    request: ({ note }) => ({ url: `/api/annotations/${note}/flag` }),
    statuses: [401, 200, 200, 200],
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/flag` })),
  },
  'PUT /api/annotations/{id}/flag': {
    policy: 'Members report public notes of others.',
    request: ({ note }) => ({ url: `/api/annotations/${note}/flag`, payload }),
    statuses: [401, 200, 403, 200],
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/flag`, payload })),
  },
  'POST /api/annotations/{id}/appeal': {
    policy: 'Its author alone appeals a decision on a note; where none keeps it, there is nothing.',
    request: ({ note }) => ({
      url: `/api/annotations/${note}/appeal`,
      payload: { decision: note, words: 'It is right.' },
    }),
    statuses: [401, 403, 409, 403],
    tells: acts(({ note }) => ({
      url: `/api/annotations/${note}/appeal`,
      payload: { decision: note, words: 'It is right.' },
    })),
  },
  'GET /api/annotations/{id}/decisions': {
    policy: 'Its author and those who keep the work read what was decided on a note.',
    request: ({ note }) => ({ url: `/api/annotations/${note}/decisions` }),
    statuses: [401, 403, 200, 200],
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/decisions` })),
  },
  'GET /api/flags': {
    policy: 'A member reads what they reported themselves.',
    request: () => ({ url: '/api/flags' }),
    statuses: [401, 200, 200, 200],
    tells: own,
  },
  'POST /api/flags/read': {
    policy: 'A member looks at their own outcomes.',
    request: () => ({ url: '/api/flags/read', payload: { until: '2026-01-01T00:00:00Z' } }),
    statuses: [401, 200, 200, 200],
    tells: own,
  },
} satisfies Record<string, Rule>;
