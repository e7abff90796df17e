import { acts, open, reads, silent, type Rule } from './rule.ts';

const container = '/api/w3c/ncss-2016/';
const clause = 'http://localhost:3000/t/ncss-2016/4.3.1.2';
const annotation = (target = clause) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  bodyValue: 'From a program',
  target,
});

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
  'GET /api/w3c/{work}/{name}': {
    policy,
    request: ({ note }) => ({ url: `/api/w3c/ncss-2016/${note}` }),
    statuses: [200, 200, 200, 200],
    tells: reads(['container', 'tag'], ({ note }) => [`/api/w3c/ncss-2016/${note}`]),
  },
  'POST /api/w3c/{work}/': {
    policy: 'A member’s program writes as the member does; a page’s cookie is never enough.',
    request: () => ({ url: container, payload: annotation(), byToken: true }),
    statuses: [401, 201, 201, 201],
    tells: silent('it answers with the note that was sent'),
  },
  'PUT /api/w3c/{work}/{name}': {
    policy: 'Only the author’s programs change a note.',
    request: ({ note }) => ({ url: container + note, payload: annotation(), byToken: true }),
    statuses: [401, 403, 200, 403],
    tells: acts(({ note }) => ({ url: container + note, payload: annotation(), byToken: true })),
  },
  'DELETE /api/w3c/{work}/{name}': {
    policy: 'Only the author’s programs take a note away.',
    request: ({ note }) => ({ url: container + note, byToken: true }),
    statuses: [401, 403, 204, 403],
    tells: acts(({ note }) => ({ url: container + note, byToken: true })),
  },
} satisfies Record<string, Rule>;
