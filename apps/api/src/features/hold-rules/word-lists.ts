import {
  limits,
  type Done,
  type WordListChange,
  type WordListForm,
  type WordListSummary,
  type WordListView,
} from '@glossator/contract';
import { keepsAllPublicNotes, keepsPublicNotes, readWordList, type Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { notFound, Refusal } from '../../refusal.ts';
import { requireMember } from '../../permission.ts';
import { acceptText } from '../../text-input.ts';
import { everyone, requireWork } from '../works/text-store.ts';
import { requireKeeper, type ModerationDeps } from '../moderation/access.ts';
import { listTold, logRule } from './rule-log.ts';
import { deleteList, insertList, listInFull, listsOfWork, updateList } from './statements.ts';

/** Lists of one work, and again of all works: the words of both are made ready together. */
export const mostLists = 5;

type Row = Omit<WordListSummary, 'abilities'> & { readonly work_id: number | null };
type FullRow = Row & { readonly words: string[] };

const mayChange = (actor: Actor, workId: number | null): boolean =>
  workId === null ? keepsAllPublicNotes(actor) : keepsPublicNotes(actor, workId);

const present = <R extends Row>({ work_id: workId, ...row }: R, actor: Actor) => ({
  ...row,
  abilities: { change: mayChange(actor, workId) },
});

/** The lists that hold on a work, for those who keep it. */
export async function listsFor(
  { db }: ModerationDeps,
  actor: Actor,
  workId: number,
): Promise<WordListSummary[]> {
  return (await db.rows<Row>(listsOfWork, [workId])).map((row) => present(row, actor));
}

/** 404, not 403: who does not keep a work must not learn that it has such a list. */
async function changeable({ db }: ModerationDeps, actor: Actor, id: string): Promise<FullRow> {
  requireMember(actor);
  const [row] = await db.rows<FullRow>(listInFull, [id]);
  if (row === undefined || !mayChange(actor, row.work_id)) throw notFound();
  return row;
}

export async function readList(
  deps: ModerationDeps,
  actor: Actor,
  id: string,
): Promise<WordListView> {
  return present(await changeable(deps, actor, id), actor);
}

function accept({ name, pasted }: Pick<WordListForm, 'name' | 'pasted'>) {
  const { words, failures } = readWordList(pasted.normalize('NFC'));
  if (failures.length > 0)
    throw new Refusal(
      'word-list-malformed',
      'Some lines are no words; nothing was stored.',
      failures,
    );
  return { name: acceptText(name, { field: 'The name', max: limits.nameLength }).trim(), words };
}

export async function createList(
  deps: ModerationDeps,
  actor: Actor,
  { work: slug, isTold, holdsInPublish, ...written }: WordListForm,
): Promise<WordListView> {
  const personId = requireMember(actor);
  const work = slug === null ? null : await requireWork(deps.texts, slug, everyone);
  if (work !== null) requireKeeper(actor, work.id);
  else if (!keepsAllPublicNotes(actor)) throw notFound();
  const { name, words } = accept(written);
  const id = uuidv7();
  await deps.transact(async (db) => {
    const stored = await db.rows(insertList, [
      id,
      work?.id ?? null,
      name,
      words,
      isTold,
      holdsInPublish,
      personId,
      mostLists,
    ]);
    if (stored.length === 0)
      throw new Refusal(
        'word-lists-too-many',
        'There are five lists already; put the words into one of them.',
      );
    const after = listTold({ count: words.length, isTold, holdsInPublish });
    await logRule(db, actor, {
      action: 'list-make',
      work: slug ?? '',
      address: '',
      before: '',
      after,
    });
  });
  return readList(deps, actor, id);
}

export async function changeList(
  deps: ModerationDeps,
  actor: Actor,
  id: string,
  { version, isTold, holdsInPublish, ...written }: WordListChange,
): Promise<WordListView> {
  const was = await changeable(deps, actor, id);
  const { name, words } = accept(written);
  const isStored = await deps.transact(async (db) => {
    const stored = await db.rows(updateList, [
      id,
      name,
      words,
      isTold,
      holdsInPublish,
      actor.personId,
      version,
    ]);
    // What was read before is what was changed: both have the version that was named.
    if (stored.length === 0) return false;
    await logRule(db, actor, {
      action: 'list-change',
      work: was.work ?? '',
      address: '',
      before: listTold(was),
      after: listTold({ count: words.length, isTold, holdsInPublish }),
    });
    return true;
  });
  const now = await readList(deps, actor, id);
  if (isStored) return now;
  throw new Refusal('version-stale', 'Somebody has changed this list meanwhile.', now);
}

export async function dropList(
  deps: ModerationDeps,
  actor: Actor,
  id: string,
  version: number,
): Promise<Done> {
  const row = await changeable(deps, actor, id);
  await deps.transact(async (db) => {
    const gone = await db.rows(deleteList, [id, version]);
    if (gone.length === 0)
      throw new Refusal(
        'version-stale',
        'Somebody has changed this list meanwhile.',
        present(row, actor),
      );
    const before = listTold(row);
    await logRule(db, actor, {
      action: 'list-drop',
      work: row.work ?? '',
      address: '',
      before,
      after: '',
    });
  });
  return { done: true };
}
