import type { TextPublication } from '@glossator/contract';
import type { Result, ShippedWork } from '@glossator/document';
import type { Correction, ShipFailure } from '@glossator/document/import';
import { apart } from '../../apart.ts';
import type { Db, Transact } from '../../db/client.ts';
import { ownSlug } from '../own-works/name.ts';
import { NameTaken, storeOwnWork } from '../own-works/store.ts';
import type { ToMake } from './make/make-work.ts';
import * as statements from './statements.ts';

export interface PublishDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly report: (error: unknown) => void;
}

interface Waiting {
  readonly ownerId: string;
  readonly version: number;
  readonly declared: TextPublication;
  readonly storedAt: number;
  readonly body: Buffer;
}

const script = new URL('./make/worker.ts', import.meta.url);
/** Milliseconds, and megabytes of heap, that minting may take. */
const bounds = { time: 180_000, heap: 1_536 };
/** Characters of its name that the id of an edition puts behind it. */
const room = 16;
/** Forty bits that were drawn before: the next draw is another. */
const draws = 3;
/** Share of the whole that minting takes, where storing takes the rest. */
const minting = 0.2;

/** It was thrown away meanwhile, or another process was quicker. */
class NoLongerWanted extends Error {}

async function makeOf(
  db: Db,
  id: string,
  { version, declared, storedAt, body }: Waiting,
  slug: string,
): Promise<Result<ShippedWork, ShipFailure> | null> {
  const rows = await db.rows<{ body: Correction }>(statements.correctionsOf, [
    ...[id, storedAt, version],
  ]);
  const released = new Date().toISOString().slice(0, 10);
  const corrections = rows.map((row) => row.body);
  const toMake: ToMake = { body, corrections, declared, slug, released };
  return apart<Result<ShippedWork, ShipFailure>>(script, toMake, bounds);
}

async function publish(
  deps: PublishDeps,
  id: string,
  waiting: Waiting,
  draw = 1,
): Promise<'' | 'too-much'> {
  const { db, transact } = deps;
  const tell = (fraction: number): void => {
    // It is told again soon; that it was not written once is nothing to anybody.
    db.rows(statements.publishProgress, [id, Math.floor(fraction * 99)]).catch(() => undefined);
  };
  const { declared, ownerId } = waiting;
  const slug = ownSlug(declared.slug, room);
  const made = await makeOf(db, id, waiting, slug);
  if (made === null) return 'too-much';
  if (!made.ok) throw new Error(`what was accepted makes no work: ${made.reason}`);
  tell(minting);
  try {
    await transact(async (inside) => {
      await storeOwnWork(inside, ownerId, made.value, (stored) => {
        tell(minting + (1 - minting) * stored);
      });
      // Last, so that progress can be written until then: it holds the row.
      const ended = await inside.rows(statements.publish, [id, slug, JSON.stringify(declared)]);
      if (ended.length === 0) throw new NoLongerWanted();
    });
    return '';
  } catch (error) {
    if (error instanceof NameTaken && draw < draws) return publish(deps, id, waiting, draw + 1);
    throw error;
  }
}

/**
 * Makes a work of what waits to be published: whole or not at all. May be stopped anywhere and begun
 * again, also twice at once: one of them is the work, of the other nothing stays.
 */
export async function publishOff(deps: PublishDeps, id: string): Promise<void> {
  const [waiting] = await deps.db.rows<Waiting & Record<string, unknown>>(statements.toPublish, [
    id,
  ]);
  if (waiting === undefined) return;
  const end = (fault: 'too-much' | 'broken') =>
    deps.db.rows(statements.endPublishing, [id, JSON.stringify(waiting.declared), fault]);
  try {
    const fault = await publish(deps, id, waiting);
    if (fault !== '') await end(fault);
  } catch (error) {
    if (error instanceof NoLongerWanted) return;
    deps.report(error);
    // Where the database is away this fails as well, and the queue gives it again.
    await end('broken');
  }
}
