import type { Actor } from '@glossator/domain';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import type { WritingFate } from '../annotations/erase.ts';
import type { AccountDeps, Origin } from './deps.ts';
import { eraseEverything } from './erase-everything.ts';
import { lockPerson } from './repository.ts';
import { provePassword } from './sign-in.ts';

/**
 * Erases a person in one transaction. The last administrator may go, too: while a site has none, each
 * start prints a link that makes one.
 */
export async function deleteAccount(
  deps: AccountDeps,
  origin: Origin,
  actor: Actor,
  input: { password: string; writing: WritingFate },
): Promise<void> {
  const personId = requireMember(actor);
  const account = await provePassword(deps, origin, personId, input.password);
  await deps.transact(async (db) => {
    if (!(await lockPerson(db, personId)))
      throw new Refusal('session-ended', 'This account has been deleted.');
    await eraseEverything(db, {
      personId,
      emailKey: account.emailKey,
      writing: input.writing,
    });
  });
}
