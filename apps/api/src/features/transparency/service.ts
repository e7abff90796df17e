import type {
  DecisionFigures,
  IntakeFigures,
  LedgerHead,
  TransparencyQuery,
  TransparencyReport,
} from '@glossator/contract';
import {
  aboutCount,
  aboutShare,
  chainStart,
  countedActions,
  countStep,
  flagReasons,
  phaseNames,
  refusalReasons,
  type CountedAction,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { firstDay, monthAfter } from './months.ts';
import {
  decisionsStatement,
  factsStatement,
  headStatement,
  monthsStatement,
  waitingStatement,
  waitsStatement,
  worksStatement,
} from './statements.ts';

interface Work extends Record<string, unknown> {
  readonly id: number;
  readonly slug: string;
  readonly titles: Record<string, string>;
}
interface DecisionRow extends Record<string, unknown> {
  readonly month: string;
  readonly action: CountedAction;
  readonly reason: string;
  readonly standing: number;
  readonly takenBack: number;
}
interface Waits extends Record<string, unknown> {
  readonly decided: number;
  readonly median: number;
  readonly ninetieth: number;
}
interface Period {
  readonly from: string;
  readonly to: string;
}

const sum = (rows: readonly DecisionRow[], of: 'standing' | 'takenBack' = 'standing'): number =>
  rows.reduce((total, row) => total + row[of], 0);
/** What takes something from an author, and says why. */
const refusing: readonly CountedAction[] = ['return', 'refuse', 'hide'];

const actionsOf = (rows: readonly DecisionRow[]): DecisionFigures['actions'] =>
  countedActions
    .filter((action) => action !== 'undo')
    .map((action) => ({ action, count: sum(rows.filter((row) => row.action === action)) }));

async function decisionsIn(db: Db, { from, to }: Period, work: string | null) {
  const asked = [firstDay(from), firstDay(monthAfter(to)), work];
  const [all, [waits]] = await Promise.all([
    db.rows<DecisionRow>(decisionsStatement(work !== null), [...asked, countedActions]),
    db.rows<Waits>(waitsStatement(work !== null), asked),
  ]);
  // To take a decision back is none itself.
  const rows = all.filter(({ action }) => action !== 'undo');
  const months = [...new Set(rows.map(({ month }) => month))];
  return {
    standing: sum(rows),
    takenBack: sum(rows, 'takenBack'),
    actions: actionsOf(rows),
    reasons: refusalReasons.map((reason) => ({
      reason,
      count: sum(rows.filter((row) => row.reason === reason && refusing.includes(row.action))),
    })),
    waits: waits === undefined || waits.decided === 0 ? null : waits,
    months: months.map((month) => ({
      month,
      actions: actionsOf(rows.filter((row) => row.month === month)),
    })),
  };
}

async function intakeIn(
  db: Db,
  { from, to }: Period,
  works: readonly number[],
): Promise<IntakeFigures> {
  const rows = await db.rows<{ what: string; count: number }>(factsStatement, [
    firstDay(from),
    firstDay(monthAfter(to)),
    works,
  ]);
  const countOf = (what: string): number => rows.find((row) => row.what === what)?.count ?? 0;
  const about = (what: string) => aboutCount(countOf(what));
  const looks = countOf('second-look');
  return {
    through: to,
    atOnce: about('published'),
    held: about('held'),
    causes: phaseNames.map((phase) => ({ phase, count: about(`by-${phase}`) })),
    edits: about('edit'),
    resubmitted: about('resubmitted'),
    flagged: about('flagged'),
    appeals: about('appeal'),
    flags: flagReasons.map((reason) => ({
      reason,
      judged: about(`judged-${reason}`),
      upheld: about(`upheld-${reason}`),
    })),
    secondLooks: {
      given: aboutCount(looks),
      sameAction: aboutShare(countOf('second-look-action'), looks),
      sameReason: aboutShare(countOf('second-look-reason'), looks),
    },
  };
}

async function waitingAt(db: Db, through: string, works: readonly number[]) {
  const values = [firstDay(monthAfter(through)), works];
  const [row] = await db.rows<{ open: number; oldestDays: number | null }>(
    waitingStatement,
    values,
  );
  const open = row?.open ?? 0;
  return {
    through,
    open: aboutCount(open),
    oldestDays: open < countStep ? null : (row?.oldestDays ?? null),
  };
}

/**
 * For everybody alike. What the ledger tells one by one is counted exactly and up to now; everything
 * else only of months that are over, and about: see decision 0036.
 */
export async function readReport(db: Db, query: TransparencyQuery): Promise<TransparencyReport> {
  const [works, [months]] = await Promise.all([
    db.rows<Work>(worksStatement, []),
    db.rows<{ now: string; first: string }>(monthsStatement, []),
  ]);
  if (months === undefined) throw new Error('there is no present month');
  const { now, first } = months;
  const { work = null, from = first, to = now } = query;
  if (from > to)
    throw new Refusal('range-reversed', 'The period ends before it begins: exchange its months.');
  const counted = works.filter(({ slug }) => work === null || slug === work);
  if (counted.length === 0 && work !== null) throw notFound();
  const ids = counted.map(({ id }) => id);
  const over = monthAfter(now, -1);
  const through = to < over ? to : over;
  const [decisions, intake, waiting, [head]] = await Promise.all([
    decisionsIn(db, { from, to }, work),
    from <= through ? intakeIn(db, { from, to: through }, ids) : null,
    from <= over && to >= over ? waitingAt(db, over, ids) : null,
    db.rows<LedgerHead & Record<string, unknown>>(headStatement, [firstDay(monthAfter(to))]),
  ]);
  return {
    work,
    from,
    to,
    first,
    now,
    decisions,
    intake,
    waiting,
    head: head ?? { count: 0, hash: chainStart, at: null },
    works: works.map(({ slug, titles }) => ({ slug, titles })),
  };
}
