import type { EditionVersion, WitnessRecord } from '@glossator/document';
import type pg from 'pg';

async function storeWitness(client: pg.Client, workId: number, { witness }: WitnessRecord) {
  const { rows } = await client.query<{ id: number }>(
    `insert into witness (work_id, name, file, sha256, code_points, lines, pages, zones, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (work_id, sha256) do update set name = excluded.name, file = excluded.file,
       pages = excluded.pages, zones = excluded.zones
     returning id`,
    [
      workId,
      witness.id,
      witness.file,
      witness.sha256,
      witness.codePoints,
      witness.lines,
      JSON.stringify(witness.pages),
      JSON.stringify(witness.zones),
      witness.text,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('a witness was not stored');
  return id;
}

/** Ids of the shipped versions by edition, where the database holds the very same bytes. */
async function sameVersions(client: pg.Client, versions: readonly EditionVersion[]) {
  const { rows } = await client.query<{ edition: string; id: number }>(
    `select v.edition_id as edition, v.id
     from jsonb_to_recordset($1) as s(edition text, version text, sha256 text)
     join edition_version v
       on v.edition_id = s.edition and v.version = s.version and v.sha256 = s.sha256`,
    [
      JSON.stringify(
        versions.map(({ edition, version, sha256 }) => ({ edition: edition.id, version, sha256 })),
      ),
    ],
  );
  return new Map(rows.map(({ edition, id }) => [edition, id]));
}

async function storeSpans(
  client: pg.Client,
  witnessId: number,
  { places }: WitnessRecord,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [edition, segments] of Object.entries(places)) {
    const version = versions.get(edition);
    if (version === undefined) continue;
    const rows = segments.flatMap(({ uid, spans }) =>
      spans.map((span, piece) => ({ uid, piece, ...span })),
    );
    await client.query(
      `insert into witness_span (version_id, uid, piece, witness_id, line, start_at, end_at)
       select $1, uid, piece, $2, line, start, "end"
       from jsonb_to_recordset($3) as s(uid text, piece smallint, line integer, start integer, "end" integer)
       on conflict do nothing`,
      [version, witnessId, JSON.stringify(rows)],
    );
  }
}

/** What is said about the copy as such may be said better later: it is no part of a frozen version. */
async function storeAccount(
  client: pg.Client,
  witnessId: number,
  { remainder, operations }: WitnessRecord,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  await client.query('delete from witness_remainder where witness_id = $1', [witnessId]);
  await client.query(
    `insert into witness_remainder (witness_id, start_at, end_at, line, kind, class)
     select $1, start, "end", line, "group", class
     from jsonb_to_recordset($2)
       as r(start integer, "end" integer, line integer, "group" text, class text)`,
    [witnessId, JSON.stringify(remainder)],
  );
  await client.query(
    `delete from witness_operation
     where witness_id = $1 and (version_id is null or version_id = any($2))`,
    [witnessId, [...versions.values()]],
  );
  const known = operations.flatMap(({ edition, ...operation }) => {
    const version = edition === null ? null : versions.get(edition);
    return version === undefined ? [] : [{ version, ...operation }];
  });
  await client.query(
    `insert into witness_operation (witness_id, version_id, n, kind, reason, changes)
     select $1, version, n, kind, reason, changes
     from jsonb_to_recordset($2)
       as o(version integer, n integer, kind text, reason jsonb, changes jsonb)`,
    [witnessId, JSON.stringify(known)],
  );
}

/** Stores the copy behind shipped versions, once; a version whose bytes differ here has no place in it. */
export async function loadWitness(
  client: pg.Client,
  workId: number,
  record: WitnessRecord,
  shipped: readonly EditionVersion[],
): Promise<void> {
  const witnessId = await storeWitness(client, workId, record);
  const versions = await sameVersions(client, shipped);
  await storeSpans(client, witnessId, record, versions);
  await storeAccount(client, witnessId, record, versions);
}
