import type { Db } from '../../db/client.ts';
import * as statements from './statements.ts';

export async function eraseTextImports(db: Db, personId: string): Promise<void> {
  await db.rows(statements.eraseImports, [personId]);
}

/** Half-done imports that nobody has touched for long. */
export async function tidyTextImports(db: Db): Promise<void> {
  await db.rows(statements.dropOldImports, []);
}
