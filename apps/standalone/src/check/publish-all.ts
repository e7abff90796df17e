import { connectOwner } from '@glossator/api/operations';

/**
 * Public notes stand at once on this site, and no decision is kept from other moderators for a second
 * look: tests of these say otherwise of their own.
 */
export async function publishAll(ownerUrl: string): Promise<void> {
  const owner = await connectOwner(ownerUrl);
  await owner.query(
    `insert into hold_rule (work_id, mode) select id, 'publish' from work on conflict do nothing`,
  );
  await owner.query(
    `insert into second_look_share (work_id, percent) select id, 0 from work on conflict do nothing`,
  );
  await owner.end();
}
