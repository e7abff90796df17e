import type { ApparatusEntry, LimbRange, SegmentText } from '@glossator/document';
import type { Statement } from './client.ts';

/** What a frozen version of an edition consists of. */
export interface VersionRows {
  readonly texts: readonly SegmentText[];
  readonly limbs: readonly LimbRange[];
  readonly apparatus: readonly ApparatusEntry[];
}

/** Each takes $1 the version, $2 the rows as JSON. */
const statements = {
  texts: `insert into segment_text (version_id, uid, reading, diplomatic, label, condition, sha256)
     select $1, uid, reading, diplomatic, label, condition, sha256
     from jsonb_to_recordset($2) as s(uid text, reading text, diplomatic text, label text,
       condition text, sha256 text)`,
  limbs: `insert into limb_range (version_id, uid, sentence_uid, start_at, end_at)
     select $1, uid, sentence, start, "end"
     from jsonb_to_recordset($2) as l(uid text, sentence text, start integer, "end" integer)`,
  apparatus: `insert into apparatus_entry (version_id, number, ord, kind, body)
     select $1, e ->> 'number', n, e ->> 'kind', e
     from jsonb_array_elements($2) with ordinality as a(e, n)`,
} as const;

/** Writes the rows of a version, once: nothing changes them afterwards. */
export async function writeVersionRows(
  run: (statement: Statement, values: readonly unknown[]) => Promise<unknown>,
  versionId: number,
  rows: VersionRows,
): Promise<void> {
  for (const layer of ['texts', 'limbs', 'apparatus'] as const)
    await run({ name: `write-version-${layer}`, text: statements[layer] }, [
      versionId,
      JSON.stringify(rows[layer]),
    ]);
}
