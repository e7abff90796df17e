import { existsSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { appliedMigrations } from '../db/migrator.ts';
import { migrationLock } from '../db/migration-lock.ts';
import { connectOwner } from '../db/owner-connection.ts';
import { OperatorError } from '../db/operator-error.ts';
import { writeArchive, type ArchiveWriter } from './archive-writer.ts';
import { quoted, sequences, tables, type Table } from './catalogue.ts';
import {
  formatVersion,
  keyName,
  manifestName,
  partName,
  type Manifest,
  type TableContent,
} from './format.ts';

export interface DumpOptions {
  url: string;
  file: string;
  /** The signing key, or null where it is kept elsewhere. */
  keyFile: string | null;
}

/** Bytes of a table held in memory at a time; a tar entry's size has to be known before it. */
const partBytes = 4 << 20;

/** One snapshot of the whole database, taken while others write. */
export async function dump(options: DumpOptions): Promise<Manifest> {
  const client = await connectOwner(options.url);
  try {
    const archive = writeArchive(options.file);
    try {
      return await write(client, archive, options);
    } catch (error) {
      await archive.abandon();
      throw unwritable(error, options.file);
    }
  } finally {
    await client.end();
  }
}

async function write(
  client: pg.Client,
  archive: ArchiveWriter,
  options: DumpOptions,
): Promise<Manifest> {
  await client.query(
    `set datestyle to iso; set intervalstyle to postgres; set timezone to 'UTC'; set row_security to off`,
  );
  // A migration in the middle would change tables under the snapshot.
  await client.query(`select pg_advisory_lock_shared(${migrationLock})`);
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<{ taken: Date; server: string }>(
    `select now() as taken, current_setting('server_version') as server`,
  );
  const migrations = await appliedMigrations(client);
  const contents: TableContent[] = [];
  for (const table of await tables(client)) contents.push(await writeTable(client, archive, table));
  const manifest: Manifest = {
    format: formatVersion,
    taken: rows[0]?.taken.toISOString() ?? '',
    server: rows[0]?.server ?? '',
    migrations,
    tables: contents,
    sequences: await sequences(client),
    key:
      options.keyFile !== null && existsSync(options.keyFile)
        ? await archive.add(keyName, readFileSync(options.keyFile))
        : null,
  };
  await archive.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  await archive.finish();
  return manifest;
}

async function writeTable(
  client: pg.Client,
  archive: ArchiveWriter,
  table: Table,
): Promise<TableContent> {
  const content: TableContent = { ...table, rows: 0, parts: [] };
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ');
  const stream = client.query(
    copyTo(`copy (select ${columns} from ${quoted(table.name)}) to stdout`),
  );
  let held: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    const part = Buffer.concat(held);
    held = [];
    bytes = 0;
    if (part.length > 0)
      content.parts.push(await archive.add(partName(table.name, content.parts.length + 1), part));
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes >= partBytes) await flush();
  }
  await flush();
  return { ...content, rows: stream.rowCount };
}

function unwritable(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined || code === undefined) return error;
  return new OperatorError(
    `${file} cannot be written (${code}): name a file in a folder of your own with enough space.`,
    { cause: error },
  );
}
