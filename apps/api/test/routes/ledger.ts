import { open, reads, type Rule } from './rule.ts';

const policy = 'Everyone reads what was decided, by role and without names.';

export const ledgerRules = {
  'GET /api/ledger': {
    ...open('/api/ledger', policy),
    tells: reads(['list', 'count'], () => [
      '/api/ledger',
      '/api/ledger?work=ncss-2016&limit=200',
      '/api/ledger?action=hide',
      '/api/ledger?reason=other',
    ]),
  },
  'GET /api/ledger/head': {
    ...open('/api/ledger/head', policy),
    tells: reads(['count', 'tag'], () => ['/api/ledger/head']),
  },
  'GET /api/ledger/file': {
    ...open('/api/ledger/file', policy),
    tells: reads(['export'], () => ['/api/ledger/file', '/api/ledger/file?work=ncss-2016']),
  },
} satisfies Record<string, Rule>;
