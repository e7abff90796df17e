import type {
  LedgerEntry,
  LedgerFilter,
  LedgerHead,
  LedgerPage,
  LedgerQuery,
} from '@glossator/contract';
import { limits } from '@glossator/contract';
import { chainStart, ledgerActions } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { entriesStatement, headStatement, worksStatement } from './statements.ts';

interface Row extends Omit<LedgerEntry, 'appeal'>, Record<string, unknown> {
  /** What was decided next of the same matter. */
  readonly next: string | null;
}

const appealOf = (next: string | null): LedgerEntry['appeal'] =>
  next === 'uphold' ? 'upheld' : next === 'overturn' ? 'overturned' : 'none';
const present = ({ next, ...row }: Row): LedgerEntry => ({ ...row, appeal: appealOf(next) });

function entries(
  db: Db,
  { work, action, reason }: LedgerFilter,
  before: number | null,
  limit: number,
): Promise<Row[]> {
  const statement = entriesStatement({
    work: work !== undefined,
    action: action !== undefined,
    reason: reason !== undefined,
  });
  const asked = [work, action, reason].map((value) => value ?? null);
  return db.rows<Row>(statement, [
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
    ledgerActions,
    ...asked,
  ]);
}

export async function readHead(db: Db): Promise<LedgerHead> {
  const [head] = await db.rows<LedgerHead & Record<string, unknown>>(headStatement, []);
  return head ?? { count: 0, hash: chainStart, at: null };
}

export async function readLedger(
  db: Db,
  { cursor, limit = limits.pageSize, ...filter }: LedgerQuery,
): Promise<LedgerPage> {
  const before = readCursor(cursor, 'number')?.[0] ?? null;
  const [rows, head, works] = await Promise.all([
    entries(db, filter, before, limit + 1),
    readHead(db),
    db.rows<LedgerPage['works'][number]>(worksStatement, []),
  ]);
  const page = pageOf(rows, limit, present, ({ seq }) => writeCursor(seq));
  return { ...page, head, works };
}

const batch = 1000;

/** All of it, newest first, a batch at a time. */
export async function* allEntries(
  db: Db,
  filter: LedgerFilter,
): AsyncGenerator<readonly LedgerEntry[]> {
  let before: number | null = null;
  for (;;) {
    const rows: readonly Row[] = await entries(db, filter, before, batch);
    yield rows.map(present);
    if (rows.length < batch) return;
    before = rows.at(-1)?.seq ?? null;
  }
}
