import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { OperatorError } from '@glossator/api/operations';
import { environmentForChild, root } from './config.ts';
import { hold } from './hold.ts';
import type { Listener } from './site.ts';
import { sourcesDigest } from './web-sources.ts';

const web = path.join(root, 'apps/web');
const handlerFile = path.join(web, 'build/handler.js');
const stamp = path.join(web, 'build/.sources');

/** Builds the site where it is missing or its sources have changed; two starts at once build it once. */
export async function buildWeb(report: (line: string) => void): Promise<void> {
  if (fresh()) return;
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const lock = path.join(cache, 'glossator-web-build');
  let held = hold(lock, 'a build');
  if ('holder' in held) report('Waiting for another start that builds the site.');
  while ('holder' in held) {
    await sleep(200);
    held = hold(lock, 'a build');
  }
  try {
    if (fresh()) return;
    report('Building the site (once, until its sources change).');
    const digest = sourcesDigest(root);
    await runBuild();
    // Of before: what was edited while the build ran is built at the next start.
    writeFileSync(stamp, `${digest}\n`);
  } finally {
    held.release();
  }
}

/** The built site. Its environment is read at the first import. */
export async function webHandler(): Promise<Listener> {
  const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: Listener };
  return handler;
}

export function fresh(): boolean {
  if (!existsSync(handlerFile) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8').trim() === sourcesDigest(root);
}

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--run', 'build'], {
      cwd: web,
      env: { ...environmentForChild(), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-6000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new OperatorError(
            `${output.trim()}\nThe site could not be built: correct what is said above and start again.`,
          ),
        );
    });
  });
}
