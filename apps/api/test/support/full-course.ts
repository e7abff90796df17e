import type { GroupMade } from '@glossator/contract';
import { classOf, foundClass } from './classes.ts';
import type { World } from './full-world.ts';

/** What she is in classes: one that she teaches, and one where she sits in a group. */
export async function learns({ site, zelda, otto, ask }: World) {
  await foundClass(site, zelda);
  const id = await classOf(site, otto, zelda);
  const made = await site.as(otto, 'POST', `/classes/${id}/groups`, { name: 'A' });
  const { id: group } = made.json<GroupMade>();
  await ask(otto, 'PUT', `/classes/${id}/members/${zelda.id}/group`, { group });
}
