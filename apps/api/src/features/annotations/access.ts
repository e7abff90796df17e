import type { AnnotationView, ThreadView } from '@glossator/contract';
import { can, type Ability, type Actor } from '@glossator/domain';
import type { Db, Transact } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { refusalOf } from '../sanctions/refuse.ts';
import { aroundWork, type TextStore } from '../works/text-store.ts';
import { presentAnnotation, subjectOf } from './presenter.ts';
import { oneAnnotation, type AnnotationRow, type Reader } from './repository.ts';
import { readThreads } from './threads.ts';

export interface AnnotationDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
}

export function memberId(actor: Actor): string {
  if (actor.personId === null)
    throw new Refusal('sign-in-required', 'Sign in to write; reading needs no account.');
  return actor.personId;
}

export async function visible(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
): Promise<AnnotationRow> {
  const row = await oneAnnotation(deps.db, reader, id);
  if (row === null) throw notFound();
  return row;
}

/** What ends with an assignment; what one wrote can be taken back later as well. */
const closedTo: readonly Ability[] = ['reply', 'edit'];

/** The note, where the actor sees it and has the ability; 404 and 403 otherwise. */
export async function permitted(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  ability: Ability,
): Promise<AnnotationRow> {
  const row = await visible(deps, reader, id);
  if (reader.actor.personId === null && ability !== 'read-history') memberId(reader.actor);
  if (row.as_reader?.writes === false && closedTo.includes(ability))
    throw new Refusal('assignment-closed', 'This assignment has closed, or its class is archived.');
  const may = (actor: Actor): boolean => can(actor, ability, subjectOf(row));
  if (!may(reader.actor))
    throw await refusalOf(deps.db, reader.actor, {
      may,
      workId: row.work_id,
      otherwise: 'You may not do this to this note.',
    });
  return row;
}

/** A note as this reader may have it. */
export async function present(
  deps: AnnotationDeps,
  reader: Reader,
  row: AnnotationRow,
): Promise<AnnotationView> {
  const structure = await aroundWork(deps.texts, row.work, (work) => work.structure);
  return presentAnnotation(row, reader.actor, structure);
}

export async function threadView(
  deps: AnnotationDeps,
  reader: Reader,
  slug: string,
  threadId: string,
): Promise<ThreadView> {
  const structure = await aroundWork(deps.texts, slug, (work) => work.structure);
  const [thread] = await readThreads(deps.db, reader, structure, [threadId]);
  if (thread === undefined) throw notFound();
  return thread;
}
