import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@glossator/api/operations';
import { loopbackName } from './loopback.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

type Environment = Record<string, string | undefined>;

export interface Config {
  host: string;
  port: number;
  origin: URL;
  dataDir: string;
  /** null: the embedded cluster. */
  databaseUrl: string | null;
  appDatabaseUrl: string | null;
  /** null: a key of our own below dataDir. */
  secretFile: string | null;
  trustProxy: string[];
  warnings: string[];
}

/** The one reader of the environment in this package; every refusal is a sentence. */
export function readConfig(env: Environment = process.env, uid = process.getuid?.()): Config {
  const port = readPort(env['PORT']);
  const origin = readOrigin(env['ORIGIN'], port);
  const warnings: string[] = [];
  if (origin.protocol === 'http:' && !loopbackName(origin.hostname)) {
    if (env['ALLOW_HTTP'] !== '1') {
      throw new Refusal(
        `ORIGIN ${origin.origin} would send passwords unencrypted: put a proxy with https before it and set ORIGIN to its https address, or set ALLOW_HTTP=1 if the network is trusted.`,
      );
    }
    warnings.push(
      `Warning: ORIGIN ${origin.origin} is not encrypted; use it in a trusted network only.`,
    );
  }
  const databaseUrl = given(env['DATABASE_URL']);
  const appDatabaseUrl = given(env['APP_DATABASE_URL']);
  if (databaseUrl === null && appDatabaseUrl !== null) {
    throw new Refusal(
      'APP_DATABASE_URL is set without DATABASE_URL: set both, or neither for the embedded database.',
    );
  }
  if (databaseUrl !== null && appDatabaseUrl === null) {
    warnings.push(
      'Warning: without APP_DATABASE_URL the site works with the rights of DATABASE_URL; give it an address with the user glossator_app.',
    );
  }
  return {
    host: given(env['HOST']) ?? 'localhost',
    port,
    origin,
    dataDir: path.resolve(given(env['DATA_DIR']) ?? defaultDataDir(uid)),
    databaseUrl,
    appDatabaseUrl,
    secretFile: given(env['SECRET_FILE']),
    trustProxy: (given(env['TRUST_PROXY']) ?? '').split(/[\s,]+/).filter(Boolean),
    warnings,
  };
}

/** What the API's own config module reads, with our answers in the place of defaults. */
export function environmentForApi(answers: Environment): Environment {
  return { ...process.env, ...answers };
}

/** What the built web app reads from the environment when it is first imported. */
export function prepareWebEnvironment(answers: Environment): void {
  Object.assign(process.env, answers);
}

/** For child processes: this Node first, whatever the machine has. */
export function environmentForChild(): Environment {
  const bin = path.dirname(process.execPath);
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
}

const given = (value: string | undefined) => (value === undefined || value === '' ? null : value);

const defaultDataDir = (uid: number | undefined) =>
  uid === 0 && os.platform() === 'linux' ? '/var/lib/glossator' : path.join(root, '.data');

function readPort(value = '3000'): number {
  const port = Number(value === '' ? '3000' : value);
  if (/^\d*$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`PORT ${value} is not a port: set it to a number from 1 to 65535.`);
}

function readOrigin(value: string | undefined, port: number): URL {
  const text = given(value) ?? `http://localhost:${String(port)}`;
  const url = URL.parse(text);
  const plain = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/';
  if (!plain || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Refusal(
      `ORIGIN ${text} is not an origin: write scheme, host and port only, as in https://notes.example.org.`,
    );
  }
  return url;
}
