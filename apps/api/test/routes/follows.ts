import { acts, reads, silent, type Rule } from './rule.ts';

const followed = { state: 'followed' };

export const followsRules = {
  'GET /api/follows': {
    policy: 'A member sees what they follow themselves.',
    request: () => ({ url: '/api/follows' }),
    statuses: [401, 200, 200, 200],
    tells: reads(['list'], () => ['/api/follows']),
  },
  'PUT /api/follows/{kind}/{target}': {
    policy: 'A member follows what they see.',
    request: ({ thread }) => ({ url: `/api/follows/thread/${thread}`, payload: followed }),
    statuses: [401, 200, 200, 200],
    tells: acts(({ thread }) => ({ url: `/api/follows/thread/${thread}`, payload: followed })),
  },
  'DELETE /api/follows/{kind}/{target}': {
    policy: 'A member ends what they follow; what they do not follow is not there.',
    before: async ({ site, who, thread }) => {
      if (who !== null) await site.as(who, 'PUT', `/api/follows/thread/${thread}`, followed);
    },
    request: ({ thread }) => ({ url: `/api/follows/thread/${thread}` }),
    statuses: [401, 200, 200, 200],
    tells: acts(({ thread }) => ({ url: `/api/follows/thread/${thread}` })),
  },
  'GET /api/following/settings': {
    policy: 'A member sees how they wished to be told.',
    request: () => ({ url: '/api/following/settings' }),
    statuses: [401, 200, 200, 200],
    tells: silent('they are the asker’s own settings'),
  },
  'PATCH /api/following/settings': {
    policy: 'A member says how they wish to be told.',
    request: () => ({
      url: '/api/following/settings',
      payload: { mail: 'daily', zone: 'Asia/Shanghai' },
    }),
    statuses: [401, 200, 200, 200],
    tells: silent('they are the asker’s own settings'),
  },
} satisfies Record<string, Rule>;
