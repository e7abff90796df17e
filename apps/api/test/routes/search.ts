import { open, reads, type Rule } from './rule.ts';

export const searchRules = {
  'GET /api/search': {
    ...open('/api/search?q=网络', 'Everyone searches what they may read.'),
    tells: reads(['search', 'snippet', 'count'], ({ at, author }) => [
      '/api/search',
      '/api/search?q=Xyzzy',
      '/api/search?q=xyz',
      '/api/search?q=yzz',
      '/api/search?q=tag:secret',
      '/api/search?layer=notebook',
      `/api/search?work=ncss-2016&in=${at}`,
      `/api/search?q=by:${author.handle}`,
      '/api/search?q=%E7%BD%91%E7%BB%9C',
    ]),
  },
} satisfies Record<string, Rule>;
