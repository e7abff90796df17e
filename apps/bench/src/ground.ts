import { prepare } from '@glossator/api';
import { temporaryCluster } from '@glossator/standalone/postgres';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

export interface Database {
  /** Connection strings. */
  readonly owner: string;
  readonly app: string;
}

/** Fills a fresh database that has the schema and the shipped texts. */
export type Fill = (client: pg.Client) => Promise<void>;

/** What the parts of the bench stand on: one throw-away cluster, and databases made when first asked for. */
export interface Ground {
  readonly secretFile: string;
  readonly database: (name: string, fill: Fill) => Promise<Database>;
  /** What must not outlive the bench, also where it is ended early. */
  readonly onClose: (stop: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
}

export const say = (line: string): void => void process.stderr.write(`${line}\n`);

export async function openGround(): Promise<Ground> {
  const cluster = await temporaryCluster();
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-bench-'));
  const secretFile = path.join(folder, 'secret');
  writeFileSync(secretFile, 'a key that signs nothing but the bench’s own sessions', {
    mode: 0o600,
  });
  const made = new Map<string, Promise<Database>>();
  const stops: (() => Promise<void>)[] = [];

  async function make(name: string, fill: Fill): Promise<Database> {
    const database = { owner: cluster.url(name), app: cluster.url(name, 'glossator_app') };
    const root = new pg.Client(cluster.url('postgres'));
    await root.connect();
    await root.query(`create database ${root.escapeIdentifier(name)}`);
    await root.end();
    await prepare(database.owner, () => undefined);
    const client = new pg.Client(database.owner);
    await client.connect();
    // What is measured is a note that stands at once; the floor knows no other.
    await client.query(
      "insert into hold_rule (work_id, mode) select id, 'publish' from work on conflict do nothing",
    );
    say(`Filling ${name}.`);
    await fill(client);
    await client.end();
    return database;
  }

  return {
    secretFile,
    database: (name, fill) => {
      const known = made.get(name) ?? make(name, fill);
      made.set(name, known);
      return known;
    },
    onClose: (stop) => {
      stops.push(stop);
    },
    close: async () => {
      for (const stop of stops) await stop();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** With a thousand people and this many notes, the same for all parts that ask for it. */
export const notesName = (notes: number): string => `notes_${String(notes)}`;
