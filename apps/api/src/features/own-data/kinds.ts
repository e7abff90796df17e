import { accountKinds } from './account-kinds.ts';
import { classKinds } from './class-kinds.ts';
import { commentaryKinds } from './commentary-kinds.ts';
import type { Kind } from './kind.ts';
import { moderationKinds, officeKinds } from './moderation-kinds.ts';
import { noteKinds } from './note-kinds.ts';
import { textImportKinds } from './text-import-kinds.ts';
import { workKinds } from './work-kinds.ts';

/** Everything of one's own, in the order of the file. */
export const ownKinds: readonly Kind[] = [
  ...accountKinds,
  ...noteKinds,
  ...classKinds,
  ...commentaryKinds,
  ...textImportKinds,
  ...workKinds,
  ...moderationKinds,
  ...officeKinds,
];
