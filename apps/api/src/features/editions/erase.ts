import type { Db } from '../../db/client.ts';

/** Nobody answers any more for what they signed: it is unreviewed again. */
export async function eraseSignatures(db: Db, personId: string): Promise<void> {
  await db.rows(
    { name: 'erase-signatures', text: 'delete from edition_signature where person_id = $1' },
    [personId],
  );
}
