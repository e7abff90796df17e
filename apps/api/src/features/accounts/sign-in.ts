import { Refusal } from '../../refusal.ts';
import { openSession, type Opened } from '../sessions/service.ts';
import type { AccountDeps, Origin } from './deps.ts';
import { keyOf } from './identity.ts';
import { isPassword } from './passwords.ts';
import { accountByKey, accountOf, type AccountRow } from './repository.ts';

/** An unknown address and a wrong password cost the same and are refused alike. */
export async function signIn(
  deps: AccountDeps,
  origin: Origin,
  input: { email: string; password: string },
): Promise<Opened> {
  const key = keyOf(input.email);
  deps.guesses.begin(key, origin.network);
  const account = await accountByKey(deps.db, key);
  const matches = await isPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !matches)
    throw new Refusal('sign-in-refused', 'Address and password do not belong together.');
  deps.guesses.succeed(key, origin.network);
  return openSession(deps.db, account.personId, origin);
}

/** The password once more, before something that cannot be undone. */
export async function provePassword(
  deps: AccountDeps,
  origin: Origin,
  personId: string,
  password: string,
): Promise<AccountRow> {
  const account = await accountOf(deps.db, personId);
  if (account === null) throw new Refusal('session-ended', 'This account has been deleted.');
  deps.guesses.begin(account.emailKey, origin.network);
  if (!(await isPassword(account.passwordHash, password)))
    throw new Refusal('password-wrong', 'The password is wrong.');
  deps.guesses.succeed(account.emailKey, origin.network);
  return account;
}
