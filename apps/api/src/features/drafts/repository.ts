import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { draft } from '../../db/schema.ts';

export interface DraftContent {
  readonly body: string;
  readonly layer: 'notebook' | 'public';
}

// Primary key (person_id, place).
export function draftsAt(db: Db, personId: string, places: readonly string[]) {
  return db.orm
    .select()
    .from(draft)
    .where(and(eq(draft.personId, personId), inArray(draft.place, [...places])));
}

export function draftsAfter(db: Db, personId: string, place: string, limit: number) {
  return db.orm
    .select()
    .from(draft)
    .where(and(eq(draft.personId, personId), gt(draft.place, place)))
    .orderBy(asc(draft.place))
    .limit(limit);
}

export async function saveDraft(
  db: Db,
  personId: string,
  place: string,
  { body, layer }: DraftContent,
) {
  const rows = await db.orm
    .insert(draft)
    .values({ personId, place, body, layer })
    .onConflictDoUpdate({
      target: [draft.personId, draft.place],
      set: { body, layer, savedAt: sql`now()` },
    })
    .returning();
  const [row] = rows;
  if (row === undefined) throw new Error('a draft was not saved');
  return row;
}

export async function dropDraft(db: Db, personId: string, place: string): Promise<void> {
  await db.orm.delete(draft).where(and(eq(draft.personId, personId), eq(draft.place, place)));
}
