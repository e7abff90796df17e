import {
  readWitnessText,
  type Operation,
  type OperationKind,
  type Remainder,
  type SegmentPlace,
  type Uid,
  type WitnessSpan,
  type WitnessText,
  type WitnessZone,
} from '@glossator/document';
import { LRUCache } from 'lru-cache';
import type { Db } from '../../db/client.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { operationsOf, remainderOf, spansOf, witnessOf } from './repository.ts';

/** A copy as it is stored, and what was done with it. */
export interface StoredRecord {
  readonly head: {
    readonly id: string;
    readonly file: string;
    readonly sha256: string;
    readonly codePoints: number;
    readonly lines: number;
    readonly pages: number;
  };
  readonly text: WitnessText;
  readonly zones: readonly WitnessZone[];
  readonly remainder: readonly Remainder[];
  /** Of the copy as such. */
  readonly operations: readonly Operation[];
  /** By id of an edition version: only versions that were read from the copy are here. */
  readonly versions: ReadonlyMap<
    number,
    { readonly places: readonly SegmentPlace[]; readonly operations: readonly Operation[] }
  >;
}

async function load(db: Db, { id, editions }: LoadedWork): Promise<StoredRecord | null> {
  const row = await witnessOf(db, id);
  if (row === null) return null;
  const editionOf = new Map(editions.map((each) => [each.version_id, each.edition_id]));
  const ids = [...editionOf.keys()];
  const [spans, remainder, operations] = await Promise.all([
    spansOf(db, row.id, ids),
    remainderOf(db, row.id),
    operationsOf(db, row.id, ids),
  ]);
  const stored = operations.map(({ n, kind, reason, changes, versionId }) => ({
    versionId,
    operation: {
      n,
      kind: kind as OperationKind,
      edition: versionId === null ? null : (editionOf.get(versionId) ?? null),
      reason,
      changes,
    },
  }));
  const places = new Map<number, Map<string, WitnessSpan[]>>();
  for (const { versionId, uid, line, startAt: start, endAt: end } of spans) {
    const version = places.get(versionId) ?? new Map<string, WitnessSpan[]>();
    places.set(versionId, version.set(uid, [...(version.get(uid) ?? []), { line, start, end }]));
  }
  return {
    head: {
      id: row.name,
      file: row.file,
      sha256: row.sha256,
      codePoints: row.codePoints,
      lines: row.lines,
      pages: row.pages.length,
    },
    text: readWitnessText(row.body, row.pages),
    zones: row.zones,
    remainder: remainder.map(({ kind, startAt, endAt, line, ...rest }) => ({
      group: kind,
      class: rest.class as Remainder['class'],
      line,
      start: startAt,
      end: endAt,
    })),
    operations: stored.filter(({ versionId }) => versionId === null).map((each) => each.operation),
    versions: new Map(
      [...places].map(([versionId, byUid]) => [
        versionId,
        {
          places: [...byUid].map(([uid, own]) => ({ uid: uid as Uid, spans: own })),
          operations: stored
            .filter((each) => each.versionId === versionId)
            .map(({ operation }) => operation),
        },
      ]),
    ),
  };
}

export type Records = (work: LoadedWork) => Promise<StoredRecord | null>;

/** Copies are stored when the program starts and frozen from then on: each is read once. */
export function makeRecords(db: Db): Records {
  const known = new LRUCache<string, Promise<{ readonly record: StoredRecord | null }>>({
    max: 20,
  });
  return async (work) => {
    const key = work.editions.map((each) => each.version_id).join();
    const found = known.get(key);
    if (found !== undefined) return (await found).record;
    const loading = load(db, work).then((record) => ({ record }));
    known.set(key, loading);
    // A failure is not remembered.
    loading.catch(() => known.delete(key));
    return (await loading).record;
  };
}
