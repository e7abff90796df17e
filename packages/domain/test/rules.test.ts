import { describe, expect, test } from 'vitest';
import {
  abilities,
  annotationStates,
  can,
  canOnSite,
  keepsAllPublicNotes,
  keepsPublicNotes,
  moderates,
  readsBody,
  seesLayer,
  siteRoleNames,
  visitor,
  type Actor,
  type Layer,
} from '../src/index.ts';

const actors = {
  visitor,
  author: { personId: 'author', roles: [] },
  starter: { personId: 'starter', roles: [] },
  other: { personId: 'other', roles: [] },
  administrator: { personId: 'admin', roles: ['administrator'] },
  moderator: { personId: 'moderator', roles: ['moderator'] },
  moderatorHere: { personId: 'here', roles: ['moderator:1'] },
  moderatorElsewhere: { personId: 'elsewhere', roles: ['moderator:11'] },
} as const satisfies Record<string, Actor>;
type ActorName = keyof typeof actors;

const publicLayer: Layer = { kind: 'public', ownerId: null };
const notebook: Layer = { kind: 'notebook', ownerId: 'author' };

const everyone = Object.keys(actors) as ActorName[];
const members = everyone.filter((name) => name !== 'visitor');
/** Who keeps the public notes of work 1 in order. */
const staff: readonly ActorName[] = ['administrator', 'moderator', 'moderatorHere'];

/** The states in which a note is in nobody's hands but its author's and the queue's. */
const waiting = (who: readonly ActorName[]) => ({ held: who, returned: who, refused: who });

/** Who has an ability on a public note by `author` in a thread by `starter`, state by state. */
const publicMatrix: Record<string, Record<string, readonly ActorName[]>> = {
  // Any member opens a thread; the state of a note has no say in it.
  'start-thread': {
    ...waiting(members),
    published: members,
    hidden: members,
    deleted: members,
    erased: members,
  },
  // A tombstone takes no new replies.
  reply: {
    ...waiting([]),
    published: members,
    hidden: [],
    deleted: [],
    erased: [],
  },
  // Only the author changes the words, also while they are withheld.
  edit: {
    ...waiting(['author']),
    published: ['author'],
    hidden: ['author'],
    deleted: [],
    erased: [],
  },
  delete: {
    ...waiting(['author']),
    published: ['author'],
    hidden: ['author'],
    deleted: [],
    erased: [],
  },
  restore: { ...waiting([]), published: [], hidden: [], deleted: ['author'], erased: [] },
  // Earlier revisions are read by whoever reads the note.
  'read-history': {
    ...waiting(['author']),
    published: everyone,
    hidden: ['author', ...staff],
    deleted: ['author'],
    erased: [],
  },
  // The words of an earlier revision are taken away by their author, or by the layer's staff.
  'withdraw-revision': {
    ...waiting([]),
    published: ['author', ...staff],
    hidden: ['author', ...staff],
    deleted: [],
    erased: [],
  },
  // The layer's staff withholds and shows again.
  hide: { ...waiting([]), published: staff, hidden: [], deleted: [], erased: [] },
  unhide: { ...waiting([]), published: [], hidden: staff, deleted: [], erased: [] },
  // Another's note was useful, or was not: nobody says so of their own.
  // Whoever else reads a note reads nothing of what was decided on it.
  'read-decisions': {
    ...waiting(['author', ...staff]),
    published: ['author', ...staff],
    hidden: ['author', ...staff],
    deleted: [],
    erased: [],
  },
  'mark-useful': {
    ...waiting([]),
    published: members.filter((name) => name !== 'author'),
    hidden: [],
    deleted: [],
    erased: [],
  },
  // One's own words can be written again elsewhere while they stand.
  copy: { ...waiting([]), published: ['author'], hidden: [], deleted: [], erased: [] },
  // Everybody but its author reports a note that everybody reads.
  flag: {
    ...waiting([]),
    published: members.filter((name) => name !== 'author'),
    hidden: [],
    deleted: [],
    erased: [],
  },
  // The one who opened the thread takes it elsewhere, whatever state its root is in.
  move: {
    ...waiting(['starter']),
    published: ['starter'],
    hidden: ['starter'],
    deleted: ['starter'],
    erased: ['starter'],
  },
  // The one who opened the thread and the staff settle it.
  resolve: {
    ...waiting(['starter', ...staff]),
    published: ['starter', ...staff],
    hidden: ['starter', ...staff],
    deleted: ['starter', ...staff],
    erased: ['starter', ...staff],
  },
};

test('the matrix names every ability', () => {
  expect(Object.keys(publicMatrix).sort()).toEqual([...abilities].sort());
});

describe.each(abilities)('%s in the public layer', (ability) => {
  test.each(annotationStates)('%s', (state) => {
    const subject = {
      layer: publicLayer,
      workId: 1,
      threadAuthorId: 'starter',
      authorId: 'author',
      state,
      othersWrote: false,
    };
    const allowed = everyone.filter((name) => can(actors[name], ability, subject));
    expect(allowed).toEqual(publicMatrix[ability]?.[state]);
  });
});

describe.each(abilities)('%s in a notebook', (ability) => {
  test.each(annotationStates)('%s: never anyone but its owner', (state) => {
    const subject = {
      layer: notebook,
      workId: 1,
      threadAuthorId: 'author',
      authorId: 'author',
      state,
      othersWrote: false,
    };
    const allowed = everyone.filter((name) => can(actors[name], ability, subject));
    expect(allowed.filter((name) => name !== 'author')).toEqual([]);
  });
});

test('a thread in which others wrote is moved by nobody', () => {
  for (const layer of [publicLayer, notebook]) {
    const subject = {
      layer,
      workId: 1,
      threadAuthorId: 'author',
      authorId: 'author',
      state: 'published',
      othersWrote: true,
    } as const;
    expect(everyone.filter((name) => can(actors[name], 'move', subject))).toEqual([]);
  }
});

test('a notebook is seen by its owner alone, and not by an administrator', () => {
  expect(everyone.filter((name) => seesLayer(actors[name], notebook))).toEqual(['author']);
  expect(everyone.filter((name) => seesLayer(actors[name], publicLayer))).toEqual(everyone);
});

test.each([
  ['published', everyone],
  ['hidden', ['author', ...staff]],
  ['deleted', ['author']],
  ['erased', []],
] as const)('words of a %s public note', (state, expected) => {
  const row = {
    layer: publicLayer,
    workId: 1,
    workStanding: 'public',
    authorId: 'author',
  } as const;
  expect(everyone.filter((name) => readsBody(actors[name], row, state))).toEqual(expected);
  const gone = { ...row, workStanding: 'withdrawn' } as const;
  expect(everyone.filter((name) => readsBody(actors[name], gone, state))).toEqual([]);
});

test.each(annotationStates)('words of a %s notebook note never leave the notebook', (state) => {
  const row = { layer: notebook, workId: 1, workStanding: 'private', authorId: 'author' } as const;
  const others = everyone.filter((name) => name !== 'author');
  expect(others.filter((name) => readsBody(actors[name], row, state))).toEqual([]);
});

test('the site is administered by administrators alone', () => {
  expect(everyone.filter((name) => canOnSite(actors[name], 'administer'))).toEqual([
    'administrator',
  ]);
  expect(everyone.filter((name) => canOnSite(actors[name], 'have-account'))).toEqual(members);
});

test('to the queue comes whoever moderates any work', () => {
  expect(everyone.filter((name) => canOnSite(actors[name], 'moderate'))).toEqual([
    ...staff,
    'moderatorElsewhere',
  ]);
});

test('a work is moderated by its moderators and by those of all works, not by the administrator as such', () => {
  expect(everyone.filter((name) => moderates(actors[name], 1))).toEqual([
    'moderator',
    'moderatorHere',
  ]);
  expect(everyone.filter((name) => moderates(actors[name], 11))).toEqual([
    'moderator',
    'moderatorElsewhere',
  ]);
});

test('public notes of a work are kept by its staff, those of all works by whoever moderates all', () => {
  expect(everyone.filter((name) => keepsPublicNotes(actors[name], 1))).toEqual(staff);
  expect(everyone.filter((name) => keepsAllPublicNotes(actors[name]))).toEqual([
    'administrator',
    'moderator',
  ]);
});

test('what somebody is here is told without the works', () => {
  expect(members.map((name) => siteRoleNames(actors[name]))).toEqual([
    [],
    [],
    [],
    ['administrator'],
    ['moderator'],
    ['moderator'],
    ['moderator'],
  ]);
  expect(siteRoleNames({ personId: 'both', roles: ['moderator:2', 'administrator'] })).toEqual([
    'administrator',
    'moderator',
  ]);
});

test('who keeps notes in order neither hides a note of their own nor shows it again', () => {
  const own = {
    layer: publicLayer,
    workId: 1,
    threadAuthorId: 'starter',
    authorId: 'moderator',
    othersWrote: true,
  };
  expect(can(actors.moderator, 'hide', { ...own, state: 'published' })).toBe(false);
  expect(can(actors.moderator, 'unhide', { ...own, state: 'hidden' })).toBe(false);
  expect(can(actors.administrator, 'unhide', { ...own, state: 'hidden' })).toBe(true);
});
