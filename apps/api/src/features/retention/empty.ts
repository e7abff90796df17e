import { v7 as uuidv7 } from 'uuid';
import type { Db, Transact } from '../../db/client.ts';
import { eraseGuest } from '../accounts/erase-guest.ts';
import * as due from './due-statements.ts';
import * as statements from './empty-statements.ts';

/** Rows, or notes, of one transaction; and people, of whom more is to be done. */
const atOnce = 500;
const peopleAtOnce = 50;

const first = async (
  db: Db,
  statement: typeof due.eraseDue,
  except: readonly string[],
): Promise<string | null> => (await db.rows<{ id: string }>(statement, [except]))[0]?.id ?? null;

export const findEnded = (db: Db, except: readonly string[]): Promise<string | null> =>
  first(db, due.eraseDue, except);

/** Shuts a class whose day has ended: from then on nobody reads in it, and its day stays. */
export const shutClass = (transact: Transact, id: string): Promise<boolean> =>
  transact(async (db) => {
    if ((await db.rows(due.takeErase, [id])).length === 0) return false;
    for (const statement of due.shutClass) await db.rows(statement, [id]);
    return true;
  });

export const findShut = (db: Db, except: readonly string[]): Promise<string | null> =>
  first(db, due.emptyDue, except);

/**
 * Deletes a bit of what a class holds, in a transaction of its own: what there still is says what is to
 * be done, whoever goes on with it. False where there is nothing left, or another process is at it.
 */
export const emptyBit = (transact: Transact, id: string): Promise<boolean> =>
  transact(async (db) => {
    if ((await db.rows(due.takeEmpty, [id])).length === 0) return false;
    for (const statement of statements.emptying)
      if ((await db.rows(statement, [id, atOnce])).length > 0) return true;
    const gone = await db.rows<{ id: string }>(statements.members, [id, peopleAtOnce]);
    if (gone.length > 0) {
      await eraseGuests(
        db,
        gone.map((each) => each.id),
      );
      return true;
    }
    await db.rows(due.finish, [id, uuidv7()]);
    return false;
  });

/** People without an account, who were in this class and are in no other. */
async function eraseGuests(db: Db, people: readonly string[]): Promise<void> {
  for (const { id } of await db.rows<{ id: string }>(statements.strayGuests, [people]))
    await eraseGuest(db, id);
}

/** All of one class, as long as it can be done. */
export async function emptyClass(transact: Transact, id: string): Promise<void> {
  while (await emptyBit(transact, id));
}
