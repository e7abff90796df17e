import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLoopback, OperatorError, readOrigin } from '@glossator/api/operations';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const migrations = path.join(root, 'migrations');

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
export function readConfig(all: Environment = process.env, uid = process.getuid?.()): Config {
  const env = withoutEmpty(all);
  const port = readPort(env['PORT']);
  const origin = readOrigin(env, port);
  const warnings: string[] = [];
  if (origin.protocol === 'http:' && !isLoopback(origin.hostname)) {
    warnings.push(
      `Warning: ORIGIN ${origin.origin} is not encrypted; use it in a trusted network only.`,
    );
  }
  const databaseUrl = env['DATABASE_URL'] ?? null;
  const appDatabaseUrl = env['APP_DATABASE_URL'] ?? null;
  if (databaseUrl === null && appDatabaseUrl !== null) {
    throw new OperatorError(
      'APP_DATABASE_URL is set without DATABASE_URL: set both, or neither for the embedded database.',
    );
  }
  if (databaseUrl !== null && appDatabaseUrl === null) {
    warnings.push(
      'Warning: without APP_DATABASE_URL the site works with the rights of DATABASE_URL; give it an address with the user glossator_app.',
    );
  }
  return {
    host: env['HOST'] ?? 'localhost',
    port,
    origin,
    dataDir: path.resolve(env['DATA_DIR'] ?? defaultDataDir(uid)),
    databaseUrl,
    appDatabaseUrl,
    secretFile: env['SECRET_FILE'] ?? null,
    trustProxy: (env['TRUST_PROXY'] ?? '').split(/[\s,]+/).filter(Boolean),
    warnings,
  };
}

/** What the API's own config module reads, with our answers in the place of defaults. */
export function environmentForApi(answers: Environment): Environment {
  return { ...withoutEmpty(process.env), ...answers };
}

/** What the built web app reads from the environment when it is first imported. */
export function prepareWebEnvironment(answers: Environment): void {
  Object.assign(process.env, answers);
}

/** Where the person stands: pnpm moves to the checkout and says where it came from. */
export const callersFolder = (): string => process.env['INIT_CWD'] ?? process.cwd();

/** For child processes: this Node first, whatever the machine has. */
export function environmentForChild(without: readonly string[] = []): Environment {
  const bin = path.dirname(process.execPath);
  const kept = Object.entries(process.env).filter(([name]) => !without.includes(name));
  return {
    ...Object.fromEntries(kept),
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
}

// An empty variable is how many tools say "not set".
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

const defaultDataDir = (uid: number | undefined) =>
  uid === 0 && os.platform() === 'linux' ? '/var/lib/glossator' : path.join(root, '.data');

function readPort(value = '3000'): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new OperatorError(`PORT ${value} is not a port: set it to a number from 1 to 65535.`);
}
