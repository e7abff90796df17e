import type { Db } from '../../db/client.ts';
import { dropOldDocx, eraseDocx } from './statements.ts';

export async function eraseDocxOf(db: Db, personId: string): Promise<void> {
  await db.rows(eraseDocx, [personId]);
}

export async function tidyDocx(db: Db): Promise<void> {
  await db.rows(dropOldDocx, []);
}
