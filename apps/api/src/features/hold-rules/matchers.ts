import { compileWords, type WordList, type WordMatcher } from '@glossator/domain';
import { LRUCache } from 'lru-cache';
import type { Db, Statement } from '../../db/client.ts';
import { foldHan } from '../../fold-han.ts';

/** Which lists hold on a work, and in which version. */
export interface ListVersion {
  readonly id: string;
  readonly version: number;
}

/** $1 lists. Primary key. */
export const wordsOfLists: Statement = {
  name: 'words-of-lists',
  text: `
    select id, version, name, words, is_told as "isTold", holds_in_publish as "holdsInPublish"
    from word_list where id = any($1::uuid[]) order by work_id nulls last, name, id`,
};

// Making two thousand words ready takes as long as twenty requests; they seldom change.
const ready = new LRUCache<string, WordMatcher>({ maxSize: 200_000 });
const nothing = compileWords([]);

const keyOf = (lists: readonly ListVersion[]): string =>
  lists
    .map(({ id, version }) => `${id}:${String(version)}`)
    .toSorted()
    .join();

/** The words of these lists, made ready once for each of their versions. */
export async function matcherOf(db: Db, lists: readonly ListVersion[]): Promise<WordMatcher> {
  if (lists.length === 0) return nothing;
  const key = keyOf(lists);
  const known = ready.get(key);
  if (known !== undefined) return known;
  const rows = await db.rows<WordList & ListVersion & Record<string, unknown>>(wordsOfLists, [
    lists.map(({ id }) => id),
  ]);
  const matcher = compileWords(
    rows.map(({ id, name, words: own, isTold, holdsInPublish }) => ({
      id,
      name,
      words: own,
      isTold,
      holdsInPublish,
    })),
    foldHan,
  );
  const size = rows.reduce((sum, row) => sum + row.words.length, 1);
  // A list may have changed since its version was read: it is remembered as what it is now.
  ready.set(keyOf(rows), matcher, { size });
  return matcher;
}
