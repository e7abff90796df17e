import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@glossator/api/operations';
import type { Config } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { databaseName, openDatabase } from './database.ts';
import { holderOf } from './hold.ts';
import { socketUrl } from './postgres/index.ts';

export interface ReachedDatabase {
  ownerUrl: string;
  /** Whether the program runs on this data folder at the same time. */
  shared: boolean;
  done: () => Promise<void>;
}

/** The database of a running program, through its socket; else its cluster, started for the duration. */
export async function reachDatabase(
  config: Config,
  purpose: string,
  report: (line: string) => void,
): Promise<ReachedDatabase> {
  const shared = holderOf(path.join(config.dataDir, 'lock')) !== null;
  if (config.databaseUrl !== null) {
    return { ownerUrl: config.databaseUrl, shared, done: () => Promise.resolve() };
  }
  if (shared) {
    const ownerUrl = socketUrl(runningSocket(config.dataDir), databaseName);
    return { ownerUrl, shared, done: () => Promise.resolve() };
  }
  const folder = openDataFolder(config.dataDir, purpose);
  try {
    const database = await openDatabase(config, report);
    const done = async () => {
      await database.stop();
      folder.release();
    };
    return { ownerUrl: database.ownerUrl, shared, done };
  } catch (error) {
    folder.release();
    throw error;
  }
}

// The fifth line of postmaster.pid is the socket's folder.
function runningSocket(dataDir: string): string {
  const file = path.join(dataDir, 'pg/postmaster.pid');
  const socket = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[4] : undefined;
  if (socket === undefined || socket === '') {
    throw new OperatorError(
      `The program on ${dataDir} is just starting or ending: try again in a moment.`,
    );
  }
  return socket;
}
