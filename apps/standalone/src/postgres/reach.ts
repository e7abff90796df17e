import { statSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';

/** The first existing folder on the way to `target` (itself excluded) which the account may not pass, or null. */
export function closedFolder(target: string, account: Account): string | null {
  if (account === null) return null;
  const above: string[] = [];
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    above.unshift(folder);
    if (folder === path.dirname(folder)) break;
  }
  for (const folder of above) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return null;
    if (!mayPass(stat, account)) return folder;
  }
  return null;
}

function mayPass(
  stat: { uid: number; gid: number; mode: number },
  account: { uid: number; gid: number },
): boolean {
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
