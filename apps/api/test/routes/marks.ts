import { inAssignment, open, reads, type Rule } from './rule.ts';

export const marksRules = {
  'GET /api/works/{slug}/marks': {
    ...open('/api/works/ncss-2016/marks', 'Everyone learns where notes stand that they may see.'),
    tells: reads(['heat', 'tag'], ({ at, section, author, assignment }) => [
      ...inAssignment(
        assignment,
        '/api/works/ncss-2016/marks?',
        `/api/works/ncss-2016/marks?by=${author.handle}`,
        `/api/works/ncss-2016/marks?layer=class&in=${section}`,
      ),
      '/api/works/ncss-2016/marks',
      '/api/works/ncss-2016/marks?layer=notebook',
      '/api/works/ncss-2016/marks?kind=comment&is=open',
      '/api/works/ncss-2016/marks?tag=secret',
      `/api/works/ncss-2016/marks?by=${author.handle}`,
      `/api/works/ncss-2016/marks?in=${at}`,
      `/api/works/ncss-2016/marks?in=${section}&since=2000-01-01`,
    ]),
  },
} satisfies Record<string, Rule>;
