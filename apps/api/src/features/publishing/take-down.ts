import { limits, type TakingDown } from '@glossator/contract';
import type { ReleaseDocument } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { acceptOptional } from '../commentaries/accept.ts';
import { storeParts } from '../releases/store.ts';
import { takeStep } from '../review/take-step.ts';
import { tellAuthors } from '../review/tell.ts';
import { workAround, type TextStore } from '../works/text-store.ts';
import type { PublishingDeps } from './publish.ts';
import * as statements from './statements.ts';

const effects = { retract: statements.retractAll, withdraw: statements.withdrawAll } as const;

/**
 * Retracts all that was published of a commentary, whose pages stay below the notice; or withdraws it:
 * nothing is served any more but that it was there, and why.
 */
export async function takeDown(
  deps: PublishingDeps,
  { actor }: Viewer,
  id: string,
  kind: keyof typeof effects,
  form: TakingDown,
): Promise<void> {
  requireMember(actor);
  const message = acceptOptional(form.notice, 'The notice', limits.releaseNotice);
  const reason = acceptOptional(form.reason, 'The reason', limits.releaseNotice);
  await deps.transact(async (db) => {
    const asked = { commentary: id, kind, by: actor, seen: form.seen, reason, message };
    const { standing } = await takeStep(db, asked);
    await db.rows(statements.dropSchedule, [id]);
    await db.rows(effects[kind], [id, message]);
    await tellAuthors(deps, db, standing, kind, message);
  });
}

/** What comes with the undoing of a decision. The commentary is held. */
export async function undoPublishing(
  db: Db,
  texts: TextStore,
  id: string,
  undone: { readonly id: string; readonly kind: string },
): Promise<void> {
  if (undone.kind === 'schedule') await db.rows(statements.dropSchedule, [id]);
  if (undone.kind === 'retract') await db.rows(statements.unretract, [id, undone.id]);
  if (undone.kind === 'withdraw') await readAgain(db, texts, id);
}

/** The parts of what was withdrawn are made again from its documents. */
async function readAgain(db: Db, texts: TextStore, id: string): Promise<void> {
  const releases = await db.rows<{ id: string; document: string }>(statements.unwithdraw, [id]);
  for (const { id: release, document } of releases) {
    const { number, parts, work: about } = JSON.parse(document) as ReleaseDocument;
    const work = await workAround(texts, about.slug);
    await storeParts(db, { id: release, commentaryId: id, number }, parts, {
      workId: work.id,
      units: work.structure.units,
    });
  }
}
