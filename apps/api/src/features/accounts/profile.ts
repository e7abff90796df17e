import type { Locale, StoredView, ViewerView } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { countWriting } from '../annotations/erase.ts';
import { countUseful } from '../annotations/useful-marks.ts';
import { countDrafts } from '../drafts/erase.ts';
import { countFollows } from '../follows/erase.ts';
import { countNoticesOf } from '../notices/service.ts';
import { countSessions, viewerOf } from '../sessions/service.ts';
import type { AccountDeps } from './deps.ts';
import { acceptName } from './identity.ts';
import { countSanctions } from '../sanctions/service.ts';
import { accountOf, writeLocale, writeName } from './repository.ts';

interface Person {
  readonly actor: Actor;
  readonly sessionId: string | null;
  readonly person: { readonly name: string } | null;
}

export async function changeProfile(
  deps: AccountDeps,
  { actor, sessionId }: Person,
  input: { name?: string; locale?: Locale },
): Promise<ViewerView> {
  const personId = requireMember(actor);
  const name = input.name === undefined ? undefined : acceptName(input.name);
  await deps.transact(async (db) => {
    if (name !== undefined) await writeName(db, personId, name);
    if (input.locale !== undefined) await writeLocale(db, personId, input.locale);
  });
  return viewerOf(deps.db, sessionId);
}

/** What is stored about the person who asks. */
export async function readStored(
  { db }: AccountDeps,
  { actor, person }: Person,
): Promise<StoredView> {
  const personId = requireMember(actor);
  const [account, sessions, writing, drafts, follows, notices, sanctions, usefulMarks] =
    await Promise.all([
      accountOf(db, personId),
      countSessions(db, personId),
      countWriting(db, personId),
      countDrafts(db, personId),
      countFollows(db, personId),
      countNoticesOf(db, personId),
      countSanctions(db, personId),
      countUseful(db, personId),
    ]);
  if (account === null || person === null)
    throw new Refusal('session-ended', 'This account has been deleted.');
  const { email, locale, createdAt } = account;
  return {
    account: { name: person.name, email, locale, created: createdAt.toISOString() },
    sessions,
    ...writing,
    drafts,
    follows,
    notices,
    sanctions,
    usefulMarks,
  };
}
