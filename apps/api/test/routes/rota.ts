import { randomUUID } from 'node:crypto';
import { silent, type Rule } from './rule.ts';

const silence = silent(
  'it says who keeps which work in order, and since when the oldest case waits',
);
const policy = 'The rota is for moderators; others learn nothing of it.';

export const rotaRules = {
  'GET /api/moderation/rota': {
    policy,
    request: () => ({ url: '/api/moderation/rota' }),
    statuses: [401, 403, 403, 200],
    tells: silence,
  },
  'GET /api/moderation/overdue': {
    policy,
    request: () => ({ url: '/api/moderation/overdue' }),
    statuses: [401, 403, 403, 200],
    tells: silence,
  },
  'PUT /api/moderation/rota/duty': {
    policy: 'A moderator chooses the days of their own appointments; an administrator has none.',
    request: () => ({
      url: '/api/moderation/rota/duty',
      payload: { work: 'ncss-2016', weekdays: [1] },
    }),
    statuses: [401, 403, 403, 404],
    tells: silence,
  },
  'POST /api/moderation/rota/absences': {
    policy: 'Whoever is on no rota is not away from it.',
    request: () => ({
      url: '/api/moderation/rota/absences',
      payload: { from: '2999-01-01', to: '2999-01-02' },
    }),
    statuses: [401, 403, 403, 422],
    tells: silence,
  },
  'DELETE /api/moderation/rota/absences/{id}': {
    policy: 'An absence is taken back by the one who said it.',
    request: () => ({ url: `/api/moderation/rota/absences/${randomUUID()}` }),
    statuses: [401, 403, 403, 404],
    tells: silence,
  },
  'PUT /api/moderation/rota/summary': {
    policy,
    request: () => ({
      url: '/api/moderation/rota/summary',
      payload: { mails: true, hour: 7, zone: 'UTC' },
    }),
    statuses: [401, 403, 403, 200],
    tells: silence,
  },
  'PUT /api/moderation/alarm': {
    policy: 'Only an administrator says when administrators are called.',
    request: () => ({ url: '/api/moderation/alarm', payload: { days: 3 } }),
    statuses: [401, 403, 403, 200],
    tells: silence,
  },
} satisfies Record<string, Rule>;
