import { describe, expect, test } from 'vitest';
import {
  abilities,
  annotationStates,
  can,
  canOnSite,
  readsBody,
  seesLayer,
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
} as const satisfies Record<string, Actor>;
type ActorName = keyof typeof actors;

const publicLayer: Layer = { kind: 'public', ownerId: null };
const notebook: Layer = { kind: 'notebook', ownerId: 'author' };

const everyone = Object.keys(actors) as ActorName[];

/** Who has an ability on a public note by `author` in a thread by `starter`, state by state. */
const publicMatrix: Record<string, Record<string, readonly ActorName[]>> = {
  // Any member opens a thread; the state of a note has no say in it.
  'start-thread': {
    published: ['author', 'starter', 'other', 'administrator'],
    hidden: ['author', 'starter', 'other', 'administrator'],
    deleted: ['author', 'starter', 'other', 'administrator'],
    erased: ['author', 'starter', 'other', 'administrator'],
  },
  // A tombstone takes no new replies.
  reply: {
    published: ['author', 'starter', 'other', 'administrator'],
    hidden: [],
    deleted: [],
    erased: [],
  },
  // Only the author changes the words, also while they are withheld.
  edit: { published: ['author'], hidden: ['author'], deleted: [], erased: [] },
  delete: { published: ['author'], hidden: ['author'], deleted: [], erased: [] },
  restore: { published: [], hidden: [], deleted: ['author'], erased: [] },
  // Earlier revisions are read by whoever reads the note.
  'read-history': {
    published: everyone,
    hidden: ['author', 'administrator'],
    deleted: ['author'],
    erased: [],
  },
  // The words of an earlier revision are taken away by their author, or by the layer's staff.
  'withdraw-revision': {
    published: ['author', 'administrator'],
    hidden: ['author', 'administrator'],
    deleted: [],
    erased: [],
  },
  // The layer's staff withholds and shows again.
  hide: { published: ['administrator'], hidden: [], deleted: [], erased: [] },
  unhide: { published: [], hidden: ['administrator'], deleted: [], erased: [] },
  // One's own words can be written again elsewhere while they stand.
  copy: { published: ['author'], hidden: [], deleted: [], erased: [] },
  // The one who opened the thread takes it elsewhere, whatever state its root is in.
  move: {
    published: ['starter'],
    hidden: ['starter'],
    deleted: ['starter'],
    erased: ['starter'],
  },
  // The one who opened the thread and the staff settle it.
  resolve: {
    published: ['starter', 'administrator'],
    hidden: ['starter', 'administrator'],
    deleted: ['starter', 'administrator'],
    erased: ['starter', 'administrator'],
  },
};

test('the matrix names every ability', () => {
  expect(Object.keys(publicMatrix).sort()).toEqual([...abilities].sort());
});

describe.each(abilities)('%s in the public layer', (ability) => {
  test.each(annotationStates)('%s', (state) => {
    const subject = {
      layer: publicLayer,
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
  ['hidden', ['author', 'administrator']],
  ['deleted', ['author']],
  ['erased', []],
] as const)('words of a %s public note', (state, expected) => {
  const row = { layer: publicLayer, authorId: 'author' };
  expect(everyone.filter((name) => readsBody(actors[name], row, state))).toEqual(expected);
});

test.each(annotationStates)('words of a %s notebook note never leave the notebook', (state) => {
  const row = { layer: notebook, authorId: 'author' };
  const others = everyone.filter((name) => name !== 'author');
  expect(others.filter((name) => readsBody(actors[name], row, state))).toEqual([]);
});

test('the site is administered by administrators alone', () => {
  expect(everyone.filter((name) => canOnSite(actors[name], 'administer'))).toEqual([
    'administrator',
  ]);
  expect(everyone.filter((name) => canOnSite(actors[name], 'have-account'))).toEqual([
    'author',
    'starter',
    'other',
    'administrator',
  ]);
});
