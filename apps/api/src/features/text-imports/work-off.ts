import type { SourceEncoding } from '@glossator/contract';
import { apart } from '../../apart.ts';
import type { Db, Transact } from '../../db/client.ts';
import { readBounds } from './read/bounds.ts';
import type { Proposed, ToRead } from './read/propose.ts';
import * as statements from './statements.ts';

interface Waiting {
  readonly reading: number;
  readonly n: number;
  readonly kind: 'file' | 'paste';
  readonly name: string;
  readonly lang: string;
  readonly content: Buffer;
  readonly chosen: SourceEncoding | '';
}

const toRead = ({ kind, name, lang, content, chosen }: Waiting): ToRead => ({
  lang,
  brought:
    kind === 'paste'
      ? { kind, text: content.toString('utf8') }
      : { kind, name, bytes: content, encoding: chosen === '' ? null : chosen },
});

const script = new URL('./read/worker.ts', import.meta.url);
/** Milliseconds between two times that progress is written down. */
const pause = 400;

/**
 * Reads what was brought and stores what is proposed. May be stopped anywhere and begun again, also twice
 * at once: each stores the same, and what is no longer wanted is not stored.
 */
export async function workOff(
  { db, transact }: { readonly db: Db; readonly transact: Transact },
  id: string,
): Promise<void> {
  const sources = await db.rows<Waiting & Record<string, unknown>>(statements.toRead, [id]);
  const [first] = sources;
  if (first === undefined) return;
  const { reading } = first;
  let told = 0;
  const proposed = await apart<Proposed>(script, sources.map(toRead), readBounds, (fraction) => {
    if (Date.now() - told < pause) return;
    told = Date.now();
    // It is told again soon; that it was not written once is nothing to anybody.
    db.rows(statements.progress, [id, reading, Math.floor(fraction * 100)]).catch(() => undefined);
  });
  await transact(async (inside) => {
    const made = proposed ?? { ok: false, fault: 'file-too-much', at: 0, found: [] };
    const ended = await inside.rows(statements.endReading, [
      ...[id, reading, made.ok ? 'none' : made.fault, made.ok ? 0 : made.at],
    ]);
    if (ended.length === 0) return;
    await inside.rows(statements.keepFound, [id, JSON.stringify(made.found)]);
    if (made.ok) await inside.rows(statements.keepState, [id, 0, made.body]);
  });
}
