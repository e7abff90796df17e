import type { Correction, ImportProposal } from '@glossator/document/import';
import { LRUCache } from 'lru-cache';
import type { Db } from '../../db/client.ts';
import { makeAgain } from './make-again.ts';
import { unpacked } from './packed.ts';
import * as statements from './statements.ts';

/** A proposal after so many corrections. */
export interface Standing {
  readonly version: number;
  readonly proposal: ImportProposal;
}

/** Each reading of an import begins a count of its own. */
export interface Named {
  readonly id: string;
  readonly reading: number;
}

/** Proposals as they stand; what was read once is kept for a while by each process. */
export interface Proposals {
  /** Reads by `db`: inside a transaction what it has written is seen. */
  at(db: Db, of: Named, version: number): Promise<ImportProposal>;
  keep(of: Named, standing: Standing): void;
}

/** Characters of text in all proposals that are kept: each costs about forty bytes. */
const kept = 12_000_000;
const sizeOf = ({ proposal }: Standing): number =>
  proposal.sources.reduce(
    (sum, { blocks }) => blocks.reduce((all, { text }) => all + text.length + 50, sum),
    1,
  );

const keyOf = ({ id, reading }: Named): string => `${id} ${String(reading)}`;

async function stored(db: Db, id: string): Promise<Standing> {
  const [row] = await db.rows<{ version: number; body: Buffer }>(statements.stateOf, [id]);
  if (row === undefined) throw new Error(`import ${id} is ready and has no proposal`);
  return { version: row.version, proposal: await unpacked(row.body) };
}

async function advanced(db: Db, id: string, from: Standing, to: number): Promise<Standing> {
  const rows = await db.rows<{ body: Correction }>(statements.correctionsOf, [
    ...[id, from.version, to],
  ]);
  const corrections = rows.map(({ body }) => body);
  return { version: to, proposal: makeAgain(from.proposal, corrections) };
}

export function makeProposals(): Proposals {
  const known = new LRUCache<string, Standing>({
    maxSize: kept,
    sizeCalculation: sizeOf,
    ttl: 30 * 60_000,
  });
  return {
    at: async (db, of, version) => {
      const cached = known.get(keyOf(of));
      if (cached?.version === version) return cached.proposal;
      const isBefore = cached !== undefined && cached.version < version;
      const from = isBefore ? cached : await stored(db, of.id);
      const standing = await advanced(db, of.id, from, version);
      known.set(keyOf(of), standing);
      return standing.proposal;
    },
    keep: (of, standing) => {
      known.set(keyOf(of), standing);
    },
  };
}
