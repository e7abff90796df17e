import type { Actor } from '@glossator/domain';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { eraseOwnLayers, eraseWriting, type WritingFate } from '../annotations/erase.ts';
import { eraseUseful } from '../annotations/useful-marks.ts';
import { eraseAppeals } from '../appeals/service.ts';
import { eraseClassMemberships } from '../classes/erase.ts';
import { eraseFromCommentaries } from '../commentaries/erase.ts';
import { eraseGrades } from '../grading/erase.ts';
import { eraseDecisions } from '../decision-log/erase.ts';
import { eraseDrafts } from '../drafts/erase.ts';
import { eraseImports } from '../exchange/erase.ts';
import { eraseFlags } from '../flags/settle.ts';
import { eraseFollows } from '../follows/erase.ts';
import { eraseMailTo } from '../mail/service.ts';
import { eraseCases, eraseDecisionWords } from '../moderation/erase.ts';
import { eraseNotices } from '../notices/service.ts';
import { eraseSanctions } from '../sanctions/service.ts';
import { eraseInvitations } from '../rosters/invitations.ts';
import { endSessionsOf } from '../sessions/service.ts';
import { endAccessTokensOf } from '../tokens/service.ts';
import type { AccountDeps, Origin } from './deps.ts';
import { endGuests } from './guests.ts';
import { dropRegistrationsFor } from './registrations.ts';
import { erasePerson, lockPerson } from './repository.ts';
import { provePassword } from './sign-in.ts';
import { dropTokensOf } from './tokens.ts';

/**
 * Erases a person in one transaction. The row of the person stays without a name, so that what
 * others answered keeps its place. The last administrator may go, too: while a site has none, each
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
    await eraseUseful(db, personId);
    await eraseOwnLayers(db, personId);
    await eraseWriting(db, personId, input.writing);
    await eraseDrafts(db, personId);
    await eraseImports(db, personId);
    await eraseFollows(db, personId);
    await eraseNotices(db, personId);
    await eraseSanctions(db, personId);
    await eraseCases(db, personId);
    await eraseDecisionWords(db, personId);
    await eraseFlags(db, personId);
    await eraseAppeals(db, personId);
    await eraseInvitations(db, personId, account.emailKey);
    await eraseGrades(db, personId);
    await eraseClassMemberships(db, personId);
    await eraseFromCommentaries(db, personId);
    await endSessionsOf(db, personId);
    await endAccessTokensOf(db, personId);
    await dropTokensOf(db, personId, true);
    await dropRegistrationsFor(db, account.emailKey);
    await endGuests(db, account.emailKey, personId);
    await eraseMailTo(db, account.emailKey);
    await erasePerson(db, personId);
    await eraseDecisions(db, personId);
  });
}
