import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '@glossator/api/operations';
import pg from 'pg';
import { serverAccount } from './account.ts';
import { usableBinaries } from './binaries.ts';
import { launch } from './command.ts';
import { initialise } from './initialise.ts';
import { clearLeftover } from './leftover.ts';
import { makePlaces, places as placesOf, type Places } from './places.ts';

export interface Cluster {
  /** A connection string; the user defaults to the owner. */
  url: (database: string, user?: string) => string;
  /** Ends the server as in a fast shutdown; sessions are cut off. */
  stop: () => Promise<void>;
  /** Settles when the server has ended, with its last words. */
  ended: Promise<string>;
  pid: number;
}

export interface ClusterOptions {
  dataDir: string;
  report?: (line: string) => void;
  /** Server settings beside the defaults, for throw-away clusters. */
  settings?: Record<string, string>;
}

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const report = options.report ?? (() => undefined);
  const account = serverAccount();
  makePlaces(placesOf(path.resolve(options.dataDir)), account);
  const places = placesOf(realpathSync(options.dataDir));
  makePlaces(places, account);
  const native = usableBinaries(places.dataDir, account, report);
  initialise(native, places, account, report);
  await clearLeftover(places);
  const log = openLog(places.log);
  const before = fstatSync(log).size;
  const child = launch(
    path.join(native, 'bin/postgres'),
    ['-D', places.data, '-k', places.socket, '-h', '', ...switches(options.settings ?? {})],
    account,
    ['ignore', log, log],
  );
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', () => {
      resolve(lastWords(places.log, before));
    });
    child.once('error', (error) => {
      resolve(error.message);
    });
  });
  const cluster = {
    url: (database: string, user = 'glossator') => socketUrl(places.socket, database, user),
    stop: () => stop(child, ended),
    ended,
    pid: child.pid ?? 0,
  };
  await ready(cluster, places);
  return cluster;
}

export function socketUrl(socket: string, database: string, user = 'glossator'): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

const switches = (settings: Record<string, string>) =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

function openLog(file: string): number {
  const long = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
  const log = openSync(file, long ? 'w' : 'a', 0o600);
  chmodSync(file, 0o600);
  return log;
}

/** Why the server ended, from what it wrote after `start` bytes. */
function lastWords(file: string, start: number): string {
  // The folder may be gone with everything in it, and nobody catches what an exit listener throws.
  if (!existsSync(file)) return 'its folder is gone';
  const lines = readFileSync(file).subarray(start).toString().trimEnd().split('\n');
  // Every refused connection is FATAL too.
  const fatal = lines.findLast(
    (line) =>
      /FATAL|PANIC/.test(line) && !/ accepting connections| starting up| shutting down/.test(line),
  );
  return (fatal ?? lines.at(-1) ?? '').replace(/^.*?\]\s*/, '').replace(/\s+/g, ' ');
}

async function ready(cluster: Cluster, places: Places): Promise<void> {
  let words: string | undefined;
  void cluster.ended.then((last) => (words = last));
  // Recovery after a crash may take long: wait as long as the server lives.
  for (;;) {
    if (await connects(cluster.url('postgres'))) return;
    if (words !== undefined) {
      throw new OperatorError(
        `The database in ${places.dataDir} does not start (${words}): see ${places.log}.`,
      );
    }
    await sleep(15);
  }
}

async function connects(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await ended;
  clearTimeout(late);
}
