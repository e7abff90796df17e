import { randomUUID } from 'node:crypto';
import { administered, silent, type Rule } from './rule.ts';

export const administrationRules = {
  'GET /api/site/settings': { ...administered('/api/site/settings'), tells: silent },
  'PUT /api/site/settings': {
    ...administered(''),
    request: () => ({
      url: '/api/site/settings',
      payload: { registration: 'automatic', imprint: '', contact: '' },
    }),
    tells: silent,
  },
  'GET /api/editions': { ...administered('/api/editions'), tells: silent },
  'PATCH /api/editions/{id}': {
    ...administered(''),
    request: () => ({ url: '/api/editions/zh-cac', payload: { access: 'public' } }),
    tells: silent,
  },
  'GET /api/people': { ...administered('/api/people'), tells: silent },
  'GET /api/registrations': { ...administered('/api/registrations'), tells: silent },
  'POST /api/registrations/{id}/confirmation': {
    ...administered(''),
    request: () => ({ url: `/api/registrations/${randomUUID()}/confirmation` }),
    statuses: [401, 403, 403, 404],
    tells: silent,
  },
  'POST /api/invitations': {
    ...administered(''),
    request: () => ({ url: '/api/invitations' }),
    statuses: [401, 403, 403, 201],
    tells: silent,
  },
  'GET /api/outbox': { ...administered('/api/outbox'), tells: silent },
} satisfies Record<string, Rule>;
