import { connectOwner } from '@glossator/api/operations';

/** Does to the database of a test site what no page does: lets time pass, sets what holds notes. */
export async function askOwner(ownerUrl: string, text: string): Promise<void> {
  const owner = await connectOwner(ownerUrl);
  await owner.query(text);
  await owner.end();
}
