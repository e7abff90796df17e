import { connectOwner } from '@glossator/api/operations';

/** What this person writes publicly waits, on a site where public notes stand at once. */
export async function holdAlways(ownerUrl: string, personId: string, by: string): Promise<void> {
  const owner = await connectOwner(ownerUrl);
  await owner.query('insert into always_held (person_id, given_by) values ($1, $2)', [
    personId,
    by,
  ]);
  await owner.end();
}
