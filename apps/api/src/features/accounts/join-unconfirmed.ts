import type { GuestRegistration } from '@glossator/contract';
import { v7 as uuidv7 } from 'uuid';
import { makeToken } from '../../one-time-token.ts';
import { Refusal } from '../../refusal.ts';
import { enterByCode, requireByCode } from '../classes/codes.ts';
import { openSession, type Opened } from '../sessions/service.ts';
import { registrationNow } from '../site/service.ts';
import type { AccountDeps, Origin } from './deps.ts';
import { makeGuest } from './guest-statements.ts';
import { acceptEmail, acceptName } from './identity.ts';
import { acceptPassword, hashPassword } from './passwords.ts';
import { writeConfirmation } from './register.ts';
import { insertPerson } from './repository.ts';

/**
 * Registers, and comes into a class at once, as a person without an account. As in registering, the
 * same is done and answered for a known and an unknown address: for a known one the person can never
 * be confirmed, and the mail tells its owner that they have an account.
 */
export async function joinUnconfirmed(
  deps: AccountDeps,
  origin: Origin,
  input: GuestRegistration,
): Promise<{ readonly opened: Opened; readonly classId: string }> {
  // Where accounts are by invitation the code is one.
  if ((await registrationNow(deps.db, deps.settings.origin)) === 'closed')
    throw new Refusal('registration-closed', 'This site takes no new accounts.');
  await requireByCode(deps.db, input.code);
  const name = acceptName(input.name);
  const address = acceptEmail(input.email);
  const password = acceptPassword(input.password);
  deps.allowMail('register', address.key);
  const passwordHash = await hashPassword(password);
  const secret = makeToken();
  return deps.transact(async (db) => {
    const personId = uuidv7();
    await insertPerson(db, personId, name);
    await db.rows(makeGuest, [personId, address.key, input.locale]);
    const classId = await enterByCode(db, personId, input.code);
    await writeConfirmation(deps, db, {
      ...{ name, address, passwordHash, locale: input.locale, invitationHash: null, personId },
      secret,
    });
    return { opened: await openSession(db, personId, origin, { classId }), classId };
  });
}
