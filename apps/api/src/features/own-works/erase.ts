import type { Db, Statement } from '../../db/client.ts';

/** $1 person. Each by the index that begins with them. What is public stays, by nobody. */
const leave: readonly Statement[] = [
  {
    name: 'own-works-left',
    text: `
      update work set owner_id = null, offered_at = null,
        standing = case standing when 'offered' then 'private' else standing end,
        rights_statement = case when standing in ('private', 'offered') then '' else rights_statement end
      where owner_id = $1`,
  },
  {
    name: 'own-works-assented',
    text: 'update work set assented_by = null where assented_by = $1',
  },
  {
    name: 'own-works-given',
    text: 'update work_class set given_by = null where given_by = $1',
  },
  {
    name: 'own-works-steps',
    text: 'update work_step set actor_id = null where actor_id = $1',
  },
];

const drop: Statement = {
  name: 'drop-abandoned-works',
  text: 'select drop_abandoned_works()',
};

/**
 * Somebody leaves: what is theirs alone goes, with its words. What a class reads stays until that class
 * has ended, so that what was written there keeps what it is about; see `tidyWorks`.
 */
export async function eraseOwnWorks(db: Db, personId: string): Promise<void> {
  for (const statement of leave) await db.rows(statement, [personId]);
  await tidyWorks(db);
}

/** Takes away what nobody owns and no class reads any more. */
export async function tidyWorks(db: Db): Promise<void> {
  await db.rows(drop, []);
}
