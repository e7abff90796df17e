import { makeDb, makeTextRelease } from '@glossator/api/release-making';
import type pg from 'pg';
import { changed, edition } from './written-on.ts';

/** Another form of the longest word around the middle of the sentence that stands in it once. */
async function correction(client: pg.Client) {
  const { rows } = await client.query<{ reading: string }>(
    `select g.reading from segment_text g
     join unit u on u.uid = g.uid and u.path = $2
     join edition_version v on v.id = g.version_id and v.edition_id = $1 order by v.ord desc limit 1`,
    [edition, changed],
  );
  const reading = rows[0]?.reading ?? '';
  const words = reading.split(/[^\p{L}]+/u).filter((word) => reading.split(word).length === 2);
  const before = words
    .slice(words.length / 3, (2 * words.length) / 3)
    .toSorted((left, right) => right.length - left.length)[0];
  if (before === undefined) throw new Error(`nothing to correct in ${changed}`);
  return {
    ...({ kind: 'correct', path: changed, before, after: `${before}s` } as const),
    ...({ cause: 'translator', certainty: 'high', settles: [] } as const),
    ...{ note: { en: 'Another form.' }, evidence: [{ en: 'It is only measured.' }] },
  };
}

/** Makes a version in which one sentence is corrected, as the site does. */
const release = async (client: pg.Client): Promise<unknown> =>
  makeTextRelease(makeDb(client), {
    ...{ edition, changes: [await correction(client)], change: {}, number: null, by: null },
  });

/**
 * The least that it takes to write what a release writes of notes: a row and a place for each that stands
 * on the changed sentence, copied from where it stands. No text is read and nothing decided.
 */
async function write(client: pg.Client): Promise<void> {
  const on = `thread_locus c join unit u on u.uid = c.uid and u.path = $1
    join edition_version v on v.id = c.version_id and v.edition_id = $2`;
  await client.query(
    `insert into thread_fate (thread_id, version_id, base_id, outcome, reason, from_uid, to_uid)
     select c.thread_id, c.version_id, c.version_id, 'marked', 'words-stand', c.uid, c.uid from ${on}`,
    [changed, edition],
  );
  await client.query(
    `insert into fate_locus (thread_id, version_id, side, n, text_version_id, uid, start_at, end_at,
       exact, prefix, suffix)
     select c.thread_id, c.version_id, 'new', 1, c.version_id, c.uid, c.start_at, c.end_at, c.exact,
       c.prefix, c.suffix from ${on}`,
    [changed, edition],
  );
}

export const tasks = { release, write } as const;
export type Task = keyof typeof tasks;
