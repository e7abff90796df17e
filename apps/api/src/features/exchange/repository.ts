import type { NoteKind } from '@glossator/domain';
import type { NewThread } from '@glossator/contract';
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../db/client.ts';
import {
  account,
  annotation,
  importSource,
  noteImport,
  noteImportRow,
  person,
  work,
} from '../../db/schema.ts';

/** What a row of an import will write. */
export interface StagedNote {
  readonly parent: string | null;
  readonly target: string;
  readonly pointing: Exclude<NewThread['pointing'], undefined> | null;
  readonly body: string;
  readonly tags: readonly string[];
  readonly kind: NoteKind;
  readonly author: string;
  readonly written: string;
  readonly seen: readonly string[];
}
export type ImportRow = Omit<typeof noteImportRow.$inferSelect, 'note'> & {
  readonly note: StagedNote | null;
};
export type ImportHead = typeof noteImport.$inferSelect & { readonly work: string };

const heads = (db: Db) =>
  db.orm
    .select({ head: noteImport, work: work.slug })
    .from(noteImport)
    .innerJoin(work, eq(work.id, noteImport.workId));
const flat = (row: { head: typeof noteImport.$inferSelect; work: string } | undefined) =>
  row === undefined ? null : { ...row.head, work: row.work };

export async function importById(db: Db, id: string): Promise<ImportHead | null> {
  return flat((await heads(db).where(eq(noteImport.id, id)))[0]);
}

// Index note_import_person (person_id, created_at).
export async function newestImport(db: Db, personId: string): Promise<ImportHead | null> {
  const rows = await heads(db)
    .where(eq(noteImport.personId, personId))
    .orderBy(desc(noteImport.createdAt))
    .limit(1);
  return flat(rows[0]);
}

/** Index note_import_running (id). */
export async function runningImports(db: Db): Promise<string[]> {
  const rows = await db.orm
    .select({ id: noteImport.id })
    .from(noteImport)
    .where(eq(noteImport.state, 'running'));
  return rows.map(({ id }) => id);
}

/** An earlier one that has ended makes room with its rows. */
export async function dropEndedImports(db: Db, personId: string): Promise<void> {
  await db.orm
    .delete(noteImport)
    .where(
      and(eq(noteImport.personId, personId), inArray(noteImport.state, ['done', 'cancelled'])),
    );
}

export async function insertImport(db: Db, row: typeof noteImport.$inferInsert): Promise<void> {
  await db.orm.insert(noteImport).values(row);
}

const insertRowsStatement: Statement = {
  name: 'import-rows',
  text: `insert into note_import_row (import_id, n, foreign_id, outcome, reason, from_uid, to_uid,
      certainty, quote, cut_tags, note)
    select $1, r.n, r."foreignId", r.outcome, r.reason, r."fromUid", r."toUid", r.certainty, r.quote,
      array(select jsonb_array_elements_text(r."cutTags")), r.note
    from jsonb_to_recordset($2::jsonb) as r(n integer, "foreignId" text, outcome text, reason text,
      "fromUid" text, "toUid" text, certainty text, quote text, "cutTags" jsonb, note jsonb)`,
};

export async function insertRows(
  db: Db,
  importId: string,
  rows: readonly Omit<ImportRow, 'importId'>[],
): Promise<void> {
  await db.rows(insertRowsStatement, [importId, JSON.stringify(rows)]);
}

// Primary key (import_id, n), or index note_import_outcome (import_id, outcome, n).
export function rowsAfter(
  db: Db,
  importId: string,
  outcome: ImportRow['outcome'] | null,
  after: number,
  limit: number,
): Promise<ImportRow[]> {
  return db.orm
    .select()
    .from(noteImportRow)
    .where(
      and(
        eq(noteImportRow.importId, importId),
        outcome === null ? undefined : eq(noteImportRow.outcome, outcome),
        gt(noteImportRow.n, after),
      ),
    )
    .orderBy(asc(noteImportRow.n))
    .limit(limit) as Promise<ImportRow[]>;
}

export interface Counts {
  readonly waiting: number;
  readonly written: number;
  readonly known: number;
  readonly left_out: number;
  readonly by_context: number;
  readonly cut: number;
}

// Of one import: ten thousand rows at most, by index note_import_outcome.
const countsStatement: Statement = {
  name: 'import-counts',
  text: `select count(*) filter (where outcome = 'waiting')::integer as waiting,
      count(*) filter (where outcome = 'written')::integer as written,
      count(*) filter (where outcome = 'known')::integer as known,
      count(*) filter (where outcome = 'left-out')::integer as left_out,
      count(*) filter (where certainty = 'context' and outcome in ('waiting', 'written'))::integer as by_context,
      count(*) filter (where cut_tags <> '{}' and outcome in ('waiting', 'written'))::integer as cut
    from note_import_row where import_id = $1`,
};

export async function countRows(db: Db, importId: string): Promise<Counts> {
  const [row] = await db.rows<Counts & Record<string, unknown>>(countsStatement, [importId]);
  if (row === undefined) throw new Error('nothing was counted');
  return row;
}

/** Settles rows that still wait. */
export async function settleRow(
  db: Db,
  importId: string,
  n: number,
  outcome: ImportRow['outcome'],
  reason: string,
): Promise<void> {
  await db.orm
    .update(noteImportRow)
    .set({ outcome, reason })
    .where(
      and(
        eq(noteImportRow.importId, importId),
        eq(noteImportRow.n, n),
        eq(noteImportRow.outcome, 'waiting'),
      ),
    );
}

const cancelRowsStatement: Statement = {
  name: 'import-cancel-rows',
  text: `update note_import_row set outcome = 'left-out', reason = 'cancelled'
    where import_id = $1 and outcome = 'waiting'`,
};
export async function cancelRows(db: Db, importId: string): Promise<void> {
  await db.rows(cancelRowsStatement, [importId]);
}

/** From one state to another; false where it was in neither any more. */
export async function moveImport(
  db: Db,
  id: string,
  from: readonly ImportHead['state'][],
  to: ImportHead['state'],
): Promise<boolean> {
  const rows = await db.orm
    .update(noteImport)
    .set({ state: to, changedAt: sql`now()` })
    .where(and(eq(noteImport.id, id), inArray(noteImport.state, [...from])))
    .returning({ id: noteImport.id });
  return rows.length > 0;
}

/** Keeps the counts; what was written needs no row here any more. */
export async function closeImport(db: Db, id: string): Promise<void> {
  const counts = await countRows(db, id);
  await db.orm
    .update(noteImport)
    .set({ written: counts.written, known: counts.known })
    .where(eq(noteImport.id, id));
  await db.orm
    .delete(noteImportRow)
    .where(
      and(eq(noteImportRow.importId, id), inArray(noteImportRow.outcome, ['written', 'known'])),
    );
}

export async function dropImport(db: Db, id: string): Promise<void> {
  await db.orm.delete(noteImport).where(eq(noteImport.id, id));
}

/** Which of these keys the person has made a note with. Unique (author_id, post_key). */
export async function keysTaken(
  db: Db,
  personId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db.orm
    .select({ key: annotation.postKey })
    .from(annotation)
    .where(and(eq(annotation.authorId, personId), inArray(annotation.postKey, [...keys])));
  return new Set(rows.map(({ key }) => key));
}

export async function rememberSource(db: Db, row: typeof importSource.$inferInsert): Promise<void> {
  await db.orm.insert(importSource).values(row).onConflictDoNothing();
}

// Primary key (annotation_id).
export function sourcesOf(db: Db, annotationIds: readonly string[]) {
  return db.orm
    .select()
    .from(importSource)
    .where(inArray(importSource.annotationId, [...annotationIds]));
}

/** Somebody who still has an account. */
export async function personOf(db: Db, personId: string) {
  const rows = await db.orm
    .select({
      id: person.id,
      name: person.name,
      handle: person.handle,
      email: account.email,
      locale: account.locale,
    })
    .from(person)
    .innerJoin(account, eq(account.personId, person.id))
    .where(and(eq(person.id, personId), eq(person.state, 'active')));
  return rows[0] ?? null;
}
