import type { ReleaseChange } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import { makeDb } from '../../db/client.ts';
import { OperatorError } from '../../db/operator-error.ts';
import { connectOwner } from '../../db/owner-connection.ts';
import { Refusal } from '../../refusal.ts';
import { presentFates } from './account-for-versions.ts';
import { differencesOf } from './preview.ts';
import { makeRelease, type Released } from './make-release.ts';
import type { Proposal } from './present-proposal.ts';
import * as statements from './statements.ts';

export interface DeclaredChanges {
  readonly change: Readonly<Record<string, string>>;
  readonly changes: readonly ReleaseChange[];
}

export interface CommandRelease {
  readonly edition: string;
  /** The number that is meant; the release has no other. */
  readonly version: string;
  /** What a file declares; null: what the program proposes under that number. */
  readonly declared: DeclaredChanges | null;
  /** False: it is done and taken back. */
  readonly keep: boolean;
}

export interface CommandReport extends Pick<Released, 'edition' | 'version' | 'sha256'> {
  readonly differences: ReturnType<typeof differencesOf>;
  readonly fates: ReturnType<typeof presentFates>;
}

async function within<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const client = await connectOwner(url);
  try {
    await client.query('begin');
    await client.query('set local search_path to public');
    const result = await work(makeDb(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (error instanceof Refusal) throw new OperatorError(error.message);
    throw error;
  } finally {
    await client.end();
  }
}

/** What the program proposes and nobody has released or put aside. */
export const proposedReleases = (url: string) =>
  within(url, async (db) =>
    (await db.rows<Proposal>(statements.proposals, [null])).filter(
      ({ body, aside }) => body !== null && aside === null,
    ),
  );

/** Makes a release as the owner of the database, or only finds out what it would do. */
export const releaseText = (
  url: string,
  { edition, version, declared, keep }: CommandRelease,
): Promise<CommandReport> =>
  within(url, async (db) => {
    const proposals = await db.rows<Proposal>(statements.proposals, [edition]);
    const proposal = proposals.find((each) => each.version === version && each.body !== null);
    const what = declared ?? proposal?.body;
    if (what === undefined || what === null)
      throw new OperatorError(
        `Nothing is proposed as ${edition} ${version}: \`release\` alone lists what is.`,
      );
    await db.executeSql('savepoint before_release');
    const { change, changes } = what;
    const made = await makeRelease(db, { edition, changes, change, number: version, by: null });
    if (!keep) await db.executeSql('rollback to savepoint before_release');
    else if (declared === null && proposal !== undefined)
      await db.rows(statements.markReleased, [edition, version, proposal.sha256, made.versionId]);
    return {
      edition: made.edition,
      version: made.version,
      sha256: made.sha256,
      differences: differencesOf(made),
      fates: presentFates(made.accounts),
    };
  });
