import { pseudonymOf, pseudonyms } from '@glossator/domain';
import { randomInt } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { aliasOf, makeAlias, studentsWithoutAlias } from './alias-statements.ts';

export interface Alias {
  readonly id: string;
  readonly name: string;
}

/** More than enough, where half of all names are taken. */
const draws = 500;

/** Who a student is to classmates in an assignment with pseudonyms; made when first asked for. */
export async function ensureAlias(db: Db, assignment: string, personId: string): Promise<Alias> {
  for (let n = 0; n < draws; n += 1) {
    const [known] = await db.rows<Alias & Record<string, unknown>>(aliasOf, [assignment, personId]);
    if (known !== undefined) return known;
    // Nothing is stored where another has drawn the name.
    await db.rows(makeAlias, [assignment, personId, pseudonymOf(randomInt(pseudonyms))]);
  }
  throw new Error('no pseudonym was free');
}

/** One for each student of the class who has none. */
export async function ensureAliases(db: Db, assignment: string): Promise<void> {
  const rows = await db.rows<{ id: string }>(studentsWithoutAlias, [assignment]);
  for (const { id } of rows) await ensureAlias(db, assignment, id);
}
