import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { facesFor } from './faces.ts';
import type { Maker } from './make/exported.ts';
import { htmlText } from './make/html.ts';

export type Printer = Maker;

const run = promisify(execFile);

/** Milliseconds until a browser that does not come to an end is ended. */
const longest = 5 * 60_000;

/*
 * It is given nothing of our environment, which holds secrets, a page of ours that runs nothing and asks nobody for anything (see its policy), and a
 * folder of its own. As root it starts only without its sandbox.
 */
const flagsIn = (folder: string): readonly string[] => [
  '--headless',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${path.join(folder, 'profile')}`,
  '--blink-settings=scriptEnabled=false',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** Prints the HTML of a release, with typefaces of its own, contents as bookmarks and page numbers. */
export const printer =
  (chromium: string): Printer =>
  async (exported, step) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'glossator-print-'));
    try {
      const plain = await htmlText(exported, step);
      const faces = await facesFor(plain);
      const page = path.join(folder, 'page.html');
      const out = path.join(folder, 'out.pdf');
      // In the sheet it stands first, so that the rules after it find their faces.
      await writeFile(
        page,
        plain.replace('<style>', () => `<style>${faces}`),
      );
      await run(chromium, [...flagsIn(folder), `--print-to-pdf=${out}`, pathToFileURL(page).href], {
        timeout: longest,
        env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder },
      });
      return await readFile(out);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
