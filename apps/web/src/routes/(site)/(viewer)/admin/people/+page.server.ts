import type { PersonAdminView } from '@glossator/contract';
import { listPage } from '#lib/server/list-page.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { people: await listPage<PersonAdminView>(event, '/api/people') };
}) satisfies PageServerLoad;
