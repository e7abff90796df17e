import type { EditionVersion, ShippedWork } from '@glossator/document';
import type pg from 'pg';
import { loadWitness } from './load-witness.ts';
import { loadTerms } from './load-terms.ts';
import { OperatorError } from './operator-error.ts';
import { writeVersionRows } from './version-rows.ts';

type Report = (line: string) => void;

async function loadWork(client: pg.Client, { work, units, aliases, alignment }: ShippedWork) {
  const { rows } = await client.query<{ id: number }>(
    `insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing)
     values ($1, $2, $3, $4, $5, $6, $7, $8, true, 'public')
     on conflict (slug) do update set abbreviation = excluded.abbreviation, titles = excluded.titles,
       issuer = excluded.issuer, levels = excluded.levels, rights = excluded.rights
     where work.shipped
     returning id`,
    [
      work.slug,
      work.key,
      work.abbreviation,
      work.titles,
      work.issuer,
      work.issued,
      JSON.stringify(work.levels),
      work.rights,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined)
    throw new OperatorError(
      `The name ${work.slug} of a shipped text is that of a text which somebody brought.`,
    );
  await client.query(
    `insert into unit (uid, work_id, path, kind, role, ord, parent_uid)
     select uid, $1, path, kind, coalesce(role, 'none'), ord, parent
     from jsonb_to_recordset($2) as u(uid text, path text, kind text, role text, ord integer, parent text)
     on conflict (uid) do nothing`,
    [id, JSON.stringify(units)],
  );
  await client.query(
    `insert into unit_alias (work_id, path, uid, successors, reason)
     select $1, path, uid, successors, reason
     from jsonb_to_recordset($2) as a(path text, uid text, successors text[], reason text)
     on conflict do nothing`,
    [id, JSON.stringify(aliases)],
  );
  await client.query(
    `insert into alignment (work_id, id, ord, body)
     select $1, link ->> 'id', n, link from jsonb_array_elements($2) with ordinality as a(link, n)
     on conflict do nothing`,
    [id, JSON.stringify(alignment)],
  );
  return id;
}

/** Stores a frozen version once; true where it was new. */
async function loadVersion(
  client: pg.Client,
  workId: number,
  ord: number,
  shipped: EditionVersion,
): Promise<boolean> {
  const { edition, version, sha256 } = shipped;
  await client.query(
    `insert into edition
       (id, work_id, ord, lang, relation, title, responsible, source, rights, supplements)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
    [
      edition.id,
      workId,
      ord,
      edition.lang,
      edition.relation,
      edition.title,
      JSON.stringify(edition.responsible),
      edition.source,
      edition.rights,
      edition.supplements ?? null,
    ],
  );
  const stored = await client.query<{ sha256: string }>(
    'select sha256 from edition_version where edition_id = $1 and version = $2',
    [edition.id, version],
  );
  const [known] = stored.rows;
  if (known !== undefined) {
    // Version rows never change: other bytes under a taken number are shown, not loaded.
    if (known.sha256 !== sha256)
      await client.query(
        `insert into proposed_release (edition_id, version, sha256) values ($1, $2, $3)
         on conflict do nothing`,
        [edition.id, version, sha256],
      );
    return false;
  }
  const { rows } = await client.query<{ id: number }>(
    `insert into edition_version (edition_id, version, sha256, released, ord)
     values ($1, $2, $3, $4, (select coalesce(max(ord), 0) + 1 from edition_version where edition_id = $1))
     returning id`,
    [edition.id, version, sha256, shipped.released],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('a version was not stored');
  await writeVersionRows(({ text }, values) => client.query(text, [...values]), id, shipped);
  return true;
}

/** Loads what ships with the program, once each, as the owner of the tables. */
export async function loadWorks(
  client: pg.Client,
  works: readonly ShippedWork[],
  report: Report,
): Promise<void> {
  for (const shipped of works) {
    await client.query('begin');
    try {
      // Two starts at once load one after the other.
      await client.query("select pg_advisory_xact_lock(hashtext('glossator:load-works'))");
      const workId = await loadWork(client, shipped);
      for (const [ord, version] of shipped.versions.entries())
        if (await loadVersion(client, workId, ord, version))
          report(`Loaded ${version.edition.id} ${version.version}.`);
      if (shipped.terms !== undefined) await loadTerms(client, workId, shipped.terms);
      if (shipped.witness !== undefined)
        await loadWitness(client, workId, shipped.witness, shipped.versions);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (error instanceof Error && 'constraint' in error)
        throw new OperatorError(
          `The shipped text ${shipped.work.slug} does not fit this database (${String(error.constraint)}): restore the back-up made before the upgrade, or install the version it came from.`,
        );
      throw error;
    }
  }
}
