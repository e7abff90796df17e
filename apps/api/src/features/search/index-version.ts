import { tokenizerVersion } from '@glossator/document';
import type { Db, Statement } from '../../db/client.ts';
import { findable } from './findable.ts';

/** $1 version, $2 the one it was made from. What reads the same is found by the same. */
const copyIndex: Statement = {
  name: 'copy-text-index',
  text: `
    insert into text_search (version_id, uid, tokenizer, folded, tokens)
    select $1, s.uid, s.tokenizer, s.folded, s.tokens
    from text_search s
    join segment_text b on b.version_id = s.version_id and b.uid = s.uid
    join segment_text g on g.version_id = $1 and g.uid = s.uid and g.reading = b.reading
    where s.version_id = $2`,
};

/** $1 version. */
const notIndexed: Statement = {
  name: 'texts-not-indexed',
  text: `
    select g.uid, g.reading from segment_text g
    left join text_search s on s.version_id = g.version_id and s.uid = g.uid
    where g.version_id = $1 and g.reading is not null and s.uid is null`,
};

/** $1 version, $2 rows. */
const addIndex: Statement = {
  name: 'index-texts',
  text: `
    insert into text_search (version_id, uid, tokenizer, folded, tokens)
    select $1, r.uid, r.tokenizer, r.folded, array_to_tsvector(r.tokens)
    from jsonb_to_recordset($2) as r(uid text, tokenizer smallint, folded text, tokens text[])`,
};

/** Puts the words of a new version into the index, in the transaction that makes it. */
export async function indexVersion(db: Db, versionId: number, baseId: number): Promise<void> {
  await db.rows(copyIndex, [versionId, baseId]);
  const rows = await db.rows<{ uid: string; reading: string }>(notIndexed, [versionId]);
  const found = rows.map(({ uid, reading }) => {
    const { folded, tokens } = findable(reading, []);
    return { uid, tokenizer: tokenizerVersion, folded, tokens };
  });
  await db.rows(addIndex, [versionId, JSON.stringify(found)]);
}
