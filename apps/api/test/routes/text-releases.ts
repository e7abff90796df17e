import { silent, type Rule } from './rule.ts';

const noNotes = silent('it tells how many notes come to which end, as counts of the whole work');
const quiet = silent('it is about texts and their versions');
const id = '019f0000-0000-7000-8000-000000000000';
const proposal = `/api/text-proposals/en-creemers/1.0.1/${'0'.repeat(64)}`;

const looked = (url: string, found: number): Rule => ({
  policy: 'What is prepared of the texts is seen by their editors, and by those who appoint them.',
  request: () => ({ url }),
  statuses: [401, 404, 404, found],
  tells: noNotes,
});
const edited = (url: string, payload?: Record<string, unknown>): Rule => ({
  policy: 'Editors of texts alone declare and release; administrators are none by that.',
  request: () => ({ url, ...(payload === undefined ? {} : { payload }) }),
  statuses: [401, 404, 404, 403],
  tells: quiet,
});
const public_ = (url: string): Rule => ({
  policy: 'Everyone reads which versions there are, and what became of the text between them.',
  request: () => ({ url }),
  statuses: [200, 200, 200, 200],
  tells: quiet,
});

export const textReleaseRules = {
  'GET /api/text-editing': looked('/api/text-editing', 200),
  'GET /api/text-proposals/{edition}/{version}/{sha256}': looked(proposal, 404),
  'POST /api/text-proposals/{edition}/{version}/{sha256}/release': edited(`${proposal}/release`, {
    number: '1.0.1',
  }),
  'POST /api/text-proposals/{edition}/{version}/{sha256}/draft': edited(`${proposal}/draft`),
  'PUT /api/text-proposals/{edition}/{version}/{sha256}/aside': edited(`${proposal}/aside`, {
    reason: 'Not now',
  }),
  'DELETE /api/text-proposals/{edition}/{version}/{sha256}/aside': edited(`${proposal}/aside`),
  'POST /api/editions/{id}/text-drafts': edited('/api/editions/en-creemers/text-drafts'),
  'GET /api/text-drafts/{id}': looked(`/api/text-drafts/${id}`, 404),
  'PUT /api/text-drafts/{id}': edited(`/api/text-drafts/${id}`, {
    version: 1,
    changes: [],
    change: '',
  }),
  'DELETE /api/text-drafts/{id}': edited(`/api/text-drafts/${id}`),
  'POST /api/text-drafts/{id}/release': edited(`/api/text-drafts/${id}/release`, {
    number: '1.0.1',
    version: 1,
  }),
  'GET /api/text-releases/{id}': looked(`/api/text-releases/${id}`, 404),
  'GET /api/text-releases/{id}/threads': {
    ...looked(`/api/text-releases/${id}/threads?outcome=stale`, 404),
    tells: silent('it lists what its reader may read, which its own test proves'),
  },
  'GET /api/text-releases/{id}/layers': looked(`/api/text-releases/${id}/layers`, 404),
  'GET /api/works/{slug}/versions': public_('/api/works/ncss-2016/versions'),
  'GET /api/works/{slug}/versions/{edition}/difference': public_(
    '/api/works/ncss-2016/versions/zh-cac/difference?from=1.0.0&to=1.0.0',
  ),
} satisfies Record<string, Rule>;
