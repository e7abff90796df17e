import { reads, type Rule } from './rule.ts';

const formats = ['atom', 'json'];

export const feedsRules = {
  'GET /api/feeds/{kind}/{target}': {
    policy: 'Everyone reads what is public.',
    request: () => ({ url: '/api/feeds/work/ncss-2016' }),
    statuses: [200, 200, 200, 200],
    tells: reads(['feed', 'tag'], ({ thread, author }) =>
      formats.flatMap((format) =>
        ['work/ncss-2016', 'layer/public', `thread/${thread}`, `person/${author.handle}`].map(
          (place) => `/api/feeds/${place}?format=${format}`,
        ),
      ),
    ),
  },
} satisfies Record<string, Rule>;
