import type { EditionAdminView, RegistrationView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { listPage } from '#lib/server/list-page.ts';
import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const [site, waiting, editions] = await Promise.all([
    siteOf(event),
    listPage<RegistrationView>(event, '/api/registrations'),
    call<{ items: EditionAdminView[] }>(event, 'GET', '/api/editions'),
  ]);
  const { items, next } = waiting;
  return {
    site,
    waiting: { count: items.length, more: next !== null },
    proposed: required(editions).items.flatMap(({ id, title, proposed }) =>
      proposed.map(({ version }) => ({ id, title, version })),
    ),
  };
}) satisfies PageServerLoad;
