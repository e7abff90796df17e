import { existsSync, readFileSync } from 'node:fs';

/** One sentence for the person who starts the program. */
export class ConfigError extends Error {}

export interface ApiConfig {
  readonly host: string;
  readonly port: number;
  /** The address people use: scheme, host and port, nothing else. */
  readonly origin: URL;
  readonly databaseUrl: string;
  /** Signing keys, newest first; the others still verify while keys rotate. */
  readonly keys: readonly string[];
  readonly smtpUrl: string | null;
  /** A Chromium that prints; without one there is no PDF. */
  readonly chromium: string | null;
  /** Peers whose forwarded addresses are believed. */
  readonly trustProxy: readonly string[];
  readonly rateLimits: RateLimits;
  readonly log: 'silent' | 'warn' | 'info';
}

/** Requests per minute. Reading and writing by address or person, signing in by address. */
export interface RateLimits {
  readonly read: number;
  readonly write: number;
  readonly drafts: number;
  /** Claims and decisions of moderators: each case that is decided takes about three. */
  readonly moderation: number;
  /** Files in and out. */
  readonly exchange: number;
  readonly search: number;
  readonly credentials: number;
}

export const defaultRateLimits: RateLimits = {
  read: 1_200,
  write: 60,
  drafts: 240,
  moderation: 360,
  exchange: 20,
  search: 120,
  credentials: 120,
};

type Environment = Readonly<Record<string, string | undefined>>;

export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

export function readOrigin(env: Environment, port: number): URL {
  const text = env['ORIGIN'] ?? `http://localhost:${String(port)}`;
  const origin = URL.canParse(text) ? new URL(text) : null;
  if (origin === null || !/^https?:$/.test(origin.protocol) || origin.pathname !== '/')
    throw new ConfigError(
      `ORIGIN must be the address people use, like https://example.org, without a path; it is "${text}".`,
    );
  if (origin.protocol === 'http:' && !isLoopback(origin.hostname) && env['ALLOW_HTTP'] !== '1')
    throw new ConfigError(
      `ORIGIN ${origin.origin} is plain http on a public name: passwords would travel unprotected; use https, or set ALLOW_HTTP=1 to accept that.`,
    );
  return origin;
}

function readPort(env: Environment): number {
  const text = env['PORT'] ?? '3000';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    throw new ConfigError(`PORT must be a number from 1 to 65535; it is "${text}".`);
  return port;
}

/** A key file holds one key a line, newest first; a key has at least 32 characters. */
export function readKeys(file: string | undefined): readonly string[] {
  if (file === undefined)
    throw new ConfigError('SECRET_FILE is not set: name a file that holds a signing key.');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError(`SECRET_FILE ${file} cannot be read: make it, readable by this user.`);
  }
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (keys.length === 0 || keys.some((key) => key.length < 32))
    throw new ConfigError(
      `SECRET_FILE ${file} must hold keys of at least 32 characters, one a line.`,
    );
  return keys;
}

function readSmtpUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  // Not repeated: it holds a password.
  if (!URL.canParse(text) || !/^smtps?:\/\/[^/?#]/.test(text))
    throw new ConfigError(
      'SMTP_URL must be like smtps://user:password@mail.example.org, with ?from=… for the sender.',
    );
  return text;
}

const usualChromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function readChromium(file: string | undefined): string | null {
  if (file === undefined) return usualChromiums.find((each) => existsSync(each)) ?? null;
  if (!existsSync(file))
    throw new ConfigError(`CHROMIUM ${file} is not there: name the program itself, or nothing.`);
  return file;
}

export function readApiConfig(env: Environment): ApiConfig {
  const port = readPort(env);
  const databaseUrl = env['APP_DATABASE_URL'] ?? env['DATABASE_URL'];
  if (databaseUrl === undefined)
    throw new ConfigError('DATABASE_URL is not set: name the PostgreSQL database to use.');
  return {
    host: env['HOST'] ?? 'localhost',
    port,
    origin: readOrigin(env, port),
    databaseUrl,
    keys: readKeys(env['SECRET_FILE']),
    smtpUrl: readSmtpUrl(env['SMTP_URL']),
    chromium: readChromium(env['CHROMIUM']),
    trustProxy: (env['TRUST_PROXY'] ?? 'loopback').split(',').map((peer) => peer.trim()),
    rateLimits: defaultRateLimits,
    log: 'warn',
  };
}
