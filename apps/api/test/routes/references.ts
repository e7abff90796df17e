import { onNote, open, reads, silent, type Rule } from './rule.ts';

const asked = 'work=ncss-2016&layer=public';

export const referencesRules = {
  'GET /api/works/{slug}/card': {
    ...open('/api/works/ncss-2016/card?at=4.3'),
    tells: reads(['card', 'count'], ({ at }) => [`/api/works/ncss-2016/card?at=${at}`]),
  },
  'GET /api/annotations/{id}/card': {
    ...onNote('/card', 'Everyone sees what a public note begins with.', [200, 200, 200, 200]),
    tells: reads(['card'], ({ note }) => [`/api/annotations/${note}/card`]),
  },
  'GET /api/people/{handle}/card': {
    policy: 'Everyone sees who has written something public.',
    request: ({ author }) => ({ url: `/api/people/${author.handle}/card` }),
    statuses: [200, 200, 200, 200],
    tells: reads(['card'], ({ author }) => [`/api/people/${author.handle}/card`]),
  },
  'GET /api/completions/references': {
    policy: 'Whoever may write is helped to refer.',
    request: () => ({ url: `/api/completions/references?q=4.3&${asked}` }),
    statuses: [401, 200, 200, 200],
    tells: reads(['completion'], ({ at }) => [
      `/api/completions/references?q=Xyzzy&${asked}`,
      '/api/completions/references?q=Xyzzy&work=ncss-2016&layer=notebook',
      `/api/completions/references?q=${at}&${asked}`,
    ]),
  },
  'GET /api/completions/people': {
    policy: 'Whoever may write is helped to name people.',
    request: () => ({ url: `/api/completions/people?q=a&${asked}` }),
    statuses: [401, 200, 200, 200],
    tells: reads(['completion'], ({ author }) => [
      `/api/completions/people?q=${author.handle}&${asked}`,
      `/api/completions/people?q=&${asked}`,
      '/api/completions/people?q=&work=ncss-2016&layer=notebook',
    ]),
  },
  'GET /api/completions/tags': {
    policy: 'Whoever may write is helped to tag.',
    request: () => ({ url: `/api/completions/tags?q=&${asked}` }),
    statuses: [401, 200, 200, 200],
    tells: reads(['completion'], () => [
      `/api/completions/tags?q=&${asked}`,
      '/api/completions/tags?q=sec&work=ncss-2016&layer=notebook',
    ]),
  },
  'GET /api/completions/search': {
    ...open(
      '/api/completions/search?what=by&q=',
      'Everyone is helped to search what they may read.',
    ),
    tells: reads(['completion'], ({ at, author }) => [
      '/api/completions/search?what=by&q=',
      '/api/completions/search?what=by&q=&work=ncss-2016',
      `/api/completions/search?what=by&q=${author.handle}`,
      '/api/completions/search?what=tag&q=',
      '/api/completions/search?what=tag&q=sec',
      '/api/completions/search?what=tag&q=&work=ncss-2016',
      '/api/completions/search?what=work&q=',
      `/api/completions/search?what=in&q=${at}&work=ncss-2016`,
    ]),
  },
  'POST /api/preview': {
    policy: 'Whoever may write sees beforehand how it will look.',
    request: () => ({ url: '/api/preview', payload: { work: 'ncss-2016', body: '*so*' } }),
    statuses: [401, 200, 200, 200],
    tells: silent('it renders what the asker types; what that refers to is asked for by card'),
  },
} satisfies Record<string, Rule>;
