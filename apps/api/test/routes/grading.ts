import { randomUUID } from 'node:crypto';
import { silent, type Rule } from './rule.ts';

const silence = silent(
  'it tells those who teach a class of its own notes, which the gate and the tests of grading prove',
);
const outsiders = 'To whoever is not in a class it has no assignment, administrators included.';
const id = randomUUID();
const student = randomUUID();

const unseen = (suffix: string, payload?: Record<string, unknown>): Rule => ({
  policy: outsiders,
  request: () => ({
    url: `/api/assignments/${id}${suffix}`,
    ...(payload === undefined ? {} : { payload }),
  }),
  statuses: [401, 404, 404, 404],
  tells: silence,
});
const book = (suffix: string): Rule => ({
  ...unseen(''),
  request: () => ({ url: `/api/classes/${id}/${suffix}` }),
});
const judging = { version: 0, chosen: [], newRubric: false, comment: '', override: null };

export const gradingRules = {
  'GET /api/assignments/{id}/grades': unseen('/grades'),
  'PUT /api/assignments/{id}/rubric': unseen('/rubric', { rubric: null, version: 0 }),
  'PUT /api/assignments/{id}/release-time': unseen('/release-time', { at: null, version: 0 }),
  'POST /api/assignments/{id}/release': unseen('/release', { students: null }),
  'POST /api/assignments/{id}/release/undo': unseen('/release/undo', { students: null }),
  'GET /api/assignments/{id}/grades/{student}': unseen(`/grades/${student}`),
  'PUT /api/assignments/{id}/grades/{student}': unseen(`/grades/${student}`, judging),
  'POST /api/assignments/{id}/grades/{student}/contests/{contest}/answer': unseen(
    `/grades/${student}/contests/${randomUUID()}/answer`,
    { answer: 'stands', words: 'x', hundredths: null },
  ),
  'GET /api/assignments/{id}/result': unseen('/result'),
  'POST /api/assignments/{id}/result/contests': unseen('/result/contests', {
    line: 'set',
    words: 'x',
  }),
  'GET /api/assignments/{id}/gradebook': unseen('/gradebook'),
  'GET /api/assignments/{id}/gradebook/file': unseen('/gradebook/file'),
  'GET /api/classes/{id}/grades': book('grades'),
  'GET /api/classes/{id}/gradebook': book('gradebook'),
  'GET /api/classes/{id}/gradebook/file': book('gradebook/file'),
} satisfies Record<string, Rule>;
