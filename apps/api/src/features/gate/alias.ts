import { pseudonymOf, pseudonyms } from '@glossator/domain';
import { randomInt } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { aliasOf, makeAlias } from './statements.ts';

/** A class has far fewer people than there are names: so many tries find one that is free. */
const tries = 200;

/** Who a student is to the others in an assignment that hides names; made when first needed. */
export async function ensureAlias(db: Db, assignment: string, personId: string): Promise<string> {
  for (let n = 0; n < tries; n += 1) {
    const [known] = await db.rows<{ name: string }>(aliasOf, [assignment, personId]);
    if (known !== undefined) return known.name;
    await db.rows(makeAlias, [assignment, personId, pseudonymOf(randomInt(pseudonyms))]);
  }
  throw new Error('no pseudonym was free');
}
