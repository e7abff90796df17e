import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { hashToken } from '../../one-time-token.ts';
import { Refusal } from '../../refusal.ts';
import { openSession, type Opened } from '../sessions/service.ts';
import type { AccountDeps, Origin } from './deps.ts';
import { acceptEmail, acceptName, type Address } from './identity.ts';
import { acceptPassword, hashPassword, isPassword } from './passwords.ts';
import { dropRegistrationsFor } from './registrations.ts';
import {
  accountByKey,
  hasAdministrator,
  insertAccount,
  lockClaims,
  makeAdministrator,
  type NewAccount,
} from './repository.ts';
import { isTokenAlive, spendToken } from './tokens.ts';

interface Claim {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: 'en' | 'zh-Hans';
}

const unusable = (): Refusal =>
  new Refusal('token-unusable', 'This link has been used, is too old, or has been replaced.');

/** Somebody with an account takes the role by its password; everybody else gets an account. */
async function personFor(db: Db, address: Address, password: string, row: NewAccount) {
  const known = await accountByKey(db, address.key);
  if (known === null) {
    if (!(await insertAccount(db, row))) throw unusable();
    await dropRegistrationsFor(db, address.key);
    return row.personId;
  }
  if (!(await isPassword(known.passwordHash, password)))
    throw new Refusal('password-wrong', 'This address has an account with another password.');
  return known.personId;
}

/**
 * Makes the first administrator. Whoever holds the link reads the server's terminal, so the address
 * needs no confirmation. A refusal leaves the link as it was.
 */
export async function claim(deps: AccountDeps, origin: Origin, input: Claim): Promise<Opened> {
  const name = acceptName(input.name);
  const address = acceptEmail(input.email);
  const password = acceptPassword(input.password);
  const hash = hashToken(input.token);
  if (!(await isTokenAlive(deps.db, 'claim', hash))) throw unusable();
  const passwordHash = await hashPassword(password);
  return deps.transact(async (db) => {
    await lockClaims(db);
    if ((await spendToken(db, 'claim', hash)) === null || (await hasAdministrator(db)))
      throw unusable();
    const personId = await personFor(db, address, password, {
      personId: uuidv7(),
      name,
      email: address.email,
      emailKey: address.key,
      passwordHash,
      locale: input.locale,
    });
    await makeAdministrator(db, personId);
    return openSession(db, personId, origin);
  });
}
