import { chownSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@glossator/api/operations';
import type { Account } from './account.ts';
import { run } from './command.ts';
import { owned, type Places } from './places.ts';

const options = [
  ['-U', 'glossator'],
  ['--encoding=UTF8', '--locale=C'],
  // With ctype C, pg_trgm finds no trigram in Chinese and the parser does not split at its commas.
  ['--lc-ctype=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ['--auth-local=trust', '--auth-host=reject'],
].flat();

/** Makes the cluster if there is none; an interrupted attempt leaves nothing that looks like one. */
export function initialise(
  native: string,
  places: Places,
  account: Account,
  report: (line: string) => void,
): void {
  if (existsSync(path.join(places.data, 'PG_VERSION'))) {
    checkVersion(native, places, account);
    return;
  }
  report('Making the database.');
  const part = path.join(places.dataDir, 'pg.part');
  rmSync(part, { recursive: true, force: true });
  owned(part, account);
  const result = run(path.join(native, 'bin/initdb'), ['-D', part, ...options], account);
  if (result.code !== 0) {
    const reason = /(?:error|FATAL): *(.*)/.exec(result.output)?.[1] ?? result.output.trim();
    throw new OperatorError(`The database cannot be made in ${places.dataDir}: ${reason}.`);
  }
  renameSync(part, places.data);
}

function checkVersion(native: string, places: Places, account: Account): void {
  const has = readFileSync(path.join(places.data, 'PG_VERSION'), 'utf8').trim();
  const ours = /\) (\d+)/.exec(
    run(path.join(native, 'bin/postgres'), ['--version'], account).output,
  )?.[1];
  if (ours !== undefined && ours !== has) {
    throw new OperatorError(
      `${places.dataDir} was written by PostgreSQL ${has} and this version brings ${ours}: make a back-up with the version that wrote it and restore that into an empty DATA_DIR.`,
    );
  }
  // A folder moved here by another account (a restored disk) is given back to the server's.
  if (account !== null) chownSync(places.data, account.uid, account.gid);
}
