import { expect } from 'vitest';
import type { Person, TestApp } from '../support/index.ts';

export const actors = ['visitor', 'stranger', 'author', 'administrator'] as const;
export type ActorName = (typeof actors)[number];

/** Statuses in the order of `actors`. */
type Statuses = readonly [visitor: number, stranger: number, author: number, administrator: number];

export interface Cell {
  readonly url: string;
  readonly payload?: Record<string, unknown>;
  /** Asked by a program of theirs, not by a page. */
  readonly byToken?: true;
}
export interface World {
  readonly site: TestApp;
  /** A public thread the author has just opened, for this one request. */
  readonly thread: string;
  readonly note: string;
  readonly author: Person;
  readonly who: Person | null;
}

/** Where a note stands that some reader must not learn of. */
export interface Where {
  /** The clause, and the part of the work around it. */
  readonly at: string;
  readonly section: string;
  readonly thread: string;
  readonly note: string;
  readonly author: Person;
  /** The assignment that it is written in. */
  readonly assignment?: string;
}

/** The same address inside the assignment, where there is one. */
export const inAssignment = (
  assignment: string | undefined,
  ...urls: readonly string[]
): string[] =>
  assignment === undefined ? [] : urls.map((url) => `${url}&assignment=${assignment}`);

/** Every way by which somebody could learn of a note. A route that tells of notes is of one or more. */
export const pathClasses = {
  list: 'notes and threads one after another',
  single: 'one note or thread by its id, and its history',
  count: 'how many there are',
  heat: 'where they stand along the text',
  search: 'what is found, and by what facets',
  snippet: 'the words around what is found',
  completion: 'notes, people and tags that complete what is typed',
  card: 'what a reference shows before it is followed',
  feed: 'Atom and JSON Feed',
  export: 'what is written out to a file',
  notice: 'what one is told of, and how much is unread',
  mail: 'letters, to oneself or in the outbox',
  live: 'the stream of changes, and who is writing',
  container: 'the Web Annotation container',
  queue: 'what moderators have to decide',
  tag: 'entity tags, and the dates beside them',
} as const;
export type PathClass = keyof typeof pathClasses;

/** How a note could be learnt of by a route. */
export type Tells =
  /** Says nothing of anybody's notes but the asker's own, because … */
  | { readonly kind: 'silent'; readonly because: string }
  /** Addresses to read: their answers must not differ by a note that the reader may not see. */
  | {
      readonly kind: 'reads';
      readonly as: readonly PathClass[];
      readonly urls: (where: Where) => readonly string[];
    }
  /** Tells of notes by other means than an answer; the leak test listens there. */
  | { readonly kind: 'streams'; readonly as: readonly PathClass[] }
  /** What a hand could try on the note: answered as for a note that never was. */
  | { readonly kind: 'acts'; readonly request: (where: Where) => Cell };

export const silent = (because: string): Tells => ({ kind: 'silent', because });
export const reads = (
  as: readonly PathClass[],
  urls: (where: Where) => readonly string[],
): Tells => ({ kind: 'reads', as, urls });
export const streams = (...as: readonly PathClass[]): Tells => ({ kind: 'streams', as });
export const acts = (request: (where: Where) => Cell): Tells => ({ kind: 'acts', request });

/** One route: who may use it, and what it could tell of notes. */
export interface Rule {
  /** The sentence of policy that the row proves. */
  readonly policy: string;
  readonly request: (world: World) => Cell | Promise<Cell>;
  readonly statuses: Statuses;
  /** What must hold before the request, where a fresh public note is not enough. */
  readonly before?: (world: World) => Promise<void>;
  readonly tells: Tells;
}
type Access = Omit<Rule, 'tells'>;

export const open = (url: string, policy = 'Everyone reads what is public.'): Access => ({
  policy,
  request: () => ({ url }),
  statuses: [200, 200, 200, 200],
});
export const administered = (url: string): Access => ({
  policy: 'Only an administrator sees or sets how the site is run; others learn nothing of it.',
  request: () => ({ url }),
  statuses: [401, 403, 403, 200],
});
export const onNote = (
  suffix: string,
  policy: string,
  statuses: Statuses,
  payload?: () => Record<string, unknown>,
): Access => ({
  policy,
  statuses,
  request: ({ note }) => ({
    url: `/api/annotations/${note}${suffix}`,
    ...(payload === undefined ? {} : { payload: payload() }),
  }),
});

export const asAuthor = (method: 'DELETE' | 'POST', suffix: string) => async (world: World) => {
  const url = `/api/annotations/${world.note}${suffix}`;
  expect((await world.site.as(world.author, method, url)).statusCode).toBe(200);
};
