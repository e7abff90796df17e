import type { Transact } from '../../db/client.ts';
import { tidyAccounts } from '../accounts/people.ts';
import { tidyChanges } from '../live/service.ts';
import { tidyImports } from '../exchange/erase.ts';
import { tidyDocx } from '../docx/erase.ts';
import { tidyFollows } from '../follows/erase.ts';
import { tidyMail } from '../mail/service.ts';
import { tidyNotices } from '../notices/service.ts';
import { tidyWorks } from '../own-works/erase.ts';
import { tidyRosters } from '../rosters/invitations.ts';
import { tidySessions } from '../sessions/service.ts';
import { tidyTextImports } from '../text-imports/erase.ts';
import { tidyAccessTokens } from '../tokens/service.ts';

/** Throws away what has had its time. Several processes may do so at once. */
export async function tidy(transact: Transact): Promise<void> {
  await transact(tidyAccounts);
  await transact(tidySessions);
  await transact(tidyAccessTokens);
  await transact(tidyMail);
  await transact(tidyImports);
  await transact(tidyChanges);
  await transact(tidyFollows);
  await transact(tidyNotices);
  await transact(tidyRosters);
  await transact(tidyDocx);
  await transact(tidyTextImports);
  await transact(tidyWorks);
}
