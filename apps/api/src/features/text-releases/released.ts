import type { TextReleaseView } from '@glossator/contract';
import { releaseLayers, type EditionVersion } from '@glossator/document';
import { canOnSite, type Actor } from '@glossator/domain';
import { requireTextEditing } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import { frozenVersion } from '../works/frozen-version.ts';
import { structureOf } from '../works/structure-of.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { presentFates, type Accounts } from './account-for-versions.ts';
import type { TextReleaseDeps } from './deps.ts';
import { differencesBetween, type Standing } from './differences.ts';
import * as statements from './statements.ts';

type Row = Omit<TextReleaseView, 'mayEdit' | 'fates' | 'differences' | 'isStructural'> &
  Record<string, unknown> & { readonly is_structural: boolean; readonly report: Accounts };

async function requireRelease({ db }: TextReleaseDeps, id: string): Promise<Row> {
  const [row] = await db.rows<Row>(statements.releaseById, [id]);
  if (row === undefined) throw notFound();
  return row;
}

/** A version of an edition as it stood, in the structure that it was released in. */
export async function standingOf(
  { texts }: Pick<TextReleaseDeps, 'texts'>,
  work: LoadedWork,
  edition: string,
  version: string,
): Promise<Standing & { readonly version: EditionVersion }> {
  const head = work.editions.find(
    (each) => each.edition_id === edition && each.version === version,
  );
  if (head === undefined) throw notFound();
  const { units } = structureOf(work, head.version_id);
  return { units, version: frozenVersion(head, await texts.version(head.version_id), units) };
}

export async function readTextRelease(
  deps: TextReleaseDeps,
  actor: Actor,
  id: string,
): Promise<TextReleaseView> {
  requireTextEditing(actor);
  const { report, is_structural: isStructural, ...row } = await requireRelease(deps, id);
  const work = await deps.texts.work(row.work);
  if (work === null || row.base === null) throw notFound();
  const [before, after] = await Promise.all([
    standingOf(deps, work, row.edition, row.base),
    standingOf(deps, work, row.edition, row.version),
  ]);
  return {
    ...row,
    mayEdit: canOnSite(actor, 'edit-texts'),
    isStructural,
    fates: presentFates(report),
    differences: differencesBetween(before, after),
  };
}

/** A version as files of the document package, so that it can be shipped with a later program. */
export async function exportRelease(
  deps: TextReleaseDeps,
  actor: Actor,
  id: string,
): Promise<{ edition: string; version: string; files: Record<string, unknown> }> {
  requireTextEditing(actor);
  const row = await requireRelease(deps, id);
  const work = await deps.texts.work(row.work);
  if (work === null) throw notFound();
  const { units, version } = await standingOf(deps, work, row.edition, row.version);
  const { ids, ...layers } = releaseLayers(version, units);
  const folder = `editions/${row.edition}/releases/${row.version}`;
  const { sha256, released } = version;
  const [release] = await deps.db.rows<{ changes: unknown }>(statements.changesOf, [id]);
  return {
    edition: row.edition,
    version: row.version,
    files: {
      [`${folder}/version.json`]: {
        version: row.version,
        base: row.base,
        released,
        sha256,
        change: row.change,
      },
      [`${folder}/changes.json`]: release?.changes ?? [],
      ...Object.fromEntries(
        Object.entries(layers).map(([name, layer]) => [`${folder}/${name}.json`, layer]),
      ),
      ...(row.is_structural ? { 'ids.json': ids, 'aliases.json': work.structure.aliases } : {}),
    },
  };
}
