import { migrate } from '../db/migrator.ts';
import { pendingAfter, readMigrations } from '../db/migration-files.ts';
import { connectOwner } from '../db/owner-connection.ts';
import { OperatorError } from '../db/operator-error.ts';
import { verifyArchive } from './archive-reader.ts';
import type { Manifest } from './format.ts';
import { load } from './load.ts';
import { emptyTarget } from './target.ts';

export interface RestoreOptions {
  url: string;
  file: string;
  /** The folder of migrations. */
  dir: string;
  /** Called with the signing key once the data stand. */
  keepKey: (key: Buffer) => void;
  report: (line: string) => void;
}

/** Everything of the back-up into an empty database, then the migrations it has not seen. */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const manifest = await verifyArchive(options.file);
  // Refuses a back-up of a newer version, or one whose migrations are not ours.
  pendingAfter(readMigrations(options.dir), manifest.migrations);
  const last = manifest.migrations.at(-1)?.name;
  if (last === undefined) throw new OperatorError(`${options.file} holds no data.`);
  const client = await connectOwner(options.url);
  let key: Buffer | null;
  try {
    await emptyTarget(client);
    await migrate(options.url, options.dir, () => undefined, { upTo: last });
    options.report(`Restoring ${String(manifest.tables.length)} tables.`);
    key = await load(client, options.file, manifest);
  } finally {
    await client.end();
  }
  if (key !== null) options.keepKey(key);
  await migrate(options.url, options.dir, options.report);
  return manifest;
}
