import {
  limits,
  type FurnitureAct,
  type ImportCorrections,
  type ImportStretch,
} from '@glossator/contract';
import {
  applyCorrection,
  type Correction,
  type ImportProposal,
  type Undo,
} from '@glossator/document/import';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { chosenOf, sideOf } from './furniture.ts';
import { stretchOf } from './index-of.ts';
import { packed } from './packed.ts';
import type { Named } from './proposals.ts';
import { canUndo, requireReady, stale, type TextImportDeps } from './service.ts';
import * as statements from './statements.ts';

interface Held extends Named {
  readonly version: number;
  readonly proposal: ImportProposal;
}

interface Made {
  readonly body: Correction;
  readonly undo: Undo;
  readonly takesBack: number;
}

/** Corrections after which the proposal is stored anew: as many are made again by whoever reads it next. */
const apart = 50;

const refused = (reason: string, n: number): Refusal =>
  new Refusal('correction-unfit', `This cannot be done here: ${reason}.`, { reason, n });

/** An import of one's own, held until the transaction ends, as it was seen. */
export async function held(
  { proposals }: Pick<TextImportDeps, 'proposals'>,
  db: Db,
  viewer: Viewer,
  id: string,
  version: number,
): Promise<Held> {
  const personId = requireMember(viewer.actor);
  const [row] = await db.rows<{ state: 'ready'; reading: number; version: number }>(
    statements.holdImport,
    [id, personId],
  );
  if (row === undefined) throw notFound();
  requireReady(row);
  if (row.version !== version) throw stale(row.version);
  const of = { id, reading: row.reading };
  return { ...of, version, proposal: await proposals.at(db, of, version) };
}

function applied(
  proposal: ImportProposal,
  corrections: readonly Correction[],
  takesBack: number,
): { readonly proposal: ImportProposal; readonly made: readonly Made[] } {
  const made: Made[] = [];
  let now = proposal;
  for (const [n, body] of corrections.entries()) {
    const corrected = applyCorrection(now, body);
    if (!corrected.ok) throw refused(corrected.reason, n);
    now = corrected.value.proposal;
    made.push({ body, undo: corrected.value.undo, takesBack });
  }
  return { proposal: now, made };
}

/** Writes corrections down, all of them or none, and the proposal now and then. */
async function written(
  db: Db,
  before: Held,
  corrections: readonly Correction[],
  takesBack = 0,
): Promise<Held> {
  const { proposal, made } = applied(before.proposal, corrections, takesBack);
  const version = before.version + made.length;
  const rows = made.map((each, at) => ({ ...each, n: before.version + at + 1 }));
  await db.rows(statements.keepCorrections, [before.id, JSON.stringify(rows)]);
  await db.rows(statements.touch, [before.id, version]);
  if (Math.floor(version / apart) > Math.floor(before.version / apart))
    await db.rows(statements.keepState, [before.id, version, await packed(proposal)]);
  return { ...before, version, proposal };
}

async function changed(
  { transact, proposals }: TextImportDeps,
  work: (db: Db) => Promise<Held>,
  from: number,
): Promise<ImportStretch> {
  const { stands, undo } = await transact(async (db) => {
    const made = await work(db);
    return { stands: made, undo: await canUndo(db, made.id) };
  });
  // Only what was committed is kept.
  proposals.keep(stands, stands);
  const { version, proposal } = stands;
  return stretchOf(proposal, { version, from, canUndo: undo });
}

export const correct = (
  deps: TextImportDeps,
  viewer: Viewer,
  id: string,
  { version, from, corrections }: ImportCorrections,
): Promise<ImportStretch> =>
  changed(
    deps,
    async (db) => written(db, await held(deps, db, viewer, id, version), corrections),
    from,
  );

/** Takes back the newest correction that stands. */
export const takeBack = (
  deps: TextImportDeps,
  viewer: Viewer,
  id: string,
  { version, from }: { readonly version: number; readonly from: number },
): Promise<ImportStretch> =>
  changed(
    deps,
    async (db) => {
      const before = await held(deps, db, viewer, id, version);
      const [last] = await db.rows<{ n: number; undo: Undo }>(statements.toTakeBack, [id]);
      if (last === undefined) throw refused('nothing-to-do', 0);
      return written(db, before, [last.undo], last.n);
    },
    from,
  );

/** Brings what was set aside back into the text, or agrees that it is none: some, or all of a kind. */
export async function actOnFurniture(
  deps: TextImportDeps,
  viewer: Viewer,
  id: string,
  { version, act, ...asked }: FurnitureAct,
): Promise<ImportStretch> {
  return changed(
    deps,
    async (db) => {
      const before = await held(deps, db, viewer, id, version);
      const chosen = chosenOf(before.proposal, asked).slice(0, limits.importCorrections);
      if (chosen.length === 0) throw refused('no-such-furniture', 0);
      const corrections = chosen.map((each): Correction =>
        act === 'confirm'
          ? { do: 'confirm', furniture: each.id }
          : { do: 'restore', furniture: each.id, side: sideOf(before.proposal, each) },
      );
      return written(db, before, corrections);
    },
    0,
  );
}
