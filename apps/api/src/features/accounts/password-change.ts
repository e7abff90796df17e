import type { Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { hashToken } from '../../one-time-token.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { endSessionsOf, openSession, type Opened } from '../sessions/service.ts';
import { endAccessTokensOf } from '../tokens/service.ts';
import type { AccountDeps, Origin } from './deps.ts';
import { endGuests } from './guests.ts';
import { acceptEmail } from './identity.ts';
import { acceptPassword, hashPassword } from './passwords.ts';
import { accountByKey, accountOf, writePassword } from './repository.ts';
import { provePassword } from './sign-in.ts';
import { dropTokensOf, isTokenAlive, issueReset, spendToken } from './tokens.ts';

const unusable = (): Refusal =>
  new Refusal('token-unusable', 'This link has been used or is too old.');

/** For a known and an unknown address the same statements run; only a known one gets a mail. */
export async function requestReset(deps: AccountDeps, email: string): Promise<void> {
  const address = acceptEmail(email);
  deps.allowMail('reset', address.key);
  await deps.transact(async (db) => {
    const known = await accountByKey(db, address.key);
    const token = await issueReset(db, known?.personId ?? null);
    await deps.outbox.post(db, {
      kind: 'reset-password',
      // To the stored address: what was typed may only look like it.
      to: known === null ? address : { email: known.email, key: known.emailKey },
      locale: known?.locale ?? 'en',
      path: `/reset?token=${token}`,
      wanted: known !== null,
    });
  });
}

/** A new password: every session, every access token and every other link of the person ends, one new session begins. */
async function replacePassword(
  deps: AccountDeps,
  db: Db,
  personId: string,
  passwordHash: string,
  origin: Origin,
): Promise<Opened> {
  if (!(await writePassword(db, personId, passwordHash))) throw unusable();
  await dropTokensOf(db, personId, false);
  await endSessionsOf(db, personId);
  await endAccessTokensOf(db, personId);
  const account = await accountOf(db, personId);
  if (account !== null) await endGuests(db, account.emailKey, personId);
  if (account !== null)
    await deps.outbox.post(db, {
      kind: 'password-changed',
      to: { email: account.email, key: account.emailKey },
      locale: account.locale,
      path: '/reset',
    });
  return openSession(db, personId, origin);
}

export async function reset(
  deps: AccountDeps,
  origin: Origin,
  input: { token: string; password: string },
): Promise<Opened> {
  const password = acceptPassword(input.password);
  const hash = hashToken(input.token);
  if (!(await isTokenAlive(deps.db, 'reset', hash))) throw unusable();
  const passwordHash = await hashPassword(password);
  return deps.transact(async (db) => {
    const personId = (await spendToken(db, 'reset', hash))?.personId ?? null;
    if (personId === null) throw unusable();
    return replacePassword(deps, db, personId, passwordHash, origin);
  });
}

export async function changePassword(
  deps: AccountDeps,
  origin: Origin,
  actor: Actor,
  input: { current: string; password: string },
): Promise<Opened> {
  const personId = requireMember(actor);
  const password = acceptPassword(input.password);
  await provePassword(deps, origin, personId, input.current);
  const passwordHash = await hashPassword(password);
  return deps.transact((db) => replacePassword(deps, db, personId, passwordHash, origin));
}
