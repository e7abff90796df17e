import { randomUUID } from 'node:crypto';
import { silent, type Rule } from './rule.ts';

const silence = silent('it tells of commentaries under review, and of no notes');
const id = randomUUID();

const margins = silent('it tells of notes in the margins of a round alone; their own test listens');

const unseen = (
  suffix: string,
  payload?: Record<string, unknown>,
  tells: Rule['tells'] = silence,
): Rule => ({
  policy:
    'How a commentary is reviewed is seen by its authors, the editors and its reviewers; administrators are none of them.',
  request: () => ({
    url: `/api/commentaries/${id}${suffix}`,
    ...(payload === undefined ? {} : { payload }),
  }),
  statuses: [401, 404, 404, 404],
  tells,
});
const forAdministrators = (
  url: string,
  [payload, found]: readonly [Record<string, unknown> | undefined, number],
): Rule => ({
  policy: 'Administrators alone appoint the editors of the site.',
  request: () => ({ url, ...(payload === undefined ? {} : { payload }) }),
  statuses: [401, 403, 403, found],
  tells: silent('it tells who has an office'),
});
const said = { seen: 0, reason: 'Why', message: 'What' };

export const reviewRules = {
  'GET /api/editing': {
    policy: 'What is before the editors is seen by editors alone; administrators are none by that.',
    request: () => ({ url: '/api/editing' }),
    statuses: [401, 404, 404, 404],
    tells: silence,
  },
  'GET /api/reviewing': {
    policy: 'Everybody with an account has a list of the reviews they are asked for.',
    request: () => ({ url: '/api/reviewing' }),
    statuses: [401, 200, 200, 200],
    tells: silence,
  },
  'GET /api/commentaries/{id}/review': unseen('/review'),
  'GET /api/commentaries/{id}/decisions': unseen('/decisions'),
  'POST /api/commentaries/{id}/submission': unseen('/submission', { seen: 0, note: '' }),
  'POST /api/commentaries/{id}/steps': unseen('/steps', { seen: 0, kind: 'recall' }),
  'POST /api/commentaries/{id}/letters': unseen('/letters', { kind: 'accept', message: '' }),
  'POST /api/commentaries/{id}/decisions': unseen('/decisions', { kind: 'accept', ...said }),
  'POST /api/commentaries/{id}/decisions/{decision}/undoing': unseen(
    `/decisions/${randomUUID()}/undoing`,
    said,
  ),
  'POST /api/commentaries/{id}/rounds': unseen('/rounds', {
    ...{ seen: 0, names: 'open', dueOn: null, message: '' },
  }),
  'GET /api/commentaries/{id}/rounds/{round}/proof': unseen('/rounds/1/proof', undefined, margins),
  'POST /api/commentaries/{id}/rounds/{round}/reviewers': unseen('/rounds/1/reviewers', {
    ...{ who: 'somebody', dueOn: null },
  }),
  'DELETE /api/commentaries/{id}/rounds/{round}/reviewers/{reviewer}': unseen(
    `/rounds/1/reviewers/${randomUUID()}`,
  ),
  'PUT /api/commentaries/{id}/rounds/{round}/answer': unseen('/rounds/1/answer', { accepts: true }),
  'PUT /api/commentaries/{id}/rounds/{round}/recommendation': unseen('/rounds/1/recommendation', {
    ...{ recommendation: 'minor', toEditor: '', toAuthors: '' },
  }),
  'POST /api/commentaries/{id}/rounds/{round}/threads': unseen(
    '/rounds/1/threads',
    {
      ...{ part: randomUUID(), body: 'x', words: '', prefix: '', suffix: '' },
      ...{ audience: 'authors', key: randomUUID() },
    },
    margins,
  ),
  'POST /api/commentaries/{id}/margin/{thread}/answers': unseen(
    `/margin/${randomUUID()}/answers`,
    { body: 'x', key: randomUUID() },
    margins,
  ),
  'PUT /api/commentaries/{id}/margin/{thread}/settlement': unseen(
    `/margin/${randomUUID()}/settlement`,
    { settled: true },
    margins,
  ),
  'PUT /api/commentaries/{id}/margin-notes/{note}': unseen(
    `/margin-notes/${randomUUID()}`,
    { body: 'x', version: 1 },
    margins,
  ),
  'PUT /api/commentaries/{id}/margin-notes/{note}/removal': unseen(
    `/margin-notes/${randomUUID()}/removal`,
    { removed: true },
    margins,
  ),
  'GET /api/editors': forAdministrators('/api/editors', [undefined, 200]),
  'POST /api/editors': forAdministrators('/api/editors', [{ who: 'nobody.at.all' }, 422]),
  'DELETE /api/editors/{id}': forAdministrators(`/api/editors/${randomUUID()}`, [undefined, 404]),
} satisfies Record<string, Rule>;
