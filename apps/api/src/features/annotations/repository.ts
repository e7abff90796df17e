import type { FateView, LocusView, ReviewView, TargetKind, TargetView } from '@glossator/contract';
import type {
  Actor,
  AnnotationState,
  CaseCause,
  ClassReader,
  LayerKind,
  NoteKind,
  RefusalReason,
  Resolution,
  ThreadOrder,
} from '@glossator/domain';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { cursorValues, type PlaceCursor, type PlaceRow } from '../../db/place-order.ts';
import { annotation, revision } from '../../db/schema.ts';
import { actorValues } from '../../db/visibility.ts';
import type { Findable } from '../search/findable.ts';
import * as statements from './statements.ts';
import type { Target } from './target.ts';

/** As the database tells it; causes of word lists hold more than an author may know. */
export interface ReviewRow extends Omit<ReviewView, 'causes'> {
  readonly causes: readonly CaseCause[];
}

/** One note with its thread, as far as the actor may see: words they may not read are null. */
export interface AnnotationRow {
  readonly thread: string;
  readonly work: string;
  readonly work_id: number;
  readonly layer_id: number;
  readonly layer: LayerKind;
  readonly owner_id: string | null;
  /** Of a layer of a class: its assignment, whether its authors have pseudonyms, what the reader is to it. */
  readonly assignment: string | null;
  readonly hides_names: boolean;
  readonly as_reader: ClassReader | null;
  readonly target_kind: TargetKind;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly entry_edition: string | null;
  readonly entry_number: string | null;
  /** Told on the root alone, as are the four below. */
  readonly part: TargetView['part'];
  readonly term: TargetView['term'];
  readonly about_id: string | null;
  readonly loci: readonly LocusView[] | null;
  readonly fates: readonly FateView[] | null;
  /** Whether somebody beside the reader wrote in a thread of theirs; true in others' threads. */
  readonly others_wrote: boolean;
  readonly thread_author_id: string;
  readonly resolution: Resolution;
  readonly thread_created: string;
  readonly id: string;
  readonly parent_id: string | null;
  readonly state: AnnotationState;
  readonly version: number;
  readonly author_id: string;
  /** Whom the reader is told as the author: id, name and handle of a pseudonym where there is one. */
  readonly shown_id: string;
  readonly author_name: string;
  readonly author_handle: string;
  readonly kind: NoteKind;
  readonly tags: string[];
  readonly copied_from: string | null;
  readonly created: string;
  readonly changed: string;
  /** Whether a deletion could still be taken back. */
  readonly recent: boolean;
  readonly readable: boolean;
  readonly body: string | null;
  readonly html: string | null;
  readonly renderer: number | null;
  readonly seen: string[];
  readonly reason: string | null;
  /** What moderators have to do with it, for its author. */
  readonly review: ReviewRow | null;
  readonly reason_class: RefusalReason | null;
  /** On published public notes alone. */
  readonly useful: number;
  readonly marked: boolean;
  /** Whether there is a decision on it that the reader may read of. */
  readonly decided: boolean;
}
type Raw = AnnotationRow & Record<string, unknown>;

/** Who reads: an actor and the layers open to them. */
export interface Reader {
  readonly actor: Actor;
  readonly layers: readonly number[];
}

export function threadPlaces(
  db: Db,
  workId: number,
  units: readonly { readonly uid: string; readonly entry: boolean }[],
  layers: readonly number[],
  after: PlaceCursor | null,
  limit: number,
  order: ThreadOrder = 'newest',
): Promise<PlaceRow[]> {
  return db.rows<PlaceRow & Record<string, unknown>>(statements.threadPlaces(order), [
    workId,
    units.map((each) => each.uid),
    units.map((each) => each.entry),
    layers,
    limit,
    ...cursorValues(order, after),
  ]);
}

const ofThreads = (
  { actor, layers }: Reader,
  threads: readonly string[],
  notesEach: number,
): readonly unknown[] => [...actorValues(actor), threads, notesEach, layers];

/** A note on a page, which knows how many of its thread were found, whether or not they are told. */
export interface RowOfPage extends AnnotationRow {
  readonly there: number;
}

export const threadsWithNotes = (
  db: Db,
  reader: Reader,
  threads: readonly string[],
  notesEach: number,
): Promise<RowOfPage[]> =>
  db.rows<RowOfPage & Record<string, unknown>>(
    statements.threadsWithNotes,
    ofThreads(reader, threads, notesEach),
  );

export const threadsInFull = (
  db: Db,
  reader: Reader,
  threads: readonly string[],
  notesEach: number,
): Promise<AnnotationRow[]> =>
  db.rows<Raw>(statements.threadsInFull, ofThreads(reader, threads, notesEach));

export interface NoteCursor {
  readonly created: string;
  readonly id: string;
}

export function threadNotes(
  db: Db,
  reader: Reader,
  threadId: string,
  after: NoteCursor | null,
  limit: number,
): Promise<AnnotationRow[]> {
  const [person, roles] = actorValues(reader.actor);
  return db.rows<Raw>(statements.threadNotes, [
    person,
    roles,
    threadId,
    reader.layers,
    after?.created ?? ends.firstInstant,
    after?.id ?? ends.firstUuid,
    limit,
  ]);
}

export async function oneAnnotation(
  db: Db,
  reader: Reader,
  id: string,
): Promise<AnnotationRow | null> {
  const [person, roles] = actorValues(reader.actor);
  const rows = await db.rows<Raw>(statements.oneAnnotation, [person, roles, id, reader.layers]);
  return rows[0] ?? null;
}

/** Id of the note an author made with this key, if any. Unique (author_id, post_key). */
export async function annotationByKey(
  db: Db,
  authorId: string,
  key: string,
): Promise<string | null> {
  const rows = await db.orm
    .select({ id: annotation.id })
    .from(annotation)
    .where(and(eq(annotation.authorId, authorId), eq(annotation.postKey, key)));
  return rows[0]?.id ?? null;
}

export interface Words {
  readonly body: string;
  readonly html: string;
  readonly renderer: number;
  readonly seen: readonly string[];
  readonly kind: NoteKind;
  readonly tags: readonly string[];
  /** What the note is found by. */
  readonly search: Findable;
  /** Keys of the handles it calls. */
  readonly mentions: readonly string[];
}
const wordValues = ({ body, html, renderer, seen, kind, tags }: Words): readonly unknown[] => [
  body,
  html,
  renderer,
  seen,
  kind,
  tags,
];
const searchValues = ({ search }: Words): readonly unknown[] => [
  search.tokenizer,
  search.folded,
  search.tokens,
  search.tags,
];

/** What a program says of a note beyond its words, as JSON, and the name it asks for. */
export interface Foreign {
  readonly said: { readonly properties: string; readonly words: string };
  readonly name: string | null;
}
const foreignValues = ({ said, name }: Foreign): readonly unknown[] => [
  said.properties,
  said.words,
  name,
];

export interface ThreadRow extends Target {
  readonly id: string;
  readonly rootId: string;
  readonly workId: number;
  /** Null: the public layer. */
  readonly layerId: number | null;
  readonly state: 'published' | 'held';
  /** An answer that waits: a thread about the note it answers. */
  readonly isAnswer: boolean;
  readonly authorId: string;
  readonly key: string;
  readonly copiedFrom: string | null;
}

export async function insertThread(
  db: Db,
  row: ThreadRow,
  words: Words,
  foreign: Foreign | null = null,
): Promise<{ layer_id: number; created: string }> {
  const statement = foreign === null ? statements.insertThread : statements.insertForeignThread;
  const [made] = await db.rows<{ layer_id: number; created: string }>(statement, [
    row.id,
    row.workId,
    row.layerId,
    row.kind,
    row.from,
    row.to,
    row.authorId,
    row.places,
    row.rootId,
    row.key,
    ...wordValues(words),
    JSON.stringify(row.loci.map((locus, n) => ({ n: n + 1, ...locus }))),
    row.aboutId,
    row.entry?.edition ?? null,
    row.entry?.number ?? null,
    row.copiedFrom,
    ...searchValues(words),
    words.mentions,
    row.state,
    row.isAnswer,
    row.part?.commentaryId ?? null,
    row.part?.born ?? null,
    row.part?.releaseId ?? null,
    row.part?.label ?? null,
    row.term,
    ...(foreign === null ? [] : foreignValues(foreign)),
  ]);
  if (made === undefined) throw new Error('a thread was not stored');
  return made;
}

/** False where the parent is no longer published, or its thread is elsewhere now. */
export async function insertReply(
  db: Db,
  row: { id: string; parentId: string; layerId: number; authorId: string; key: string },
  words: Words,
  foreign: Foreign | null = null,
): Promise<boolean> {
  const statement = foreign === null ? statements.insertReply : statements.insertForeignReply;
  const rows = await db.rows(statement, [
    row.id,
    row.parentId,
    row.authorId,
    row.key,
    ...wordValues(words),
    row.layerId,
    ...searchValues(words),
    words.mentions,
    ...(foreign === null ? [] : foreignValues(foreign)),
  ]);
  return rows.length > 0;
}

/** False where `version` is not the newest any more. */
export async function insertRevision(
  db: Db,
  id: string,
  version: number,
  words: Words,
  said: Foreign['said'] | null = null,
): Promise<boolean> {
  const statement = said === null ? statements.insertRevision : statements.insertForeignRevision;
  const rows = await db.rows(statement, [
    id,
    version,
    ...wordValues(words),
    ...searchValues(words),
    words.mentions,
    ...(said === null ? [] : [said.properties, said.words]),
  ]);
  return rows.length > 0;
}

// Primary key (annotation_id, number), newest first.
export function revisionsOf(db: Db, annotationId: string, before: number, limit: number) {
  return db.orm
    .select()
    .from(revision)
    .where(and(eq(revision.annotationId, annotationId), lt(revision.number, before)))
    .orderBy(desc(revision.number))
    .limit(limit);
}
