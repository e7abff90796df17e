import type { ReleasePreview, UnmadeChange } from '@glossator/contract';
import type { ReleaseChange } from '@glossator/document';
import type { Db, Transact } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { presentFates } from './account-for-versions.ts';
import { differencesBetween } from './differences.ts';
import { makeRelease, type Released } from './make-release.ts';

/** Makes the release and takes it back: nothing says better what it would do. */
async function rehearse(
  db: Db,
  edition: string,
  changes: readonly ReleaseChange[],
): Promise<Released> {
  await db.executeSql('savepoint rehearsal');
  const released = await makeRelease(db, { edition, changes, change: {}, number: null, by: null });
  await db.executeSql('rollback to savepoint rehearsal');
  return released;
}

export function differencesOf({ ground, made }: Pick<Released, 'ground' | 'made'>) {
  return made.versions.flatMap((version) => {
    const before = ground.base.editions.find(({ edition }) => edition.id === version.edition.id);
    return before === undefined
      ? []
      : differencesBetween(
          { units: ground.base.units, version: before },
          { units: made.units, version },
        );
  });
}

export async function previewRelease(
  transact: Transact,
  edition: string,
  changes: readonly ReleaseChange[],
): Promise<ReleasePreview> {
  if (changes.length === 0) return { unmade: null, made: null };
  try {
    const released = await transact((db) => rehearse(db, edition, changes));
    const { made, version, ground, accounts } = released;
    return {
      unmade: null,
      made: {
        number: version,
        base: ground.newest.get(edition)?.version ?? '',
        isStructural: made.isStructural,
        versions: made.versions.map((each) => ({
          edition: each.edition.id,
          version: each.version,
          sha256: each.sha256,
        })),
        differences: differencesOf(released),
        fates: presentFates(accounts),
      },
    };
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code !== 'release-unmade') throw refusal;
    return { unmade: refusal.current as UnmadeChange, made: null };
  }
}
