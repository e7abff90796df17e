import { findable } from '@glossator/api/hot-statements';
import type pg from 'pg';

/** What stands in a hundred notes of a populated database, and in no others. */
export const rare = {
  word: 'estoppel',
  hanzi: '衡平',
  /** Each of its words stands in many notes. */
  phrase: 'margin of appreciation',
} as const;
/** Two hanzi that stand in most notes. */
export const common = '网络';

/** Bodies that are made and given out; the last three hold what is rare. */
export const bodies = { plain: 1_000, word: 1_000, hanzi: 1_001, phrase: 1_002 } as const;

/** The same numbers on every run. */
export function numbers(): (below: number) => number {
  let state = 20161227;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Writes bodies for notes, of words and hanzi of the strategy itself, into the table `body`. */
export async function makeBodies(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ lang: string; reading: string }>(
    `select e.lang, g.reading from segment_text g
     join edition_version v on v.id = g.version_id join edition e on e.id = v.edition_id
     where g.reading is not null order by e.id, g.uid`,
  );
  const of = (lang: string): string =>
    rows.flatMap((row) => (row.lang.startsWith(lang) ? row.reading : [])).join(' ');
  const words = of('en').split(/\s+/u);
  const hanzi = Array.from(of('zh'));
  const next = numbers();
  const pick = (): string => words[next(words.length)] ?? '';

  const make = (n: number): string => {
    const some = Array.from({ length: 14 }, pick);
    // One in fifty has the one word of the phrase, one in fifty the other.
    if (n % 50 === 7) some[3] = 'margin';
    if (n % 50 === 31) some[5] = 'appreciation';
    if (n === bodies.word) some[9] = rare.word;
    if (n === bodies.phrase) some[9] = rare.phrase;
    const from = next(hanzi.length - 20);
    const passage = hanzi.slice(from, from + 20).join('');
    return `${some.join(' ')}. ${passage}${n === bodies.hanzi ? rare.hanzi : ''}`;
  };
  await client.query(
    `create temp table body (n integer primary key, body text not null, tokenizer smallint,
       folded text, tokens tsvector)`,
  );
  const made = Array.from({ length: bodies.phrase + 1 }, (_, n) => {
    const body = make(n);
    return { n, body, ...findable(body, []) };
  });
  await client.query(
    `insert into body
     select n, body, tokenizer, folded, array_to_tsvector(tokens)
     from jsonb_to_recordset($1::jsonb)
       as x(n integer, body text, tokenizer smallint, folded text, tokens text[])`,
    [JSON.stringify(made)],
  );
}
