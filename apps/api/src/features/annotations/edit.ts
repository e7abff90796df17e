import type { AnnotationView, Edit } from '@glossator/contract';
import { waitingStates, type AnnotationState } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { holdNote, judgeNote } from '../gate/judge.ts';
import { afresh } from '../gate/reader.ts';
import { aroundWork } from '../works/text-store.ts';
import { permitted, type AnnotationDeps } from './access.ts';
import { editPublic, editWaiting } from './held-edit.ts';
import { insertRevision, type Foreign, type Reader } from './repository.ts';
import { storeElsewhere } from './retarget.ts';
import { readAnnotation } from './service.ts';
import type { Target } from './target.ts';
import { wordsOf } from './words.ts';

/** What a program puts in place of a note beside its words. */
export interface Replacement {
  readonly said?: Foreign['said'] | null;
  /** Where it points from now on; as before where it is null. */
  readonly target?: Target | null;
}

const waits = (state: AnnotationState): boolean =>
  (waitingStates as readonly AnnotationState[]).includes(state);

/** Writes a new revision, or, where public words have to wait, what is proposed in place of the last one. */
export async function edit(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  input: Edit,
  { said = null, target = null }: Replacement = {},
): Promise<AnnotationView> {
  const row = await permitted(deps, reader, id, 'edit');
  const words = await aroundWork(deps.texts, row.work, (work) => wordsOf(work, input, row));
  // Sent again after a lost answer, or twice at once: the newest words are these already.
  const isRepeat = (stored: Pick<AnnotationView, 'version' | 'body' | 'kind' | 'tags'>): boolean =>
    stored.version === input.version + 1 &&
    stored.body === words.body &&
    stored.kind === words.kind &&
    stored.tags.join() === words.tags.join();
  const revise = (db: Db) => insertRevision(db, id, input.version, words, said);
  const store = (db: Db) =>
    target === null ? revise(db) : storeElsewhere(db, row, target, revise);
  const version = { number: input.version, proposal: input.proposal ?? 0 };
  const isStored =
    !isRepeat(row) &&
    (await (waits(row.state)
      ? editWaiting(deps, reader, row, words, store)
      : row.layer === 'public'
        ? editPublic(deps, reader, row, { words, said, target }, version, store)
        : deps.transact(async (db) => {
            if (row.layer === 'class') await holdNote(db, id);
            const stored = await store(db);
            if (stored && row.layer === 'class') await judgeNote(db, id);
            return stored;
          })));
  // The words may have been what it lacked to be handed in.
  const current = await (row.layer === 'class'
    ? afresh(deps.db, reader, row.author_id, (now) => readAnnotation(deps, now, id))
    : readAnnotation(deps, reader, id));
  if (!isStored && !isRepeat(current))
    throw new Refusal(
      'version-stale',
      'The note was changed elsewhere; your text is not saved yet.',
      current,
    );
  return current;
}
