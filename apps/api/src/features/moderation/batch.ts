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
import { requireAnyKeeper, type ModerationDeps } from './access.ts';
import { judgeCase, record, saidOf, type Judged, type Outcome } from './decide.ts';
import { casesOfGroup } from './group-statements.ts';
import { readCases } from './queue.ts';
import { decisionsOfBatch, undoUntil } from './queue-statements.ts';
import { takeBack } from './undo.ts';

type Chosen = Pick<DecisionForm, 'version' | 'revision' | 'proposal'> & { readonly id: string };
type Line = BatchView['lines'][number];

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

const refusals = {
  decided: null,
  same: null,
  taken: 'case-decided',
  stale: 'version-stale',
} as const satisfies Record<Outcome, string | null>;

/** What came of one case: where its note went, or why nothing was done. */
interface Result {
  readonly refused: string | null;
  readonly change: Pick<DecisionEntry, 'before' | 'after'> | null;
  readonly told: boolean;
}

const lineOf = ({ id, work, note }: CaseView, { refused, change, told }: Result): Line => ({
  case: id,
  work,
  address: note.address,
  author: note.author,
  excerpt: [...note.body].slice(0, 160).join(''),
  before: change?.before ?? note.state,
  after: change?.after ?? note.state,
  refused,
  told,
});

const refusedBy = ({ code }: Refusal): Result => ({ refused: code, change: null, told: false });

const resultOf = ({ outcome, entry }: Judged): Result => ({
  refused: refusals[outcome],
  change: entry,
  told: entry !== null,
});

/**
 * One decision on many cases, in one transaction. Tried first, it does the very same and then takes it
 * back as a whole: what it lists is what would change.
 */
export async function decideTogether(
  deps: ModerationDeps,
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
    const lines: Line[] = [];
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
    for (const { id, view, version, revision, proposal = 0 } of known) {
      const one = { ...decision, version, revision, proposal };
      const outcome = await each(db, () => judgeCase(deps, db, actor, id, one, batchId));
      if (!(outcome instanceof Refusal)) judged.push(outcome);
      lines.push(lineOf(view, outcome instanceof Refusal ? refusedBy(outcome) : resultOf(outcome)));
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
    const lines: Line[] = [];
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
            ? refusedBy(outcome)
            : { refused: null, change: outcome, told: false },
        ),
      );
    }
    await appendDecisions(db, entries);
    return { id: batchId, lines, left: 0, undoUntil: null };
  });
}
