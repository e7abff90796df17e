import {
  buildApp,
  firstAdministratorLink,
  makePool,
  prepare,
  readApiConfig,
  type ApiConfig,
} from '@glossator/api';
import { connectOwner, migrationState } from '@glossator/api/operations';
import type { Closing } from './closing.ts';
import { environmentForApi, migrations, prepareWebEnvironment, type Config } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { refuseTakenPort } from './port.ts';
import { refuseUnreachable } from './postgres/index.ts';
import { backupBeforeUpdate } from './prior-backup.ts';
import { secretFile } from './secret.ts';
import { formLimit, site, webHeaders } from './site.ts';
import { buildWeb, webHandler } from './web-build.ts';

type Report = (line: string) => void;

/** Milliseconds that requests in flight are given when the process ends. */
const patience = 10_000;

/** Brings everything up in order; each part opened is closed by `closing` in reverse. */
export async function start(
  config: Config,
  closing: Closing,
  report: Report,
  failed: (sentence: string) => void,
): Promise<void> {
  for (const warning of config.warnings) report(warning);
  await refuseTakenPort(config.host, config.port);
  if (config.databaseUrl === null) refuseUnreachable(config.dataDir);
  const folder = openDataFolder(config.dataDir, 'another start');
  closing.add(folder.release);
  const secret = secretFile(config.dataDir, config.secretFile);

  const database = await openDatabase(config, report);
  closing.add(database.stop);
  void database.ended.then((words) => {
    failed(`The embedded database has ended (${words}): start again, it recovers by itself.`);
  });
  // What refuses comes before what takes long.
  await migrationState(database.ownerUrl, migrations);
  await buildWeb(report);
  if (database.embedded) {
    const { dataDir } = config;
    await backupBeforeUpdate({
      ownerUrl: database.ownerUrl,
      migrations,
      dataDir,
      keyFile: secret,
      report,
    });
  }
  await prepare(database.ownerUrl, report);
  await (await connectOwner(database.appUrl, 'APP_DATABASE_URL')).end();
  const pool = makePool(database.appUrl, 20);
  closing.add(() => pool.end());

  const api = ownAddress(config);
  prepareWebEnvironment({
    ...webHeaders,
    ...formLimit,
    API_URL: api,
    ORIGIN: config.origin.origin,
  });
  const door = site({ ...config, page: await webHandler() });
  const app = await buildApp({
    config: apiConfig(config, database.appUrl, secret),
    pool,
    serverFactory: door.serverFactory,
  });
  closing.add(async () => {
    report('Ending.');
    await door.drain(patience, () => app.close());
  });
  // The name may mean either family to a browser, whatever this machine's hosts file says.
  const both = config.host === 'localhost';
  await app.listen({ host: both ? '127.0.0.1' : config.host, port: config.port });
  if (both) await door.listenAlso('::1', config.port);

  const link = await firstAdministratorLink(pool, config.origin.origin);
  if (link !== null) report(`Make yourself the administrator (once, within an hour): ${link}`);
  report(`Glossator is at ${config.origin.origin}`);
}

/** Where the pages find the API: this very port, by an address it certainly listens on. */
function ownAddress({ host, port }: Config): string {
  const names: Record<string, string> = {
    localhost: '127.0.0.1',
    '0.0.0.0': '127.0.0.1',
    '::': '[::1]',
  };
  const name = names[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${String(port)}`;
}

/** The API's own reading of the environment, with what is decided here put in. */
export function apiConfig(config: Config, databaseUrl: string, secret: string): ApiConfig {
  const environment = environmentForApi({
    HOST: config.host,
    PORT: String(config.port),
    ORIGIN: config.origin.origin,
    DATABASE_URL: databaseUrl,
    APP_DATABASE_URL: databaseUrl,
    SECRET_FILE: secret,
    // The pages ask from this very process.
    TRUST_PROXY: ['loopback', ...config.trustProxy].join(','),
  });
  return { ...readApiConfig(environment), log: 'warn' };
}
