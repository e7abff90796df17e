import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { environmentForChild, root } from '../config.ts';
import { databaseName } from '../database.ts';
import { places, socketUrl } from '../postgres/index.ts';

export interface TestSite {
  origin: string;
  administratorLink: string;
  dataDir: string;
  /** Its embedded database, as the owner of the tables. */
  ownerUrl: string;
  process: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  /** Ends the site and removes its folder. */
  stop: () => Promise<void>;
}

/** The real start as a child process, on a free port with a data folder of its own. */
export async function startSite(settings: Record<string, string> = {}): Promise<TestSite> {
  const dataDir = settings['DATA_DIR'] ?? mkdtempSync(path.join(os.tmpdir(), 'glossator-'));
  chmodSync(dataDir, 0o711);
  const port = settings['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, [path.join(root, 'apps/standalone/src/start.ts')], {
    cwd: root,
    env: { ...environmentForChild(unset), DATA_DIR: dataDir, PORT: port, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const origin = `http://localhost:${port}`;
  const up = new Promise<void>((resolve) =>
    child.stdout.on('data', () => {
      if (output.includes(`Glossator is at ${origin}`)) resolve();
    }),
  );
  await Promise.race([up, ended]);
  if (child.exitCode !== null) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`The site did not start:\n${output}`);
  }
  const administratorLink = /administrator.*?(http\S+)/.exec(output)?.[1] ?? '';
  const ownerUrl = socketUrl(places(dataDir).socket, databaseName);
  return {
    origin,
    administratorLink,
    dataDir,
    ownerUrl,
    process: child,
    output: () => output,
    stop,
  };
}

// What the tester's own shell may have set must not reach the site under test.
const unset = [
  'HOST',
  'ORIGIN',
  'DATABASE_URL',
  'APP_DATABASE_URL',
  'API_URL',
  'SMTP_URL',
  'SECRET_FILE',
  'TRUST_PROXY',
  'ALLOW_HTTP',
  'CHROMIUM',
];

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
