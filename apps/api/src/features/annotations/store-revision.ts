import type { Db } from '../../db/client.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { insertRevision, type Foreign } from './repository.ts';
import { wordsOf, type NoteInput } from './words.ts';

/** Writes words that were kept elsewhere as a new revision; false where another stands by now. */
export const storeRevision = (
  db: Db,
  work: LoadedWork,
  revision: {
    readonly id: string;
    /** The version they were written over. */
    readonly version: number;
    readonly input: NoteInput;
    readonly said: Foreign['said'] | null;
  },
): Promise<boolean> =>
  insertRevision(db, revision.id, revision.version, wordsOf(work, revision.input), revision.said);
