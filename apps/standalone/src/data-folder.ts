import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@glossator/api/operations';
import { hold } from './hold.ts';

/** Raised when an older program could no longer read what a newer one wrote into the folder. */
const format = 1;

export interface DataFolder {
  dir: string;
  release: () => void;
}

/** Opens the folder for this process alone. */
export function openDataFolder(dir: string, purpose: string): DataFolder {
  try {
    mkdirSync(dir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(dir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(
      `DATA_DIR ${dir} cannot be written (${code ?? 'unknown'}): set DATA_DIR to a folder of your own.`,
    );
  }
  checkFormat(path.join(dir, 'format'));
  const held = hold(path.join(dir, 'lock'), purpose);
  if ('holder' in held) {
    throw new OperatorError(
      `DATA_DIR ${dir} is in use by ${held.holder.purpose} (process ${String(held.holder.pid)}): end that one first, or set DATA_DIR to another folder.`,
    );
  }
  return { dir, release: held.release };
}

function checkFormat(file: string): void {
  if (!existsSync(file)) {
    writeFileSync(file, `${String(format)}\n`);
    return;
  }
  const found = Number(readFileSync(file, 'utf8'));
  if (found > format) {
    throw new OperatorError(
      `${path.dirname(file)} was written by a newer version of Glossator: update the program, or set DATA_DIR to another folder.`,
    );
  }
}
