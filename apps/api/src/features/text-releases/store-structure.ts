import type { MadeRelease, Unit } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Ground } from './load-base.ts';
import * as statements from './statements.ts';

/** Which editions have words there, as a link of the alignment. */
function linksOf(release: MadeRelease, born: readonly Unit[]) {
  return born.map(({ uid }) => {
    const sides = release.versions.map(({ edition, texts }): [string, string[]] => [
      edition.id,
      texts.some((text) => text.uid === uid && text.reading !== null) ? [uid] : [],
    ]);
    const [first, second] = sides.map(([, uids]) => uids.length);
    return {
      id: `a${uid.slice(1)}`,
      type: first === 1 && second === 1 ? '1:1' : first === 1 ? '1:0' : '0:1',
      sides: Object.fromEntries(sides),
      method: 'hand',
      certainty: 'high',
    };
  });
}

/** Divides the work anew. How it was divided is kept for the versions that were made so. */
export async function storeStructure(
  db: Db,
  { work, base, newest }: Ground,
  release: MadeRelease,
): Promise<void> {
  const last = Math.max(...[...newest.values()].map(({ version_id: id }) => id));
  await db.rows(statements.keepStructure, [
    work.id,
    last,
    JSON.stringify(base.units),
    JSON.stringify(base.aliases),
  ]);
  const known = new Set(base.units.map(({ uid }) => uid));
  const born = release.units.filter(({ uid }) => !known.has(uid));
  await db.rows(statements.retireUnits, [[...release.successors.keys()]]);
  await db.rows(statements.placeUnits, [
    JSON.stringify(release.units.filter(({ uid }) => known.has(uid))),
  ]);
  await db.rows(statements.addUnits, [work.id, JSON.stringify(born)]);
  await db.rows(statements.addAliases, [work.id, JSON.stringify(release.aliases)]);
  await db.rows(statements.addLinks, [
    work.id,
    JSON.stringify(
      linksOf(
        release,
        born.filter(({ kind }) => kind !== 'limb'),
      ),
    ),
  ]);
}
