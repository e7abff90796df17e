import type { FatesOfEdition } from '@glossator/contract';
import type { Uid } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import { accountForRelease, type FateReport } from '../following-text/account-for-release.ts';

interface StoredVersion {
  readonly edition: string;
  readonly before: number;
  readonly after: number;
}

/** What became of everything that stands on the text: one report for each edition. */
export type Accounts = readonly FateReport[];

export async function accountForVersions(
  db: Db,
  workId: number,
  versions: readonly StoredVersion[],
  successors: ReadonlyMap<Uid, readonly Uid[]>,
): Promise<Accounts> {
  const reports: FateReport[] = [];
  for (const { edition, before, after } of versions)
    reports.push(
      await accountForRelease(db, { workId, editionId: edition, before, after, successors }),
    );
  return reports;
}

/** As editors are told: nothing of notebooks, and of assignments only how many. */
export const presentFates = (accounts: Accounts): FatesOfEdition[] =>
  accounts.map(({ edition, threads, assignments, entries }) => ({
    edition,
    threads: threads.map((row) => ({ ...row })),
    assignments: assignments.length,
    entries: entries.map(({ commentary, label, isInReview }) => ({
      ...{ commentary, label, isInReview },
    })),
  }));
