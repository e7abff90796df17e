import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@glossator/api/operations';

/** The file with the signing key: the given one, else made at the first start. */
export function secretFile(dataDir: string, given: string | null): string {
  if (given !== null) {
    if (statSync(given, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new OperatorError(
        `SECRET_FILE ${given} does not exist: make it, for example with "openssl rand -base64 48".`,
      );
    }
    if (readFileSync(given, 'utf8').trim().length < 32) {
      throw new OperatorError(
        `SECRET_FILE ${given} is too short: give it at least 32 characters, for example with "openssl rand -base64 48".`,
      );
    }
    return path.resolve(given);
  }
  const file = path.join(dataDir, 'secret');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  return file;
}

/** Puts a restored key in the place of the one made at the first start. */
export function replaceSecret(dataDir: string, key: Buffer): void {
  const file = path.join(dataDir, 'secret');
  const part = `${file}.part`;
  writeFileSync(part, key, { mode: 0o600 });
  renameSync(part, file);
}
