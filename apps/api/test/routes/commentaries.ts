import { randomUUID } from 'node:crypto';
import { inAssignment, open, reads, silent, type Rule } from './rule.ts';

const silence = silent('it tells of commentaries at work, and of no notes');
const id = randomUUID();
const words = { label: '', title: '', body: 'An entry', places: [] };

const unseen = (suffix: string, payload?: Record<string, unknown>): Rule => ({
  policy: 'To whoever does not write it there is no commentary at work, administrators included.',
  request: () => ({
    url: `/api/commentaries/${id}${suffix}`,
    ...(payload === undefined ? {} : { payload }),
  }),
  statuses: [401, 404, 404, 404],
  tells: silence,
});
const told = silent('it tells of what was published, and of no notes');
const published = (url: string): Rule => ({
  ...open(url, 'Everyone reads what was published of a commentary.'),
  tells: told,
});
const slug = 'ncss-2016-textual-notes';
const part = `/parts/${randomUUID()}`;
const takenDown = { notice: 'Gone', reason: 'Law', seen: null };
const work = `/bibliography/${randomUUID()}`;
const author = `/authors/${randomUUID()}`;

export const commentariesRules = {
  'GET /api/commentaries': {
    policy: 'Everybody with an account has a list of the commentaries they write.',
    request: () => ({ url: '/api/commentaries' }),
    statuses: [401, 200, 200, 200],
    tells: silence,
  },
  'POST /api/commentaries': {
    policy: 'Any member may begin a commentary.',
    request: () => ({
      url: '/api/commentaries',
      payload: {
        work: 'ncss-2016',
        slug: `c${randomUUID()}`,
        title: 'Notes on the strategy',
        language: 'en',
      },
    }),
    statuses: [401, 201, 201, 201],
    tells: silence,
  },
  'GET /api/releases/{slug}/copies': {
    policy: 'Any member may ask whether they may begin a commentary from a release.',
    request: () => ({ url: `/api/releases/${slug}/copies` }),
    statuses: [401, 200, 200, 200],
    tells: told,
  },
  'POST /api/releases/{slug}/copies': {
    policy: 'Any member may begin a commentary from a release whose licence lets them.',
    request: () => ({
      url: `/api/releases/${slug}/copies`,
      payload: { number: '1.0', slug: `c${randomUUID()}`, title: 'Mine', key: randomUUID() },
    }),
    statuses: [401, 201, 201, 201],
    tells: told,
  },
  'GET /api/commentaries/{id}': unseen(''),
  'PUT /api/commentaries/{id}': unseen('', {
    ...{ title: 'Mine', subtitle: '', abstract: '', language: 'en', licence: null },
    ...{ interests: '', contributors: [], version: 1 },
  }),
  'PUT /api/commentaries/{id}/removal': unseen('/removal', { removed: true }),
  'POST /api/commentaries/{id}/authors': unseen('/authors', { handle: 'somebody' }),
  'PUT /api/commentaries/{id}/authors/{person}': unseen(author, { role: 'lead' }),
  'DELETE /api/commentaries/{id}/authors/{person}': unseen(author),
  'POST /api/commentaries/{id}/acceptance': unseen('/acceptance'),
  'POST /api/commentaries/{id}/order': unseen('/order'),
  'POST /api/commentaries/{id}/parts': unseen('/parts', {
    ...words,
    kind: 'introduction',
    key: randomUUID(),
  }),
  'GET /api/commentaries/{id}/proof': unseen('/proof'),
  'GET /api/commentaries/{id}/parts/{part}': unseen(part),
  'PUT /api/commentaries/{id}/parts/{part}': unseen(part, { ...words, version: 1 }),
  'PUT /api/commentaries/{id}/parts/{part}/position': unseen(`${part}/position`, { before: null }),
  'PUT /api/commentaries/{id}/parts/{part}/removal': unseen(`${part}/removal`, { removed: true }),
  'GET /api/commentaries/{id}/parts/{part}/revisions': unseen(`${part}/revisions`),
  'POST /api/commentaries/{id}/parts/{part}/restoration': unseen(`${part}/restoration`, {
    number: 1,
    version: 1,
  }),
  'GET /api/commentaries/{id}/bibliography': unseen('/bibliography'),
  'POST /api/commentaries/{id}/bibliography': unseen('/bibliography', {
    ...{ text: '@book{x, title = {X}}', choices: [] },
  }),
  'POST /api/commentaries/{id}/bibliography/preview': unseen('/bibliography/preview', {
    text: '@book{x, title = {X}}',
  }),
  'GET /api/commentaries/{id}/bibliography/{item}': unseen(work),
  'PUT /api/commentaries/{id}/bibliography/{item}': unseen(work, {
    ...{ key: 'x', item: { type: 'book', title: 'X' }, version: 1 },
  }),
  'PUT /api/commentaries/{id}/bibliography/{item}/removal': unseen(`${work}/removal`, {
    removed: true,
  }),
  'GET /api/commentaries/{id}/docx': unseen('/docx'),
  'POST /api/commentaries/{id}/docx': unseen('/docx', { fileName: 'a.docx', file: 'SGVsbG8=' }),
  'DELETE /api/commentaries/{id}/docx': unseen('/docx'),
  'PUT /api/commentaries/{id}/docx/choices': unseen('/docx/choices', {
    ...{ id: randomUUID(), choices: [] },
  }),
  'POST /api/commentaries/{id}/docx/confirmation': unseen('/docx/confirmation', {
    ...{ id: randomUUID(), plan: '' },
  }),
  'GET /api/commentaries/{id}/checks': unseen('/checks'),
  'POST /api/commentaries/{id}/releases': unseen('/releases', {
    ...{ number: '1.0', change: '', seen: null },
  }),
  'PUT /api/commentaries/{id}/schedule': unseen('/schedule', {
    ...{ number: '1.0', change: '', seen: null, zone: 'UTC' },
    at: '2100-01-01T00:00:00.000000Z',
  }),
  'GET /api/commentaries/{id}/promotions': unseen('/promotions'),
  'POST /api/commentaries/{id}/promotions': unseen('/promotions', {
    ...{ annotation: randomUUID(), message: '' },
  }),
  'DELETE /api/commentaries/{id}/promotions/{promotion}': unseen(`/promotions/${randomUUID()}`),
  'GET /api/promotions': {
    policy: 'Everybody with an account has a list of what commentaries ask them for.',
    request: () => ({ url: '/api/promotions' }),
    statuses: [401, 200, 200, 200],
    tells: silent('it tells of the asker’s own notes'),
  },
  'PUT /api/promotions/{id}/answer': {
    policy: 'Nobody but who wrote a note says whether it may be quoted.',
    request: () => ({
      url: `/api/promotions/${randomUUID()}/answer`,
      payload: { answer: 'refuse' },
    }),
    statuses: [401, 404, 404, 404],
    tells: silent('it is about the asker’s own note'),
  },
  'POST /api/commentaries/{id}/retraction': unseen('/retraction', takenDown),
  'POST /api/commentaries/{id}/withdrawal': unseen('/withdrawal', takenDown),
  'GET /api/works/{slug}/commentaries': published('/api/works/ncss-2016/commentaries'),
  'GET /api/works/{slug}/entries': published('/api/works/ncss-2016/entries?at=4.3'),
  'GET /api/releases': published('/api/releases'),
  'GET /api/releases/{slug}': published(`/api/releases/${slug}`),
  'GET /api/releases/{slug}/document': published(`/api/releases/${slug}/document`),
  'GET /api/releases/{slug}/files': published(`/api/releases/${slug}/files`),
  'GET /api/releases/{slug}/files/{format}': published(
    `/api/releases/${slug}/files/w3c?number=1.0`,
  ),
  'GET /api/releases/{slug}/difference': published(
    `/api/releases/${slug}/difference?from=1.0&to=1.0`,
  ),
  'GET /api/releases/{slug}/parts': published(`/api/releases/${slug}/parts?number=1.0`),
  'GET /api/releases/{slug}/parts/{n}': published(`/api/releases/${slug}/parts/1`),
  'GET /api/releases/{slug}/entries/{label}': published(`/api/releases/${slug}/entries/T1`),
  'GET /api/releases/{slug}/entries/{label}/threads': {
    ...open(
      `/api/releases/${slug}/entries/T1/threads`,
      'Everyone reads what is said in public about an entry.',
    ),
    tells: reads(['list'], ({ assignment }) => [
      ...inAssignment(assignment, `/api/releases/${slug}/entries/T1/threads?limit=100`),
      `/api/releases/${slug}/entries/T1/threads`,
      `/api/releases/${slug}/entries/T1/threads?number=1.0`,
    ]),
  },
  'GET /api/releases/{slug}/entries/{label}/card': published(
    `/api/releases/${slug}/entries/T1/card`,
  ),
} satisfies Record<string, Rule>;
