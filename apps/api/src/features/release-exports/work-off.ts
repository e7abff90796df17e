import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Db } from '../../db/client.ts';
import { cleanRelease } from './make/clean.ts';
import type { Exported, Step } from './make/exported.ts';
import { makers } from './make/makers.ts';
import type { ExportDeps, FileRow } from './files.ts';
import { findRelease, keysOf, readSource } from './source.ts';
import * as statements from './statements.ts';

/** Bytes of a piece, and pieces that are stored by one statement. */
const piece = 256 * 1024;
const atOnce = 8;
/** Milliseconds between two reports of how far it is. */
const between = 500;

type Owed = FileRow & { readonly slug: string; readonly major: number; readonly minor: number };

/** Tells how far it is now and then, and lets requests have their turn after each part. */
function stepOf(db: Db, id: string): Step {
  let told = performance.now();
  return async (parts) => {
    if (performance.now() - told > between) {
      told = performance.now();
      await db.rows(statements.moveFile, [id, parts]);
    }
    await turn();
  };
}

function make(deps: ExportDeps, exported: Exported, { id, format }: Owed): Promise<Uint8Array> {
  const step = stepOf(deps.db, id);
  if (format !== 'pdf') return makers[format](exported, step);
  if (deps.print === null) throw new Error('there is no browser to print with');
  return deps.print({ ...exported, release: cleanRelease(exported.release) }, step);
}

async function store(deps: ExportDeps, { id, release, format }: Owed, bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) =>
    Buffer.from(bytes.subarray(n * piece, (n + 1) * piece)),
  );
  await deps.transact(async (db) => {
    const [mine] = await db.rows(statements.finishFile, [id, bytes.length, sha256]);
    if (mine === undefined) return;
    for (let at = 0; at < pieces.length; at += atOnce)
      await db.rows(statements.addPieces, [id, at, pieces.slice(at, at + atOnce)]);
    await db.rows(statements.removeFormer, [release, format, id]);
  });
}

/** Makes a file that was asked for. Of one that cannot be made it is said so, and why in the log. */
export async function workOff(
  deps: ExportDeps,
  id: string,
  report: (error: unknown) => void,
): Promise<void> {
  const [owed] = await deps.db.rows<Owed & Record<string, unknown>>(statements.fileById, [id]);
  if (owed?.state !== 'waiting') return;
  try {
    const release = await findRelease(deps, owed.slug, owed);
    const key = (await keysOf(deps, release))(owed.format);
    const exported = await readSource(deps, release);
    const bytes = await make(deps, exported, owed);
    // Who may read what has changed while it waited or was made: whoever asks now asks for another.
    const now = (await keysOf(deps, release))(owed.format);
    if (key !== owed.key || now !== owed.key) throw new Error('its words have changed meanwhile');
    await store(deps, owed, bytes);
  } catch (error) {
    report(error);
    await deps.db.rows(statements.failFile, [id]);
  }
}
