import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { facesFor } from './faces.ts';
import type { Maker } from './make/exported.ts';
import { htmlText } from './make/html.ts';

export type Printer = Maker;

/** Milliseconds until a browser that does not come to an end is ended. */
const longest = 4 * 60_000;

const flags = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Prints the HTML of a release, with typefaces of its own, headings as bookmarks and page numbers. The
 * browser is given nothing of our environment, which holds secrets, no network and no script; as root
 * it starts only without its sandbox.
 */
export const printer =
  (executablePath: string): Printer =>
  async (exported, step) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'glossator-print-'));
    try {
      const plain = await htmlText(exported, step);
      const faces = await facesFor(plain);
      const file = path.join(folder, 'page.html');
      // First in the sheet, so that the rules after it find their faces.
      await writeFile(
        file,
        plain.replace('<style>', () => `<style>${faces}`),
      );
      const browser = await chromium.launch({
        executablePath,
        args: flags,
        chromiumSandbox: process.getuid?.() !== 0,
        env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder },
        timeout: longest,
      });
      const timer = setTimeout(() => void browser.close(), longest).unref();
      try {
        const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
        const page = await context.newPage();
        await page.goto(pathToFileURL(file).href, { timeout: longest });
        return await page.pdf({
          preferCSSPageSize: true,
          printBackground: true,
          outline: true,
          tagged: true,
        });
      } finally {
        clearTimeout(timer);
        await browser.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
