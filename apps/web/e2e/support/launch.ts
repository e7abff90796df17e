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
interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** CHROMIUM_PATH, else the machine's own Chromium, else the packaged one. */
async function program(folder: string): Promise<Program> {
  return existsSync(own) ? { file: own, args: flags, env: {} } : unpack(folder);
}

const makeFolder = () => mkdtempSync(path.join(os.tmpdir(), 'glossator-chromium-'));
const remove = (folder: string) => {
  rmSync(folder, { recursive: true, force: true });
};

export async function launch(): Promise<Launched> {
  const folder = makeFolder();
  const { file, args, env } = await program(folder);
  const browser = await chromium.launch({
    executablePath: file,
    args: [...args],
    env: { ...process.env, ...(await withHanzi(folder)), ...env },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      remove(folder);
    },
  };
}

/** A program of one file, for a site that prints by `CHROMIUM`: it is given nothing of our environment. */
export async function chromiumFile(): Promise<{
  readonly file: string;
  readonly remove: () => void;
}> {
  const folder = makeFolder();
  const { file, args, env } = await program(folder);
  const script = path.join(folder, 'print.sh');
  const set = Object.entries(env).map(([name, value]) => `export ${name}='${value}'\n`);
  const start = `exec '${file}' ${args.join(' ')} "$@"\n`;
  writeFileSync(script, ['#!/bin/sh\n', ...set, start].join(''), { mode: 0o755 });
  return {
    file: script,
    remove: () => {
      remove(folder);
    },
  };
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
