import type { Pointing } from '@glossator/contract';
import type { NoteKind, ThreadLayer } from '@glossator/domain';
import { and, asc, desc, eq, gt, inArray, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { draft } from '../../db/schema.ts';

export interface DraftContent {
  readonly body: string;
  readonly layer: ThreadLayer;
  readonly kind: NoteKind;
  readonly tags: string;
  readonly pointing: Pointing | null;
  readonly begun: number;
  readonly device: string;
}

// Primary key (person_id, place, writer): a few rows of each place, the newest first.
export function draftsAt(db: Db, personId: string, places: readonly string[]) {
  return db.orm
    .select()
    .from(draft)
    .where(and(eq(draft.personId, personId), inArray(draft.place, [...places])))
    .orderBy(desc(draft.savedAt), desc(draft.version));
}

export function draftsAfter(
  db: Db,
  personId: string,
  after: { readonly place: string; readonly writer: string },
  limit: number,
) {
  return db.orm
    .select()
    .from(draft)
    .where(
      and(
        eq(draft.personId, personId),
        or(
          gt(draft.place, after.place),
          and(eq(draft.place, after.place), gt(draft.writer, after.writer)),
        ),
      ),
    )
    .orderBy(asc(draft.place), asc(draft.writer))
    .limit(limit);
}

export async function saveDraft(
  db: Db,
  personId: string,
  place: string,
  writer: string,
  content: DraftContent,
): Promise<void> {
  await db.orm
    .insert(draft)
    .values({ personId, place, writer, ...content })
    .onConflictDoUpdate({
      target: [draft.personId, draft.place, draft.writer],
      set: { ...content, savedAt: sql`now()`, version: sql`gen_random_uuid()` },
    });
}

/** Takes away the version that another one was begun from. */
export async function supersede(
  db: Db,
  personId: string,
  place: string,
  { version, writer }: { readonly version: string; readonly writer: string },
): Promise<void> {
  await db.orm
    .delete(draft)
    .where(
      and(
        eq(draft.personId, personId),
        eq(draft.place, place),
        eq(draft.version, version),
        ne(draft.writer, writer),
      ),
    );
}

/** Versions of these numbers go. */
export async function dropVersions(
  db: Db,
  personId: string,
  place: string,
  versions: readonly string[],
): Promise<void> {
  await db.orm
    .delete(draft)
    .where(
      and(
        eq(draft.personId, personId),
        eq(draft.place, place),
        inArray(draft.version, [...versions]),
      ),
    );
}

/** All versions of a place, or those of a writer or of a number. */
export async function dropDraft(
  db: Db,
  personId: string,
  place: string,
  {
    writer,
    version,
  }: { readonly writer?: string | undefined; readonly version?: string | undefined },
): Promise<void> {
  const chosen =
    writer === undefined && version === undefined
      ? undefined
      : or(
          writer === undefined ? undefined : eq(draft.writer, writer),
          version === undefined ? undefined : eq(draft.version, version),
        );
  await db.orm
    .delete(draft)
    .where(and(eq(draft.personId, personId), eq(draft.place, place), chosen));
}
