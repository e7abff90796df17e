import { silent, type Rule } from './rule.ts';

export const draftsRules = {
  'GET /api/drafts': {
    policy: 'A member lists their own drafts.',
    request: () => ({ url: '/api/drafts' }),
    statuses: [401, 200, 200, 200],
    tells: silent('drafts are kept by their author’s id alone; tested below the table'),
  },
  'PUT /api/drafts/{place}': {
    policy: 'A member keeps drafts.',
    request: () => ({
      url: '/api/drafts/new:ncss-2016:4.3',
      payload: { body: 'Half a thought', layer: 'public' },
    }),
    statuses: [401, 200, 200, 200],
    tells: silent('drafts are kept by their author’s id alone; tested below the table'),
  },
  'DELETE /api/drafts/{place}': {
    policy: 'A member throws their own drafts away.',
    request: () => ({ url: '/api/drafts/new:ncss-2016:4.3' }),
    statuses: [401, 200, 200, 200],
    tells: silent('drafts are kept by their author’s id alone; tested below the table'),
  },
} satisfies Record<string, Rule>;
