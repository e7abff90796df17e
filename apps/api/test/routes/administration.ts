import { randomUUID } from 'node:crypto';
import { administered, reads, silent, type Rule } from './rule.ts';

const noNotes = silent('it is about how the site is run');

export const administrationRules = {
  'GET /api/site/settings': { ...administered('/api/site/settings'), tells: noNotes },
  'PUT /api/site/settings': {
    ...administered(''),
    request: () => ({
      url: '/api/site/settings',
      payload: { registration: 'automatic', imprint: '', contact: '' },
    }),
    tells: noNotes,
  },
  'GET /api/editions': { ...administered('/api/editions'), tells: noNotes },
  'PATCH /api/editions/{id}': {
    ...administered(''),
    request: () => ({ url: '/api/editions/zh-cac', payload: { access: 'public' } }),
    tells: noNotes,
  },
  'POST /api/editions/{id}/signature': {
    ...administered(''),
    request: () => ({
      url: '/api/editions/en-glossator/signature',
      payload: { version: '1.0.0', name: 'A. Reader' },
    }),
    before: async ({ site }) => {
      await site.owner.query('delete from edition_signature');
    },
    statuses: [401, 403, 403, 201],
    tells: noNotes,
  },
  'DELETE /api/editions/{id}/signature': {
    ...administered(''),
    request: () => ({ url: '/api/editions/en-glossator/signature' }),
    before: async ({ site, author }) => {
      await site.owner.query(
        `insert into edition_signature (version_id, person_id, name)
         select id, $1, 'A. Reader' from edition_version where edition_id = 'en-glossator'
         on conflict do nothing`,
        [author.id],
      );
    },
    tells: noNotes,
  },
  'GET /api/people': {
    ...administered('/api/people'),
    tells: reads(['count'], () => ['/api/people']),
  },
  'GET /api/moderators': { ...administered('/api/moderators'), tells: noNotes },
  'POST /api/moderators': {
    ...administered(''),
    request: ({ author }) => ({
      url: '/api/moderators',
      payload: { who: author.handle, work: 'ncss-2016' },
    }),
    statuses: [401, 403, 403, 201],
    tells: noNotes,
  },
  'DELETE /api/moderators/{id}': {
    ...administered(''),
    request: ({ author }) => ({ url: `/api/moderators/${author.id}?work=ncss-2016` }),
    before: async ({ site, author }) => {
      await site.owner.query('insert into moderator (person_id, work_id) select $1, id from work', [
        author.id,
      ]);
    },
    tells: noNotes,
  },
  'GET /api/completions/members': {
    ...administered('/api/completions/members?q=a'),
    policy: 'Only an administrator learns who has an account and has written nothing.',
    tells: noNotes,
  },
  'GET /api/registrations': { ...administered('/api/registrations'), tells: noNotes },
  'POST /api/registrations/{id}/confirmation': {
    ...administered(''),
    request: () => ({ url: `/api/registrations/${randomUUID()}/confirmation` }),
    statuses: [401, 403, 403, 404],
    tells: noNotes,
  },
  'POST /api/invitations': {
    ...administered(''),
    request: () => ({ url: '/api/invitations' }),
    statuses: [401, 403, 403, 201],
    tells: noNotes,
  },
  'GET /api/outbox': {
    ...administered('/api/outbox'),
    tells: reads(['mail'], () => ['/api/outbox']),
  },
} satisfies Record<string, Rule>;
