import type { TextReleaseMade, UnmadeChange } from '@glossator/contract';
import {
  applyChanges,
  type MadeRelease,
  type MadeVersion,
  type ReleaseChange,
} from '@glossator/document';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { writeVersionRows } from '../../db/version-rows.ts';
import { Refusal } from '../../refusal.ts';
import { indexVersion } from '../search/index-version.ts';
import { accountForVersions, type Accounts } from './account-for-versions.ts';
import { loadBase, type Ground } from './load-base.ts';
import * as statements from './statements.ts';
import { storeStructure } from './store-structure.ts';

export interface ToRelease {
  readonly edition: string;
  readonly changes: readonly ReleaseChange[];
  /** What readers are told of it, by language. */
  readonly change: Readonly<Record<string, string>>;
  /** The number that somebody has looked at it under; null where nobody has yet. */
  readonly number: string | null;
  /** Nobody on the command line. */
  readonly by: string | null;
  /** Of the draft that becomes the release, so that its address leads there. */
  readonly draft?: string;
}

export interface Released extends TextReleaseMade {
  readonly ground: Ground;
  readonly made: MadeRelease;
  readonly accounts: Accounts;
  readonly versionId: number;
}

export const unmadeSentence = ({ change, code, what }: UnmadeChange): string =>
  `Change ${String(change + 1)} cannot be made: ${code}${what === '' ? '' : ` (${what})`}.`;

/** What changes make of a work as it stands. */
export function applyTo(
  ground: Ground,
  { edition, changes }: Pick<ToRelease, 'edition' | 'changes'>,
): { readonly release: MadeRelease; readonly version: MadeVersion } {
  const applied = applyChanges(ground.base, edition, changes);
  if (!applied.ok)
    throw new Refusal('release-unmade', unmadeSentence(applied.unmade), applied.unmade);
  const version = applied.value.versions.find((each) => each.edition.id === edition);
  if (version === undefined) throw new Error(`a release without a version of ${edition}`);
  return { release: applied.value, version };
}

async function storeVersion(
  db: Db,
  { newest }: Ground,
  version: MadeVersion,
  releaseId: string,
  change: ToRelease['change'],
): Promise<{ readonly before: number; readonly after: number }> {
  const before = newest.get(version.edition.id)?.version_id;
  if (before === undefined) throw new Error(`a version of ${version.edition.id} out of nothing`);
  const [row] = await db.rows<{ id: number }>(statements.addVersion, [
    version.edition.id,
    version.version,
    version.sha256,
    before,
    releaseId,
    JSON.stringify(change),
  ]);
  const after = row?.id;
  if (after === undefined) throw new Error('a version was not stored');
  await writeVersionRows(db.rows, after, version);
  await indexVersion(db, after, before);
  return { before, after };
}

/** One release of a work after the other, until the transaction ends. */
export async function holdWork(db: Db, edition: string): Promise<void> {
  const [found] = await db.rows<{ id: number }>(statements.workOfEdition, [edition]);
  if (found !== undefined) await db.rows(statements.lockWork, [found.id]);
}

/**
 * Makes a release, in the transaction of the caller: versions, structure, and what becomes of everything
 * that stands on the text. Of two editors at once the second is told what the first has made.
 */
export async function makeRelease(db: Db, asked: ToRelease): Promise<Released> {
  await holdWork(db, asked.edition);
  const ground = await loadBase(db, asked.edition);
  const current = ground.newest.get(asked.edition)?.version ?? '';
  const { release, version } = applyTo(ground, asked);
  if (asked.number !== null && asked.number !== version.version)
    throw new Refusal(
      'text-version-there',
      `${current} was released meanwhile: look at what your changes make of it, and release that as ${version.version}.`,
      { newest: current, number: version.version },
    );
  const id = asked.draft ?? uuidv7();
  // Units first: the texts of new ones need them.
  if (release.isStructural) await storeStructure(db, ground, release);
  const stored = [];
  for (const each of release.versions)
    stored.push({
      edition: each.edition.id,
      ...(await storeVersion(db, ground, each, id, asked.change)),
    });
  const accounts = await accountForVersions(db, ground.work.id, stored, release.successors);
  await db.rows(statements.addRelease, [
    id,
    ground.work.id,
    asked.edition,
    JSON.stringify(asked.changes),
    release.isStructural,
    asked.by,
    JSON.stringify(accounts),
  ]);
  const versionId = stored.find(({ edition }) => edition === asked.edition)?.after ?? 0;
  return {
    release: id,
    edition: asked.edition,
    version: version.version,
    sha256: version.sha256,
    ground,
    made: release,
    accounts,
    versionId,
  };
}
