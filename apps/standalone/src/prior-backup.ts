import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dump, migrationState } from '@glossator/api/operations';

const kept = 3;

/** Before migrations change data that exist, a back-up is taken; the last three of these stay. */
export async function backupBeforeUpdate(options: {
  ownerUrl: string;
  migrations: string;
  dataDir: string;
  keyFile: string;
  report: (line: string) => void;
}): Promise<void> {
  const { applied, pending } = await migrationState(options.ownerUrl, options.migrations);
  const [first] = pending;
  if (applied.length === 0 || first === undefined) return;
  const folder = path.join(options.dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const file = path.join(folder, `${stamp}-before-${path.basename(first, '.sql')}.tar.gz`);
  options.report(`Backing up to ${file} before the database is updated.`);
  await dump({ url: options.ownerUrl, file, keyFile: options.keyFile });
  prune(folder);
}

function prune(folder: string): void {
  const made = readdirSync(folder)
    .filter((name) => /^[\dT-]{19}-before-.*\.tar\.gz$/.test(name))
    .sort();
  for (const name of made.slice(0, -kept)) rmSync(path.join(folder, name));
}
