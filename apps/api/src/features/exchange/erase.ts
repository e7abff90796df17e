import { eq, lt, sql, and, ne } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { importSource, noteImport } from '../../db/schema.ts';

/** What a person brought from elsewhere and had not kept, and where the rest came from. */
export async function eraseImports(db: Db, personId: string): Promise<void> {
  await db.orm.delete(noteImport).where(eq(noteImport.personId, personId));
  await db.orm.delete(importSource).where(eq(importSource.personId, personId));
}

/** Index note_import_age (changed_at). */
export async function tidyImports(db: Db): Promise<void> {
  await db.orm
    .delete(noteImport)
    .where(
      and(
        ne(noteImport.state, 'running'),
        lt(noteImport.changedAt, sql`now() - interval '7 days'`),
      ),
    );
}
