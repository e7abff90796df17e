import type {
  SearchCompletion,
  SearchCompletionQuery,
  SearchCompletions,
} from '@glossator/contract';
import { handleKey, tagKey } from '@glossator/domain';
import { actorValues } from '../../db/visibility.ts';
import type { Viewer } from '../../plugins/session.ts';
import { requireWork } from '../works/text-store.ts';
import type { ReferenceDeps } from './cards.ts';
import { clausesAt } from './complete.ts';
import {
  peopleAnywhere,
  peopleHere,
  peopleNamed,
  tagsAnywhere,
  tagsHere,
  worksNamed,
} from './statements.ts';

const most = 8;

type Complete = (
  deps: ReferenceDeps,
  viewer: Viewer,
  q: string,
  work: string | undefined,
) => Promise<SearchCompletion[]>;

const plain = (value: string, ...words: readonly string[]): SearchCompletion => ({
  value,
  words: words.map((text) => ({ lang: '', text })),
});

const workId = async ({ texts }: ReferenceDeps, viewer: Viewer, slug: string): Promise<number> =>
  (await requireWork(texts, slug, viewer)).id;

/** Who has written what the reader sees: those whose handle begins so, else who wrote last. */
const people: Complete = async (deps, viewer, q, work) => {
  const values = [...actorValues(viewer.actor), viewer.layers];
  type Row = { readonly name: string; readonly handle: string };
  const key = handleKey(q.replace(/^@/u, ''));
  const rows =
    key !== ''
      ? await deps.db.rows<Row>(peopleNamed, [...values, key, most])
      : work === undefined
        ? await deps.db.rows<Row>(peopleAnywhere, [...values, most])
        : await deps.db.rows<Row>(peopleHere, [...values, await workId(deps, viewer, work), most]);
  return rows.map(({ name, handle }) => plain(handle, name));
};

const tags: Complete = async (deps, viewer, q, work) => {
  const values = [...actorValues(viewer.actor), viewer.layers];
  const key = tagKey(q.replace(/^#/u, ''));
  const rows =
    work === undefined
      ? await deps.db.rows<{ tag: string }>(tagsAnywhere, [...values, key, most])
      : await deps.db.rows<{ tag: string }>(tagsHere, [
          ...values,
          await workId(deps, viewer, work),
          key,
          most,
        ]);
  return rows.map(({ tag }) => plain(tag));
};

const works: Complete = async ({ db }, viewer, q) => {
  const rows = await db.rows<{ slug: string; abbreviation: string }>(worksNamed, [
    q,
    most,
    viewer.works,
  ]);
  return rows.map(({ slug, abbreviation }) => plain(slug, abbreviation));
};

/** Clauses are those of a work: without one nothing is offered. */
const clauses: Complete = async (deps, viewer, q, work) => {
  if (work === undefined) return [];
  const found = await clausesAt(deps, viewer, await requireWork(deps.texts, work, viewer), q);
  return found.map(({ address, words }) => ({
    value: address,
    words: words.map(({ lang, text }) => ({ lang, text })),
  }));
};

const completions = { by: people, tag: tags, work: works, in: clauses } satisfies Record<
  SearchCompletionQuery['what'],
  Complete
>;

/** What the reader could look for: nothing of notes that they do not see. */
export async function completeSearch(
  deps: ReferenceDeps,
  viewer: Viewer,
  { what, q, work }: SearchCompletionQuery,
): Promise<SearchCompletions> {
  return { items: await completions[what](deps, viewer, q.trim(), work) };
}
