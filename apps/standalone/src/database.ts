import { connectOwner } from '@glossator/api/operations';
import type { Config } from './config.ts';
import { startCluster } from './postgres/index.ts';

export interface Database {
  ownerUrl: string;
  appUrl: string;
  embedded: boolean;
  stop: () => Promise<void>;
  /** Settles, with its last words, when an embedded server has ended. */
  ended: Promise<string>;
}

export const databaseName = 'glossator';

/** The configured database, or the embedded one, started and with its database made. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'appDatabaseUrl' | 'dataDir'>,
  report: (line: string) => void,
): Promise<Database> {
  if (config.databaseUrl !== null) {
    return {
      ownerUrl: config.databaseUrl,
      appUrl: config.appDatabaseUrl ?? config.databaseUrl,
      embedded: false,
      stop: () => Promise.resolve(),
      ended: new Promise(() => undefined),
    };
  }
  const cluster = await startCluster({ dataDir: config.dataDir, report });
  try {
    await createDatabase(cluster.url('postgres'));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    ownerUrl: cluster.url(databaseName),
    appUrl: cluster.url(databaseName, 'glossator_app'),
    embedded: true,
    stop: () => cluster.stop(),
    ended: cluster.ended,
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = await connectOwner(url);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      databaseName,
    ]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
