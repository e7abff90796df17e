import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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

/** CHROMIUM_PATH, else the machine's own Chromium, else the packaged one. */
export async function launch(): Promise<Launched> {
  const own = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-chromium-'));
  const fonts = await withHanzi(folder);
  const browser = existsSync(own)
    ? await chromium.launch({
        executablePath: own,
        args: flags,
        env: { ...process.env, ...fonts },
      })
    : await launchPackaged(folder, fonts);
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function besidePackage(file: string): string {
  const manifest = findPackageJSON('@sparticuz/chromium', import.meta.url);
  if (manifest === undefined) throw new Error('@sparticuz/chromium is not installed');
  return path.join(path.dirname(manifest), 'bin', file);
}

async function launchPackaged(folder: string, fonts: Record<string, string>): Promise<Browser> {
  // It unpacks itself into TMPDIR, which it reads when imported; others may have left their own there.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  // A bare machine lacks libnss3 and libnspr4: the package has them beside the browser.
  const libraries = path.join(await inflate(besidePackage('al2023.tar.br')), 'lib');
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  return chromium.launch({
    executablePath,
    args: [...flags, '--headless=shell'],
    env: { ...process.env, ...fonts, LD_LIBRARY_PATH: libraries },
  });
}
