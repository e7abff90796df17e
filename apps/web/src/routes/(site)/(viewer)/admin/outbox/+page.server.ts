import type { MailView } from '@glossator/contract';
import { listPage } from '#lib/server/list-page.ts';
import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const [outbox, { mail }] = await Promise.all([
    listPage<MailView>(event, '/api/outbox'),
    siteOf(event),
  ]);
  return { outbox, mail };
}) satisfies PageServerLoad;
