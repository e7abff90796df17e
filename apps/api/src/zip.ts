import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
  /** As a container demands of its first file. */
  readonly isStored?: boolean;
}

/**
 * The same archive for the same entries, on every machine. Its clock tells local time, so that it is
 * set to what shows as the same everywhere, and no other time is written down. What compresses is
 * zlib as it comes with Node: another of its versions may give other bytes.
 */
export async function zipOf(entries: readonly ZipEntry[], at: string): Promise<Uint8Array> {
  const [year = 1980, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  const mtime = new Date(Math.max(1980, year), month - 1, day, 12);
  const zip = new ZipFile();
  for (const { name, text, isStored = false } of entries)
    zip.addBuffer(Buffer.from(text), name, {
      mtime,
      mode: 0o100_644,
      compress: !isStored,
      forceDosTimestamp: true,
    });
  zip.end();
  return buffer(zip.outputStream);
}
