import type { Locale, Registration } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { hashToken, makeToken, type OneTimeToken } from '../../one-time-token.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { requireAdministrator } from '../../permission.ts';
import { openSession, type Opened } from '../sessions/service.ts';
import { registrationNow } from '../site/service.ts';
import type { AccountDeps, Origin } from './deps.ts';
import { endGuests } from './guests.ts';
import { acceptEmail, acceptName, type Address } from './identity.ts';
import { acceptPassword, hashPassword, isPassword } from './passwords.ts';
import {
  dropRegistrationsFor,
  insertRegistration,
  registrationByToken,
  takeRegistration,
  type Waiting,
} from './registrations.ts';
import { accountByKey, insertAccount, insertAccountOf } from './repository.ts';
import { isTokenAlive, spendInvitation } from './tokens.ts';

const unusable = (): Refusal =>
  new Refusal('token-unusable', 'This link has been used or is too old.');

/** The invitation a registration leans on, where the site asks for one. */
async function invitationFor(deps: AccountDeps, token: string | undefined): Promise<Buffer | null> {
  const mode = await registrationNow(deps.db, deps.settings.origin);
  if (mode === 'closed')
    throw new Refusal('registration-closed', 'This site takes no new accounts.');
  if (mode === 'open') return null;
  if (token === undefined)
    throw new Refusal('invitation-required', 'An account here needs an invitation.');
  const hash = hashToken(token);
  if (!(await isTokenAlive(deps.db, 'invitation', hash))) throw unusable();
  return hash;
}

/**
 * Whoever asks learns nothing: for a known and an unknown address the same work is done, the same
 * statements run and one mail is written, which tells the address's owner which of the two it is.
 */
export async function register(deps: AccountDeps, input: Registration): Promise<void> {
  const invitationHash = await invitationFor(deps, input.invitation);
  const name = acceptName(input.name);
  const address = acceptEmail(input.email);
  const password = acceptPassword(input.password);
  deps.allowMail('register', address.key);
  const passwordHash = await hashPassword(password);
  const secret = makeToken();
  await deps.transact((db) =>
    writeConfirmation(deps, db, {
      ...{ name, address, passwordHash, locale: input.locale, invitationHash, personId: null },
      secret,
    }),
  );
}

interface Asked {
  readonly name: string;
  readonly address: Address;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly invitationHash: Buffer | null;
  /** Whose account it becomes; null: somebody's who is not here yet. */
  readonly personId: string | null;
  readonly secret: OneTimeToken;
}

/** Keeps a registration and writes to its address; for a known one it keeps none, and says so there. */
export async function writeConfirmation(
  deps: AccountDeps,
  db: Db,
  { name, address, passwordHash, locale, invitationHash, personId, secret }: Asked,
): Promise<void> {
  const known = await accountByKey(db, address.key);
  await insertRegistration(db, {
    id: uuidv7(),
    tokenHash: secret.hash,
    name,
    email: address.email,
    emailKey: address.key,
    passwordHash,
    locale,
    invitationHash,
    personId,
  });
  await deps.outbox.post(
    db,
    known === null
      ? { kind: 'confirm-address', to: address, locale, path: `/confirm?token=${secret.token}` }
      : {
          kind: 'have-account',
          to: { email: known.email, key: known.emailKey },
          locale: known.locale,
          path: '/reset',
        },
  );
}

/** Makes an account of a registration and uses its invitation up. Other attempts for the address go. */
async function admit(db: Db, waiting: Waiting): Promise<string> {
  const { name, email, emailKey, passwordHash, locale, invitationHash } = waiting;
  if (invitationHash !== null && !(await spendInvitation(db, invitationHash)))
    throw new Refusal('token-unusable', 'The invitation of this registration has been used.');
  const personId = waiting.personId ?? uuidv7();
  const row = { personId, email, emailKey, passwordHash, locale };
  const isMade =
    waiting.personId === null
      ? await insertAccount(db, { ...row, name })
      : await insertAccountOf(db, row);
  if (!isMade) throw unusable();
  await dropRegistrationsFor(db, emailKey);
  await endGuests(db, emailKey, personId);
  return personId;
}

/**
 * The owner of the address proves that the registration is theirs, too: somebody who registered
 * with another's address gets no account out of the owner's click, nor does the owner theirs.
 */
export async function confirm(
  deps: AccountDeps,
  origin: Origin,
  input: { token: string; password: string },
): Promise<Opened> {
  const hash = hashToken(input.token);
  const waiting = await registrationByToken(deps.db, hash);
  const guess = `confirm ${hash.toString('hex')}`;
  deps.guesses.begin(guess, origin.network);
  const matches = await isPassword(waiting?.passwordHash ?? null, input.password);
  if (waiting === null) throw unusable();
  if (!matches)
    throw new Refusal('password-wrong', 'This is not the password chosen at registration.');
  deps.guesses.succeed(guess, origin.network);
  return deps.transact(async (db) => {
    const taken = await takeRegistration(db, waiting.id);
    if (taken === null) throw unusable();
    return openSession(db, await admit(db, taken), origin);
  });
}

/** Where no mail can be sent, an administrator who knows the person stands in for the mail. */
export async function confirmFor(deps: AccountDeps, actor: Actor, id: string): Promise<void> {
  requireAdministrator(actor);
  await deps.transact(async (db) => {
    const taken = await takeRegistration(db, id);
    if (taken === null) throw notFound();
    await admit(db, taken);
    await deps.outbox.post(db, {
      kind: 'account-ready',
      to: { email: taken.email, key: taken.emailKey },
      locale: taken.locale,
      path: '/sign-in',
    });
  });
}
