import { acts, streams, type Rule } from './rule.ts';

export const liveRules = {
  'GET /api/live': {
    // The stream itself stays open; a place that cannot be one is answered at once.
    policy: 'Everyone follows what is public; a stream tells no more than its reader may see.',
    request: () => ({ url: `/api/live?after=${'x'.repeat(201)}` }),
    statuses: [400, 400, 400, 400],
    tells: streams('live'),
  },
  'POST /api/live/writing': {
    policy: 'Any member who may answer a note may say that they are about to.',
    request: ({ note }) => ({ url: '/api/live/writing', payload: { annotation: note } }),
    statuses: [401, 200, 200, 200],
    tells: acts(({ note }) => ({ url: '/api/live/writing', payload: { annotation: note } })),
  },
} satisfies Record<string, Rule>;
