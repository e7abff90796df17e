import type { Actor } from '@glossator/domain';
import { byteOrderMark, csvRows } from '../../csv.ts';
import { requireInClass } from '../classes/access.ts';
import type { RosterDeps } from './service.ts';
import * as statements from './statements.ts';

/** Columns, in order: those that are read from a roster are headed as it wants them. */
const columns = ['email', 'name', 'handle', 'role', 'group', 'state', 'joined'] as const;

/**
 * The people of a class for a spreadsheet. An address stands where the class knows it: with whoever
 * was asked in by it. That of an account is its owner's to tell.
 */
export async function rosterFile({ db }: RosterDeps, actor: Actor, id: string): Promise<string> {
  await requireInClass(db, actor, id, 'see-people');
  const rows = await db.rows<Record<(typeof columns)[number], string>>(statements.rosterRows, [id]);
  return byteOrderMark + csvRows([columns, ...rows.map((row) => columns.map((each) => row[each]))]);
}
