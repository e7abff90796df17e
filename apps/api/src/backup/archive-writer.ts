import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { OperatorError } from '../db/operator-error.ts';
import type { Part } from './format.ts';

export interface ArchiveWriter {
  add(name: string, content: Buffer): Promise<Part>;
  /** Waits until everything is on the disk and gives the file its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** Writes FILE.part, readable by its owner alone: it holds the signing key. */
export function writeArchive(file: string): ArchiveWriter {
  if (existsSync(file)) throw new OperatorError(`${file} exists already: name another file.`);
  const part = `${file}.part`;
  const tar = pack();
  const written = pipeline(
    Readable.from(tar),
    createGzip(),
    createWriteStream(part, { mode: 0o600, flags: 'w', flush: true }),
  );
  // Whoever adds or finishes next learns of it; until then it must not end the process.
  written.catch(() => undefined);
  return {
    add: async (name, content) => {
      // Where writing has failed the reason is there, and the archive says only that it is closed.
      if (tar.destroyed) await written;
      const entry = tar.entry({ name, size: content.length, mode: 0o600 });
      const done = once(entry, 'finish');
      entry.end(content);
      await Promise.race([done, written]);
      return { name, bytes: content.length, sha256: sha256(content) };
    },
    finish: async () => {
      tar.finalize();
      await written;
      publish(part, file);
    },
    abandon: async () => {
      tar.destroy();
      await written.catch(() => undefined);
      rmSync(part, { force: true });
    },
  };
}

export const sha256 = (content: Buffer): string =>
  createHash('sha256').update(content).digest('hex');

function publish(part: string, file: string): void {
  try {
    // Unlike a rename, a link never replaces what somebody else has put there in the meantime.
    linkSync(part, file);
    rmSync(part);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new OperatorError(`${file} exists already: name another file.`);
    }
    renameSync(part, file);
  }
  const folder = openSync(path.dirname(path.resolve(file)), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
