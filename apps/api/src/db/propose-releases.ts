import type { ShippedRelease } from '@glossator/document/seed';
import type pg from 'pg';

/**
 * Puts later versions that ship with the program before the editors of texts. None is loaded: notes stand on
 * what is there, and somebody answers for what becomes of them.
 */
export async function proposeReleases(
  client: pg.Client,
  releases: readonly ShippedRelease[],
): Promise<void> {
  for (const { edition, version, sha256, base, change, changes } of releases)
    await client.query(
      `insert into proposed_release (edition_id, version, sha256, body)
       select e.id, $2, $3, $4 from edition e where e.id = $1
       on conflict (edition_id, version, sha256) do nothing`,
      [edition, version, sha256, JSON.stringify({ base, change, changes })],
    );
}
