import { open, reads, type Rule } from './rule.ts';

const policy = 'Everyone reads in figures what came in and what was decided.';

export const transparencyRules = {
  'GET /api/transparency': {
    ...open('/api/transparency', policy),
    tells: reads(['count'], () => ['/api/transparency', '/api/transparency?work=ncss-2016']),
  },
  'GET /api/transparency/file': {
    ...open('/api/transparency/file', policy),
    tells: reads(['export'], () => ['/api/transparency/file?work=ncss-2016']),
  },
} satisfies Record<string, Rule>;
