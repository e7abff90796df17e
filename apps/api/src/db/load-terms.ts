import type { TermLedger } from '@glossator/document';
import type pg from 'pg';

/** Stores the ledger of a work as it ships now; its two versions have been loaded before. */
export async function loadTerms(
  client: pg.Client,
  workId: number,
  { source, target, versions, commentary, terms }: TermLedger,
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into term_ledger (work_id, source_version, target_version, commentary)
     select $1, s.id, t.id, $6 from edition_version s, edition_version t
     where s.edition_id = $2 and s.version = $3 and t.edition_id = $4 and t.version = $5
     on conflict (work_id) do update set source_version = excluded.source_version,
       target_version = excluded.target_version, commentary = excluded.commentary`,
    [workId, source, versions[source], target, versions[target], commentary],
  );
  if (rowCount !== 1) throw new Error(`the ledger of ${source} has no version here`);
  await client.query(
    `insert into term (work_id, term, ord, body, uids)
     select $1, t ->> 'term', n, t - 'term',
       array(select distinct use ->> 'uid' from jsonb_array_elements(t -> 'uses') use)
     from jsonb_array_elements($2) with ordinality as a(t, n)
     on conflict (work_id, term) do update set ord = excluded.ord, body = excluded.body,
       uids = excluded.uids`,
    [workId, JSON.stringify(terms)],
  );
}
