import { tokenizerVersion } from '@glossator/document';
import type pg from 'pg';
import type { Db } from '../../db/client.ts';
import { readMarkdown } from '../../markdown/render.ts';
import { findable } from './findable.ts';

const batch = 200;

/** Puts the words of every stored version into the index, as the owner of the tables. */
export async function indexTexts(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ version_id: number; uid: string; reading: string }>(
      `select g.version_id, g.uid, g.reading from segment_text g
       left join text_search s on s.version_id = g.version_id and s.uid = g.uid
       where g.reading is not null and (s.tokenizer is null or s.tokenizer <> $1)
       limit $2`,
      [tokenizerVersion, batch],
    );
    if (rows.length === 0) return;
    for (const { version_id, uid, reading } of rows) {
      const { folded, tokens } = findable(reading, []);
      await client.query(
        `insert into text_search (version_id, uid, tokenizer, folded, tokens)
         values ($1, $2, $3, $4, array_to_tsvector($5::text[]))
         on conflict (version_id, uid) do update set tokenizer = excluded.tokenizer,
           folded = excluded.folded, tokens = excluded.tokens`,
        [version_id, uid, tokenizerVersion, folded, tokens],
      );
    }
  }
}

/**
 * Makes the tokens of notes that have none, or older ones. Goes by the primary key, a batch at a
 * time; an edit that comes meanwhile writes its own.
 */
export async function reindexNotes(db: Db): Promise<number> {
  let done = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await db.rows<{ id: string; version: number; body: string; tags: string[] }>(
      {
        name: 'notes-to-index',
        text: `
          select a.id, a.version, r.body, a.tags
          from annotation a
          join revision r on r.annotation_id = a.id and r.number = a.version
          left join note_search s on s.annotation_id = a.id
          where a.id > $1 and a.state <> 'erased' and (s.tokenizer is null or s.tokenizer <> $2)
          order by a.id limit $3`,
      },
      [after, tokenizerVersion, batch],
    );
    for (const { id, version, body, tags } of rows) {
      const row = findable(readMarkdown(body).plain, tags);
      await db.rows(
        {
          name: 'index-note',
          text: `
            insert into note_search (annotation_id, tokenizer, folded, tokens, tags)
            select a.id, $3, $4, array_to_tsvector($5::text[]), $6 from annotation a
            where a.id = $1 and a.version = $2
            on conflict (annotation_id) do update set tokenizer = excluded.tokenizer,
              folded = excluded.folded, tokens = excluded.tokens, tags = excluded.tags`,
        },
        [id, version, row.tokenizer, row.folded, row.tokens, row.tags],
      );
    }
    done += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return done;
    after = last.id;
  }
}
