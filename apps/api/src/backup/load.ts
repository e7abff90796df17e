import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { OperatorError } from '../db/operator-error.ts';
import { eachEntry } from './archive-reader.ts';
import { firingTriggers, foreignKeys, quoted, tables } from './catalogue.ts';
import { keyName, manifestName, type Manifest, type TableContent } from './format.ts';

/**
 * Fills the tables in one transaction; the signing key, if the back-up holds one. Foreign keys are
 * taken off and put back, which checks them: no order of tables would do where they form a circle,
 * and switching the checks off is for superusers. Triggers rest: their results are in the data.
 */
export async function load(
  client: pg.Client,
  file: string,
  manifest: Manifest,
): Promise<Buffer | null> {
  await client.query(
    `set datestyle to iso; set intervalstyle to postgres; set timezone to 'UTC'; set search_path to public`,
  );
  await client.query('begin');
  try {
    const keys = await foreignKeys(client);
    const triggers = await firingTriggers(client);
    for (const { table, name } of keys)
      await alter(client, table, `drop constraint ${client.escapeIdentifier(name)}`);
    for (const { table, name } of triggers)
      await alter(client, table, `disable trigger ${client.escapeIdentifier(name)}`);
    // Migrations may have put in rows of their own, which the back-up holds as they became.
    const present = await tables(client);
    await client.query(`truncate ${present.map(({ name }) => quoted(name)).join(', ')}`);
    const key = await copyAll(client, file, manifest);
    for (const { name, last } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), last]);
    }
    for (const { table, name, definition } of keys)
      await alter(client, table, `add constraint ${client.escapeIdentifier(name)} ${definition}`);
    for (const { table, name, definition } of triggers)
      await alter(client, table, `${definition} trigger ${client.escapeIdentifier(name)}`);
    await client.query('commit');
    return key;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

const alter = (client: pg.Client, table: string, change: string) =>
  client.query(`alter table ${quoted(table)} ${change}`);

async function copyAll(
  client: pg.Client,
  file: string,
  manifest: Manifest,
): Promise<Buffer | null> {
  const owners = new Map(
    manifest.tables.flatMap((table) => table.parts.map(({ name }) => [name, table])),
  );
  let open: { table: TableContent; stream: CopyStreamQuery; left: number } | null = null;
  let key: Buffer | null = null;
  await eachEntry(file, async (name, content) => {
    const table = owners.get(name);
    if (table === undefined) {
      if (name !== keyName && name !== manifestName)
        throw new OperatorError(`${file} has changed while it was read.`);
      const bytes = await whole(content);
      if (name === keyName) key = bytes;
      return;
    }
    // The parts of a table follow each other and are one COPY: a row may lie across two.
    open ??= {
      table,
      stream: client.query(copyInto(client, table)),
      left: table.parts.length,
    };
    for await (const chunk of content) {
      if (!open.stream.write(chunk)) await once(open.stream, 'drain');
    }
    open.left -= 1;
    if (open.left > 0) return;
    open.stream.end();
    await finished(open.stream);
    if (open.stream.rowCount !== table.rows)
      throw new OperatorError(
        `${file} holds another number of rows in ${table.name} than it says: nothing was kept.`,
      );
    open = null;
  });
  return key;
}

function copyInto(client: pg.Client, { name, columns }: TableContent): CopyStreamQuery {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = copyFrom(`copy ${quoted(name)} (${list}) from stdin`);
  // A refused row is reported between two writes as well; the next write or the end throws it.
  stream.on('error', () => undefined);
  return stream;
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
