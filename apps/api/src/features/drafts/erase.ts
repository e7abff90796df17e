import { count, eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { draft } from '../../db/schema.ts';

export async function countDrafts(db: Db, personId: string): Promise<number> {
  const rows = await db.orm.select({ n: count() }).from(draft).where(eq(draft.personId, personId));
  return rows[0]?.n ?? 0;
}

export async function eraseDrafts(db: Db, personId: string): Promise<void> {
  await db.orm.delete(draft).where(eq(draft.personId, personId));
}
