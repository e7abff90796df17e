import type {
  AssignmentForm,
  ProblemCode,
  TermChange,
  TermForm,
  TermRefusal,
  TermRow,
  TermView,
} from '@glossator/contract';
import type { Actor, AssignmentTimes, GateRule } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { requireInClass } from '../classes/access.ts';
import { lockClass } from '../classes/statements.ts';
import { addressBetween } from '../works/address.ts';
import { workAround, type TextStore } from '../works/text-store.ts';
import { requireAssignment, type SeenAssignment } from './access.ts';
import { makeIn, timesView, type AssignmentDeps } from './assignments.ts';
import { changeHeld, holdToChange, publishHeld } from './change.ts';
import { termOf } from './statements.ts';

type Row = Omit<TermRow, 'ranges' | 'opens' | 'due' | 'closes'> &
  AssignmentTimes &
  Pick<SeenAssignment, 'ranges'> &
  Record<string, unknown>;

async function rowsOf(db: Db, texts: TextStore, classId: string): Promise<TermRow[]> {
  const rows = await db.rows<Row>(termOf, [classId]);
  return Promise.all(
    rows.map(async (row) => {
      const { structure } = await workAround(texts, row.work);
      const ranges = row.ranges.map(({ from, to }) => addressBetween(structure, from, to));
      return { ...row, ranges, ...timesView(row) };
    }),
  );
}

/** Drafts as well: it is for those who teach. */
export async function readTerm(
  { db, texts }: AssignmentDeps,
  actor: Actor,
  classId: string,
): Promise<TermView> {
  await requireInClass(db, actor, classId, 'see-people');
  return { items: await rowsOf(db, texts, classId) };
}

function gateAfter({ gate }: SeenAssignment, at: string | null): GateRule {
  if (gate.kind === 'time') return { kind: 'time', at: at ?? gate.at };
  if (at !== null)
    throw new Refusal('state-changed', 'Time opens nothing in this assignment; read it again.');
  return gate;
}

/** All of it, with what a term changes of it. */
function formAfter(seen: SeenAssignment, row: TermChange): AssignmentForm {
  const { question, work, languages, byGroups, rule, names } = seen;
  const { title, ranges, opens, due, closes } = row;
  return {
    ...{ title, question, work, ranges, opens, due, closes, byGroups, names },
    ...rule,
    languages: [...languages],
    gate: gateAfter(seen, row.gateAt),
  };
}

async function changeRow(
  deps: AssignmentDeps,
  db: Db,
  { actor, classId }: { readonly actor: Actor; readonly classId: string },
  row: TermChange,
): Promise<void> {
  const seen = await requireAssignment(db, actor, row.id, 'change');
  if (seen.classId !== classId) throw notFound();
  const isDone =
    (await changeHeld(deps, db, seen, row.version, formAfter(seen, row))) &&
    (!row.publish || (await publishHeld(db, seen, { published: true, version: row.version })));
  if (!isDone)
    throw new Refusal('version-stale', 'Somebody has changed this assignment meanwhile.');
}

/** Rows that were refused, each for its own reason: whoever mends them sees all at once. */
class Refusals {
  readonly all: (TermRefusal['rows'][number] & { readonly code: ProblemCode })[] = [];

  async around(of: 'changes' | 'made', n: number, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: detail, current } = error;
      const fixed = (current as { readonly fixed?: readonly string[] } | undefined)?.fixed;
      this.all.push({ of, n, code, detail, ...(fixed === undefined ? {} : { fixed }) });
    }
  }
}

const isStale = ({ of, code }: Refusals['all'][number]): boolean =>
  of === 'changes' && (code === 'version-stale' || code === 'not-found');

/** Of several that are wrong, whether another changed them comes first: that is not to be mended here. */
function refusalOf(
  first: Refusals['all'][number],
  all: Refusals['all'],
  now: readonly TermRow[],
  { changes }: TermForm,
): Refusal {
  const told = all.find(isStale) ?? first;
  const rows: TermRefusal['rows'] = all.map((row) =>
    isStale(row) ? { ...row, now: now.find(({ id }) => id === changes[row.n]?.id) ?? null } : row,
  );
  return new Refusal(
    isStale(told) ? 'version-stale' : told.code,
    `Nothing was saved: ${String(rows.length)} of the rows cannot be. The first: ${told.detail}`,
    { rows } satisfies TermRefusal,
  );
}

/** Thrown to take back what was only tried: nothing else ends a transaction without keeping it. */
class Tried extends Error {}

async function unlessTried(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Tried)) throw error;
  }
}

/** Changes, publishes and makes all that a form has of a term, or nothing. */
export async function saveTerm(
  deps: AssignmentDeps,
  actor: Actor,
  classId: string,
  form: TermForm,
): Promise<TermView> {
  const done = deps.transact(async (db) => {
    await db.rows(lockClass, [classId]);
    await requireInClass(db, actor, classId, 'assign');
    // In one order: two who change the same ones wait for each other, and neither for both.
    for (const id of [...new Set(form.changes.map((row) => row.id))].sort())
      await holdToChange(db, id);
    const refusals = new Refusals();
    for (const [n, row] of form.changes.entries())
      await refusals.around('changes', n, () => changeRow(deps, db, { actor, classId }, row));
    for (const [n, draft] of form.made.entries())
      await refusals.around('made', n, () => makeIn(db, deps.texts, classId, draft));
    const [first] = refusals.all;
    if (first !== undefined)
      throw refusalOf(first, refusals.all, await rowsOf(db, deps.texts, classId), form);
    if (form.try) throw new Tried();
  });
  await unlessTried(done);
  return readTerm(deps, actor, classId);
}
