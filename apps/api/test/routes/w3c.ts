import { open, reads, type Rule } from './rule.ts';

const policy = 'Everyone is told of published public notes, and everyone the same.';

export const w3cRules = {
  'GET /api/w3c/{work}/': {
    ...open('/api/w3c/ncss-2016/', policy),
    tells: reads(['container', 'tag'], () => [
      '/api/w3c/ncss-2016/',
      '/api/w3c/ncss-2016/?iris=1',
      '/api/w3c/ncss-2016/?iris=0&page=0',
      '/api/w3c/ncss-2016/?iris=1&page=0',
    ]),
  },
  'GET /api/w3c/{work}/{id}': {
    policy,
    request: ({ note }) => ({ url: `/api/w3c/ncss-2016/${note}` }),
    statuses: [200, 200, 200, 200],
    tells: reads(['container', 'tag'], ({ note }) => [`/api/w3c/ncss-2016/${note}`]),
  },
} satisfies Record<string, Rule>;
