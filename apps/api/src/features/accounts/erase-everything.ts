import type { Db } from '../../db/client.ts';
import { eraseOwnLayers, eraseWriting, type WritingFate } from '../annotations/erase.ts';
import { eraseUseful } from '../annotations/useful-marks.ts';
import { eraseAppeals } from '../appeals/service.ts';
import { eraseClassMemberships } from '../classes/erase.ts';
import { eraseFromCommentaries } from '../commentaries/erase.ts';
import { eraseDocxOf } from '../docx/erase.ts';
import { eraseDecisions } from '../decision-log/erase.ts';
import { eraseDrafts } from '../drafts/erase.ts';
import { eraseImports } from '../exchange/erase.ts';
import { eraseSignatures } from '../editions/erase.ts';
import { eraseFlags } from '../flags/settle.ts';
import { eraseTextNews } from '../following-text/news.ts';
import { eraseReleaseNews } from '../following-text/release-news.ts';
import { eraseFollows } from '../follows/erase.ts';
import { eraseGrades } from '../grading/erase.ts';
import { eraseMailTo } from '../mail/service.ts';
import { eraseCases, eraseDecisionWords } from '../moderation/erase.ts';
import { eraseNotices } from '../notices/service.ts';
import { eraseOwnWorks } from '../own-works/erase.ts';
import { eraseInvitations } from '../rosters/invitations.ts';
import { eraseSanctions } from '../sanctions/service.ts';
import { endSessionsOf } from '../sessions/service.ts';
import { eraseTextImports } from '../text-imports/erase.ts';
import { endAccessTokensOf } from '../tokens/service.ts';
import { endGuests } from './guests.ts';
import { dropRegistrationsFor } from './registrations.ts';
import { erasePerson } from './repository.ts';
import { dropTokensOf } from './tokens.ts';

/**
 * All of a person, in the transaction it is given and with their row locked. That row stays without a
 * name, so that what others answered keeps its place. `emailKey` is null for whoever has proved no
 * address: nothing goes by an address that may be another's.
 */
export async function eraseEverything(
  db: Db,
  {
    personId,
    emailKey,
    writing,
  }: { readonly personId: string; readonly emailKey: string | null; readonly writing: WritingFate },
): Promise<void> {
  await eraseUseful(db, personId);
  await eraseOwnLayers(db, personId);
  await eraseWriting(db, personId, writing);
  await eraseDrafts(db, personId);
  await eraseImports(db, personId);
  await eraseFollows(db, personId);
  await eraseTextNews(db, personId);
  await eraseReleaseNews(db, personId);
  await eraseNotices(db, personId);
  await eraseSanctions(db, personId);
  await eraseCases(db, personId);
  await eraseDecisionWords(db, personId);
  await eraseFlags(db, personId);
  await eraseSignatures(db, personId);
  await eraseAppeals(db, personId);
  await eraseInvitations(db, personId, emailKey);
  await eraseGrades(db, personId);
  await eraseClassMemberships(db, personId);
  await eraseOwnWorks(db, personId);
  await eraseDocxOf(db, personId);
  await eraseTextImports(db, personId);
  await eraseFromCommentaries(db, personId);
  await endSessionsOf(db, personId);
  await endAccessTokensOf(db, personId);
  await dropTokensOf(db, personId, true);
  if (emailKey !== null) {
    await dropRegistrationsFor(db, emailKey);
    await endGuests(db, emailKey, personId);
    await eraseMailTo(db, emailKey);
  }
  await erasePerson(db, personId);
  await eraseDecisions(db, personId);
}
