import {
  mostTogether,
  type BatchForm,
  type BatchView,
  type CaseView,
  type DecisionForm,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { appendDecisions, type DecisionEntry } from '../decision-log/append.ts';
import type { Outbox } from '../mail/service.ts';
import { requireAnyKeeper, type ModerationDeps } from './access.ts';
import { judgeCase, record, saidOf, type Judged } from './decide.ts';
import { isOthers, lineOf, refusedBy, resultOf } from './batch-line.ts';
import { authorsWishingMail } from './batch-statements.ts';
import { casesOfGroup } from './group-statements.ts';
import { readCases } from './queue.ts';
import { reachOf } from './reach.ts';
import { decisionsOfBatch, undoUntil } from './queue-statements.ts';
import { takeBack } from './undo.ts';

type Chosen = Pick<DecisionForm, 'version' | 'revision' | 'proposal'> & { readonly id: string };

/** Ends a transaction that was only to show what it would do. */
class Tried extends Error {
  readonly view: BatchView;
  constructor(view: BatchView) {
    super('only tried');
    this.view = view;
  }
}

async function chosen(db: Db, { cases, group }: BatchForm): Promise<[Chosen[], left: number]> {
  if ((cases === undefined) === (group === undefined))
    throw new Refusal('request-malformed', 'Name either cases or a group.');
  if (cases !== undefined) return [cases, 0];
  const rows = await db.rows<Chosen & { readonly of_all: number } & Record<string, unknown>>(
    casesOfGroup,
    [group, mostTogether],
  );
  return [rows, (rows[0]?.of_all ?? 0) - rows.length];
}

/** One after the other, each by itself: what cannot be done to one leaves the others. */
async function each<T>(db: Db, work: () => Promise<T>): Promise<T | Refusal> {
  await db.executeSql('savepoint one');
  try {
    const done = await work();
    await db.executeSql('release savepoint one');
    return done;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await db.executeSql('rollback to savepoint one');
    return error;
  }
}

async function wishingMail(
  db: Db,
  cases: readonly { readonly view: CaseView }[],
): Promise<ReadonlySet<string>> {
  const authors = [...new Set(cases.map(({ view }) => view.note.author.id))];
  const rows = await db.rows<{ person_id: string }>(authorsWishingMail, [authors]);
  return new Set(rows.map(({ person_id }) => person_id));
}

/**
 * One decision on many cases, in one transaction. Tried first, it does the very same and then takes it
 * back as a whole: what it lists is what would change.
 */
export async function decideTogether(
  deps: ModerationDeps & { readonly outbox: Pick<Outbox, 'sends'> },
  actor: Actor,
  form: BatchForm,
  isTrial: boolean,
): Promise<BatchView> {
  requireAnyKeeper(actor);
  saidOf(form);
  const batchId = uuidv7();
  const run = async (db: Db): Promise<BatchView> => {
    const [cases, left] = await chosen(db, form);
    const views = await readCases(
      { ...deps, db },
      actor,
      cases.map(({ id }) => id),
    );
    if (views.length === 0) throw notFound();
    const seen = new Map(views.map((view) => [view.id, view]));
    const lines: BatchView['lines'] = [];
    const judged: Judged[] = [];
    // Notes are locked in the order of their ids, as everybody locks them.
    const known = cases.flatMap((each) => {
      const view = seen.get(each.id);
      return view === undefined ? [] : [{ ...each, view }];
    });
    known.sort((a, b) => (a.view.note.id < b.view.note.id ? -1 : 1));
    const { action, reason, words } = form;
    const decision = {
      action,
      ...(reason === undefined ? {} : { reason }),
      ...(words === undefined ? {} : { words }),
    };
    const reach = reachOf(form);
    const wishing = deps.outbox.sends ? await wishingMail(db, known) : null;
    for (const { id, view, version, revision, proposal = 0 } of known) {
      if (view.state === 'open' && isOthers(view)) {
        lines.push(lineOf(view, refusedBy('case-claimed')));
        continue;
      }
      const one = { ...decision, version, revision, proposal };
      const outcome = await each(db, () => judgeCase(deps, db, actor, id, one, batchId));
      if (!(outcome instanceof Refusal)) judged.push(outcome);
      lines.push(
        lineOf(
          view,
          outcome instanceof Refusal ? refusedBy(outcome.code) : resultOf(outcome, reach, wishing),
        ),
      );
    }
    if (isTrial) throw new Tried({ id: null, lines, left, undoUntil: null });
    await record(db, judged);
    const [time] = await db.rows<{ until: string }>(undoUntil, [batchId]);
    return { id: batchId, lines, left, undoUntil: time?.until ?? null };
  };
  try {
    return await deps.transact(run);
  } catch (error) {
    if (error instanceof Tried) return error.view;
    throw error;
  }
}

/** Takes back what of a batch can still be taken back. */
export async function undoTogether(
  deps: ModerationDeps,
  actor: Actor,
  id: string,
): Promise<BatchView> {
  requireAnyKeeper(actor);
  const batchId = uuidv7();
  return deps.transact(async (db) => {
    const decisions = await db.rows<{ id: string; case_id: string }>(decisionsOfBatch, [id]);
    const views = await readCases(
      { ...deps, db },
      actor,
      decisions.map((each) => each.case_id),
    );
    if (views.length === 0) throw notFound();
    const seen = new Map(views.map((view) => [view.id, view]));
    const lines: BatchView['lines'] = [];
    const entries: DecisionEntry[] = [];
    for (const { id: decision, case_id } of decisions) {
      const view = seen.get(case_id);
      if (view === undefined) continue;
      const outcome = await each(db, () => takeBack(db, actor, decision, batchId));
      if (!(outcome instanceof Refusal)) entries.push(outcome);
      lines.push(
        lineOf(
          view,
          outcome instanceof Refusal
            ? refusedBy(outcome.code)
            : { refused: null, change: outcome, told: false, mailed: false },
        ),
      );
    }
    await appendDecisions(db, entries);
    return { id: batchId, lines, left: 0, undoUntil: null };
  });
}
