import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { OperatorError } from '@glossator/api/operations';
import { serverAccount, type Account } from './account.ts';
import { closedFolder } from './reach.ts';

export const socketName = '.s.PGSQL.5432';

export interface Places {
  dataDir: string;
  data: string;
  socket: string;
  log: string;
}

export function places(dataDir: string): Places {
  return {
    dataDir,
    data: path.join(dataDir, 'pg'),
    socket: socketFolder(dataDir),
    log: path.join(dataDir, 'postgres.log'),
  };
}

/** The kernel takes 107 bytes for a socket's path: a deep data folder has its socket among the temporary files. */
export function socketFolder(dataDir: string, temporary = os.tmpdir()): string {
  const folder = path.join(dataDir, 'run');
  if (Buffer.byteLength(path.join(folder, socketName)) <= 107) return folder;
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return path.join(temporary, `glossator-${key}`);
}

export function makePlaces(places: Places, account: Account): void {
  refuseUnreachable(places.dataDir, account);
  mkdirSync(places.dataDir, { recursive: true, mode: account === null ? 0o700 : 0o711 });
  if (account !== null) chmodSync(places.dataDir, 0o711);
  owned(places.socket, account);
}

/** A folder only the server's account can enter. */
export function owned(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  // Below the temporary folder anybody could have put a link or a folder of his own here first.
  const expected = [process.getuid?.(), account?.uid];
  if (!stat.isDirectory() || !expected.includes(stat.uid)) {
    throw new OperatorError(
      `${folder} belongs to somebody else: remove it, or set DATA_DIR to a shorter path.`,
    );
  }
  if (account !== null) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/** As root, the server runs as another account, which must be able to enter the data folder. */
export function refuseUnreachable(dataDir: string, account: Account = serverAccount()): void {
  const closed = closedFolder(dataDir, account);
  if (closed === null || account === null) return;
  throw new OperatorError(
    `DATA_DIR ${dataDir} lies below ${closed}, which the account "${account.name}" that PostgreSQL runs as cannot enter: set DATA_DIR to a folder outside closed homes, for example /var/lib/glossator.`,
  );
}
