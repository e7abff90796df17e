import { randomUUID } from 'node:crypto';
import { assignmentForm } from '../support/index.ts';
import { silent, type Rule } from './rule.ts';

const silence = silent('it says what a class is set and how much of it is done, and no note');
const outsiders = 'To whoever is not in a class nothing is set in it, administrators included.';
const id = randomUUID();

const unseen = (of: 'classes' | 'assignments', suffix: string, payload?: object): Rule => ({
  policy: outsiders,
  request: () => ({
    url: `/api/${of}/${id}${suffix}`,
    ...(payload === undefined ? {} : { payload: { ...payload } }),
  }),
  statuses: [401, 404, 404, 404],
  tells: silence,
});

const extension = `/extensions/${randomUUID()}`;
const until = { due: '2030-01-01T00:00:00Z', closes: null };

export const assignmentsRules = {
  'GET /api/classes/{id}/assignments': unseen('classes', '/assignments'),
  'POST /api/classes/{id}/assignments': unseen('classes', '/assignments', assignmentForm()),
  'GET /api/classes/{id}/mine': unseen('classes', '/mine'),
  'GET /api/classes/{id}/term': unseen('classes', '/term'),
  'PUT /api/classes/{id}/term': unseen('classes', '/term', { changes: [], made: [], try: false }),
  'GET /api/classes/{id}/mine/notes': {
    ...unseen('classes', '/mine/notes'),
    tells: silent('it tells whoever asks of what they wrote themselves, which its own test proves'),
  },
  'GET /api/assignments/{id}': unseen('assignments', ''),
  'PUT /api/assignments/{id}': unseen('assignments', '', { ...assignmentForm(), version: 1 }),
  'DELETE /api/assignments/{id}': unseen('assignments', ''),
  'PUT /api/assignments/{id}/publication': unseen('assignments', '/publication', {
    published: true,
    version: 1,
  }),
  'GET /api/assignments/{id}/mine': unseen('assignments', '/mine'),
  'GET /api/assignments/{id}/students': unseen('assignments', '/students'),
  'GET /api/assignments/{id}/extensions': unseen('assignments', '/extensions'),
  'PUT /api/assignments/{id}/extensions/{person}': unseen('assignments', extension, until),
  'DELETE /api/assignments/{id}/extensions/{person}': unseen('assignments', extension),
  'GET /api/assignments/{id}/openings': unseen('assignments', '/openings'),
  'POST /api/assignments/{id}/openings': unseen('assignments', '/openings', {
    clauses: 'all',
    to: { kind: 'all' },
  }),
} satisfies Record<string, Rule>;
