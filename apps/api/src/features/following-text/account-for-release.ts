import type { LayerKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { sumFates, type FateReport } from './fate-report.ts';
import { survey, type TextStep } from './ground.ts';
import { tellOthers } from './release-news-statements.ts';
import { settle, type Settled } from './settle.ts';
import * as statements from './statements.ts';
import { touchedWork } from './touched-work.ts';

export type { FateReport } from './fate-report.ts';

/**
 * A version of an edition that was just stored, in the transaction that stored it. Units are already as
 * they will be: those that the release retires are tombstones, those that it makes are there, and `after`
 * has its texts and its apparatus. A release of several editions is one change for each.
 *
 * `successors`: what a declared split, merge or move puts in the place of a unit, in document order, the
 * unit itself among them where part of it stays. What is retired and not in it has nothing in its place.
 */
export interface ReleaseChange extends TextStep {
  readonly editionId: string;
}

/** Threads at a time: what is alike among them is held in memory. */
const batchSize = 100_000;

/**
 * Says of every thread on the work what the release makes of it: carried, carried with a mark, proposed to
 * its author, or stale. Nothing is left out and nothing is lost. Authors are told once,
 * and so is who teaches, explains or follows what changed.
 */
export async function accountForRelease(db: Db, change: ReleaseChange): Promise<FateReport> {
  await db.rows(statements.lockText, [change.workId]);
  const ground = await survey(db, change);
  const found = await db.rows<{ id: string }>(statements.threadsOn, [
    change.workId,
    ground.touched,
  ]);
  const settled: Settled[] = [];
  for (let at = 0; at < found.length; at += batchSize) {
    const ids = found.slice(at, at + batchSize).map(({ id }) => id);
    settled.push(...(await settle(db, change, ground, ids)));
  }
  const asked = settled.flatMap(({ outcome, ids }) => (outcome === 'carried' ? [] : ids));
  if (asked.length > 0) await db.rows(statements.tellAuthors, [change.after, asked]);
  const changed = ground.units.inOrder(ground.changed);
  await db.rows(tellOthers, [change.after, change.workId, changed]);
  const counts = await db.rows<{ layer: LayerKind; threads: number }>(statements.threadCounts, [
    change.workId,
  ]);
  return {
    edition: change.editionId,
    threads: sumFates(new Map(counts.map(({ layer, threads }) => [layer, threads])), settled),
    changed,
    ...(await touchedWork(db, change.workId, changed)),
  };
}
