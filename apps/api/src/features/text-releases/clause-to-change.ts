import type { ClauseToChange } from '@glossator/contract';
import { applyChanges, isSegment, type ReleaseChange } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import { loadBase } from './load-base.ts';

/** A clause as the changes declared so far leave it; as it stands where they cannot be made. */
export async function clauseToChange(
  db: Db,
  edition: string,
  changes: readonly ReleaseChange[],
  at: string,
): Promise<ClauseToChange | null> {
  const { base } = await loadBase(db, edition);
  const applied = applyChanges(base, edition, changes);
  const units = (applied.ok ? applied.value.units : base.units).filter(isSegment);
  const versions = base.editions.map(
    (each) =>
      (applied.ok ? applied.value.versions : []).find(
        (made) => made.edition.id === each.edition.id,
      ) ?? each,
  );
  const n = units.findIndex(({ path }) => path === at);
  const unit = units[n];
  if (unit === undefined) return null;
  const here = versions.find((version) => version.edition.id === edition);
  return {
    path: unit.path,
    kind: unit.kind === 'heading' ? 'heading' : 'sentence',
    previous: units[n - 1]?.path ?? null,
    next: units[n + 1]?.path ?? null,
    texts: versions.map(({ edition: { id, lang }, texts }) => ({
      edition: id,
      lang,
      reading: texts.find(({ uid }) => uid === unit.uid)?.reading ?? null,
    })),
    entries: (here?.apparatus ?? [])
      .filter(({ loci }) => loci.some(({ uid }) => uid === unit.uid))
      .map((entry) => structuredClone(entry) as ClauseToChange['entries'][number]),
  };
}
