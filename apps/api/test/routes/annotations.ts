import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { acts, asAuthor, inAssignment, onNote, open, reads, silent, type Rule } from './rule.ts';
import { hideForm, replyForm, threadForm, seen } from '../support/index.ts';

export const annotationsRules = {
  'GET /api/works/{slug}/threads': {
    ...open('/api/works/ncss-2016/threads?at=4.3'),
    tells: reads(['list'], ({ at, section, thread, author, assignment }) => [
      ...inAssignment(
        assignment,
        `/api/works/ncss-2016/threads?at=${at}`,
        `/api/works/ncss-2016/threads?at=${at}&by=${author.handle}`,
        `/api/works/ncss-2016/threads?at=${section}&tag=secret`,
        `/api/works/ncss-2016/threads?at=${at}&wider=true&order=answered`,
      ),
      '/api/works/ncss-2016/threads',
      `/api/works/ncss-2016/threads?ids=${thread}`,
      `/api/works/ncss-2016/threads?at=${at}&by=${author.handle}`,
      `/api/works/ncss-2016/threads?at=${section}&kind=comment&layer=notebook`,
      `/api/works/ncss-2016/threads?at=${at}`,
      `/api/works/ncss-2016/threads?at=${section}`,
      `/api/works/ncss-2016/threads?at=${at}&wider=true`,
    ]),
  },
  'POST /api/threads': {
    policy: 'Any member opens a thread.',
    request: () => ({ url: '/api/threads', payload: threadForm('4.3.1.2') }),
    statuses: [401, 201, 201, 201],
    tells: silent('it makes the asker’s own note'),
  },
  'GET /api/threads/{id}': {
    policy: 'Everyone reads a public thread.',
    request: ({ thread }) => ({ url: `/api/threads/${thread}` }),
    statuses: [200, 200, 200, 200],
    tells: reads(['single'], ({ thread }) => [`/api/threads/${thread}`]),
  },
  'POST /api/threads/{id}/move': {
    policy: 'Only the one who opened a thread takes it elsewhere.',
    request: ({ thread }) => ({
      url: `/api/threads/${thread}/move`,
      payload: { layer: 'notebook' },
    }),
    statuses: [401, 403, 200, 403],
    tells: acts(({ thread }) => ({
      url: `/api/threads/${thread}/move`,
      payload: { layer: 'notebook' },
    })),
  },
  'POST /api/annotations/{id}/copies': {
    ...onNote(
      '/copies',
      'Only the author writes a note again elsewhere.',
      [401, 403, 201, 403],
      () => ({
        layer: 'notebook',
        key: randomUUID(),
      }),
    ),
    tells: acts(({ note }) => ({
      url: `/api/annotations/${note}/copies`,
      payload: { layer: 'notebook', key: randomUUID() },
    })),
  },
  'GET /api/threads/{id}/annotations': {
    policy: 'Everyone reads a public thread.',
    request: ({ thread }) => ({ url: `/api/threads/${thread}/annotations` }),
    statuses: [200, 200, 200, 200],
    tells: reads(['single'], ({ thread }) => [`/api/threads/${thread}/annotations`]),
  },
  'POST /api/threads/{id}/resolution': {
    policy: 'The one who opened a thread and the staff settle it.',
    request: ({ thread }) => ({
      url: `/api/threads/${thread}/resolution`,
      payload: { action: 'resolve' },
    }),
    statuses: [401, 403, 200, 200],
    tells: acts(({ thread }) => ({
      url: `/api/threads/${thread}/resolution`,
      payload: { action: 'resolve' },
    })),
  },
  'GET /api/annotations/{id}': {
    ...onNote('', 'Everyone reads a public note.', [200, 200, 200, 200]),
    tells: reads(['single'], ({ note }) => [`/api/annotations/${note}`]),
  },
  'GET /api/annotations/{id}/location': {
    ...onNote('/location', 'Everyone finds a public note.', [200, 200, 200, 200]),
    tells: reads(['single'], ({ note }) => [`/api/annotations/${note}/location`]),
  },
  'GET /api/annotations/{id}/revisions': {
    ...onNote(
      '/revisions',
      'Earlier revisions are read by whoever reads the note.',
      [200, 200, 200, 200],
    ),
    tells: reads(['single'], ({ note }) => [`/api/annotations/${note}/revisions`]),
  },
  'GET /api/annotations/{id}/revisions/{number}': {
    ...onNote(
      '/revisions/1',
      'A revision is read by whoever reads the note.',
      [200, 200, 200, 200],
    ),
    tells: reads(['single'], ({ note }) => [
      `/api/annotations/${note}/revisions/1`,
      `/api/annotations/${note}/revisions/2`,
    ]),
  },
  'POST /api/annotations/{id}/revisions/{number}/withdrawal': {
    ...onNote(
      '/revisions/1/withdrawal',
      'The author and the staff take the words of an earlier revision away.',
      [401, 403, 200, 200],
      () => ({ reason: 'Names a private person.' }),
    ),
    before: async ({ site, author, note }) => {
      const edit = { body: 'Other words', version: 1, seen };
      expect((await site.as(author, 'PUT', `/api/annotations/${note}`, edit)).statusCode).toBe(200);
    },
    tells: acts(({ note }) => ({
      url: `/api/annotations/${note}/revisions/1/withdrawal`,
      payload: { reason: 'x' },
    })),
  },
  'POST /api/annotations/{id}/replies': {
    ...onNote('/replies', 'Any member answers a public note.', [401, 201, 201, 201], () =>
      replyForm('An answer'),
    ),
    tells: acts(({ note }) => ({
      url: `/api/annotations/${note}/replies`,
      payload: replyForm('x'),
    })),
  },
  'PUT /api/annotations/{id}': {
    ...onNote(
      '',
      'Only the author changes the words, not even an administrator.',
      [401, 403, 200, 403],
      () => ({ body: 'Other words', version: 1, seen }),
    ),
    tells: acts(({ note }) => ({
      url: `/api/annotations/${note}`,
      payload: { body: 'x', version: 1, seen },
    })),
  },
  'DELETE /api/annotations/{id}': {
    ...onNote(
      '',
      'Only the author takes a note away; staff withholds, with a reason.',
      [401, 403, 200, 403],
    ),
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}` })),
  },
  'GET /api/waiting': {
    policy: 'A member lists what of their own waits or was handed back.',
    request: () => ({ url: '/api/waiting' }),
    statuses: [401, 200, 200, 200],
    tells: reads(['list'], () => ['/api/waiting']),
  },
  'DELETE /api/annotations/{id}/proposal': {
    ...onNote('/proposal', 'Only the author takes an edit back that waits.', [401, 403, 200, 403]),
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/proposal` })),
  },
  'POST /api/annotations/{id}/restore': {
    ...onNote('/restore', 'Only the author takes a deletion back.', [401, 403, 200, 403]),
    before: asAuthor('DELETE', ''),
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/restore` })),
  },
  'POST /api/annotations/{id}/hide': {
    ...onNote('/hide', 'The staff withholds.', [401, 403, 403, 200], () => ({
      code: 'personal-data',
      reason: 'Names a private person.',
    })),
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/hide`, payload: hideForm() })),
  },
  'PUT /api/annotations/{id}/useful': {
    ...onNote('/useful', 'Any member says that another’s note was useful.', [401, 200, 403, 200]),
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/useful` })),
  },
  'DELETE /api/annotations/{id}/useful': {
    ...onNote('/useful', 'Whoever may say so takes it back.', [401, 200, 403, 200]),
    tells: acts(({ note }) => ({ url: `/api/annotations/${note}/useful` })),
  },
  'GET /api/account/useful-marks': {
    policy: 'What was useful to somebody is theirs alone to read.',
    request: () => ({ url: '/api/account/useful-marks' }),
    statuses: [401, 200, 200, 200],
    tells: reads(['list'], () => ['/api/account/useful-marks']),
  },
  'POST /api/annotations/{id}/unhide': {
    ...onNote('/unhide', 'The staff shows again.', [401, 403, 403, 200], () => ({
      reason: 'A mistake.',
    })),
    before: async ({ site, note }) => {
      const staff = await site.addPerson({ administrator: true });
      await site.as(staff, 'POST', `/api/annotations/${note}/hide`, hideForm());
    },
    tells: acts(({ note }) => ({
      url: `/api/annotations/${note}/unhide`,
      payload: { reason: 'x' },
    })),
  },
} satisfies Record<string, Rule>;
